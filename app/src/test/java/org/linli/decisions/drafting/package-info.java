@NullMarked
package org.linli.decisions.drafting;

import org.jspecify.annotations.NullMarked;
