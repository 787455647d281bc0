@NullMarked
package org.linli.decisions.papers;

import org.jspecify.annotations.NullMarked;
