package org.linli.rules.decisions;

import java.util.List;
import org.linli.rules.decisions.Fraction.Step;

/**
 * Decides an owners' vote by area and by heads at once.
 *
 * <p>Source: Civil Code art. 278 ¶2, in force 2021-01-01 [V]; Taizhou regulation art. 16 repeats it [V]. Quorum is measured
 * against all owners of the electorate, consent against those who took part. Owners who abstain took part.
 */
public final class DoubleMajority {
    private DoubleMajority() {}

    public static Verdict decide(DecisionClass decisionClass, Tally tally) {
        List<Fraction> fractions = List.of(
                fraction(Step.QUORUM, Axis.AREA, Threshold.TWO_THIRDS, tally.voted(), tally.total()),
                fraction(Step.QUORUM, Axis.HEADS, Threshold.TWO_THIRDS, tally.voted(), tally.total()),
                fraction(Step.CONSENT, Axis.AREA, decisionClass.consent(), tally.agreed(), tally.voted()),
                fraction(Step.CONSENT, Axis.HEADS, decisionClass.consent(), tally.agreed(), tally.voted()));
        return new Verdict(decisionClass, tally, outcome(fractions), fractions);
    }

    private static Fraction fraction(Step step, Axis axis, Threshold threshold, Weight part, Weight whole) {
        return new Fraction(step, axis, threshold, part.on(axis), whole.on(axis));
    }

    private static Outcome outcome(List<Fraction> fractions) {
        boolean quorum = fractions.stream()
                .filter(fraction -> fraction.step() == Step.QUORUM)
                .allMatch(Fraction::isMet);
        if (!quorum) {
            return Outcome.NO_VALID_DECISION;
        }
        return fractions.stream().allMatch(Fraction::isMet) ? Outcome.PASSED : Outcome.REJECTED;
    }
}
