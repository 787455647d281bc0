/** The figure of owners' decisions. */
@NullMarked
package org.linli.decisions.counting.figures;

import org.jspecify.annotations.NullMarked;
