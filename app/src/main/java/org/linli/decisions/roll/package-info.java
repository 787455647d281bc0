/**
 * Who counts: the secrets of a vote, the roll as it is frozen at 00:00 of the notice day, its readiness before and its challenges
 * after, who votes for an entry today, and the clock that freezes, opens and closes votes.
 */
@NullMarked
package org.linli.decisions.roll;

import org.jspecify.annotations.NullMarked;
