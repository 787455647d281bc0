/**
 * What owners propose outside of a vote: a special meeting, or to remove members of the committee. A fifth of all heads must sign.
 *
 * <p>{@link org.linli.decisions.proposals.Proposals} takes matters, signatures on the phone and on paper, and counts them by the
 * register of the day.
 */
@NullMarked
package org.linli.decisions.proposals;

import org.jspecify.annotations.NullMarked;
