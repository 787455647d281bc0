package org.linli.rules.decisions;

import java.util.List;

/**
 * What a tally decides, with its reasons.
 *
 * @param decisionClass the class that was applied
 * @param tally the figures
 * @param outcome the result
 * @param fractions quorum by area, quorum by heads, consent by area, consent by heads, in this order; unmodifiable
 */
public record Verdict(DecisionClass decisionClass, Tally tally, Outcome outcome, List<Fraction> fractions) {
    public Verdict {
        fractions = List.copyOf(fractions);
    }

    public boolean isPassed() {
        return outcome == Outcome.PASSED;
    }
}
