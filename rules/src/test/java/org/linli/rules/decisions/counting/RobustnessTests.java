package org.linli.rules.decisions.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.rules.decisions.Tallies.tally;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linli.rules.decisions.DecisionClass;
import org.linli.rules.decisions.DoubleMajority;
import org.linli.rules.decisions.Outcome;
import org.linli.rules.decisions.Verdict;
import org.linli.rules.decisions.counting.Robustness.Alternative;

class RobustnessTests {
    private static final Verdict PASSED =
            DoubleMajority.decide(DecisionClass.SPECIAL, tally("300/30", "200/20", "150/15"));

    @Test
    void namesEachReadingThatFlipsTheOutcome() {
        Robustness robustness = Robustness.of(
                PASSED,
                Map.of(
                        Alternative.PARKING, tally("301/30", "200/20", "150/15"),
                        Alternative.BLANKS, tally("300/30", "200/20", "149/15"),
                        Alternative.CONTESTED, tally("300/30", "201/20", "151/15")));

        assertThat(robustness.counted()).isEqualTo(Outcome.PASSED);
        assertThat(robustness.alternatives())
                .isEqualTo(Map.of(
                        Alternative.PARKING, Outcome.NO_VALID_DECISION,
                        Alternative.BLANKS, Outcome.REJECTED,
                        Alternative.CONTESTED, Outcome.PASSED));
        assertThat(robustness.flips()).containsExactly(Alternative.PARKING, Alternative.BLANKS);
    }

    @Test
    void nothingFlipsWithoutAlternatives() {
        assertThat(Robustness.of(PASSED, Map.of()).flips()).isEmpty();
    }
}
