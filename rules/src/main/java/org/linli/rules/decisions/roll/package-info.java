/** Who counts, once, and with which area: from exclusive parts and their owners to the entries of a roll. */
@NullMarked
package org.linli.rules.decisions.roll;

import org.jspecify.annotations.NullMarked;
