/** The two clocks. */
@NullMarked
package org.linli.platform.time;

import org.jspecify.annotations.NullMarked;
