/**
 * Owners decide by area and by heads at once.
 *
 * <p>{@link org.linli.rules.decisions.Weight} is what one side weighs, {@link org.linli.rules.decisions.Tally} what was counted,
 * {@link org.linli.rules.decisions.DoubleMajority} what the law makes of it, and
 * {@link org.linli.rules.decisions.Verdict} the answer with its four exact fractions. The packages below say who is on the
 * roll, how ballots become a tally, who is elected, which days must pass and what a ballot must look like.
 */
@NullMarked
package org.linli.rules.decisions;

import org.jspecify.annotations.NullMarked;
