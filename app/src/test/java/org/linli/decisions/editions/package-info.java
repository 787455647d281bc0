@NullMarked
package org.linli.decisions.editions;

import org.jspecify.annotations.NullMarked;
