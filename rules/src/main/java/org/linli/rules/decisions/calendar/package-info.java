/** Which days must pass: notice, window, objection, filing, hand-over, and the end of a property contract. */
@NullMarked
package org.linli.rules.decisions.calendar;

import org.jspecify.annotations.NullMarked;
