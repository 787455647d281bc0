package org.linli.rules.decisions.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.linli.rules.decisions.Tallies.tally;
import static org.linli.rules.decisions.Tallies.weight;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ElectionCountTests {
    @Test
    void whoMarksOneTakesPartForAll() {
        var tallies = ElectionCount.count(
                weight("1000/10"),
                2,
                List.of("b", "a", "c"),
                List.of(
                        MarkedBallot.of(weight("100/1"), Set.of("a")),
                        MarkedBallot.of(weight("90/1"), Set.of("a", "b")),
                        MarkedBallot.of(weight("80/1"), Set.of("a", "b", "c")), // more marks than seats
                        MarkedBallot.of(weight("70/1"), Set.of()))); // no mark

        assertThat(tallies.sequencedKeySet()).containsExactly("b", "a", "c");
        assertThat(tallies)
                .containsEntry("a", tally("1000/10", "190/2", "190/2"))
                .containsEntry("b", tally("1000/10", "190/2", "90/1"))
                .containsEntry("c", tally("1000/10", "190/2", "0/0"));
    }

    @Test
    void whoAgreesToNoneTakesPartAndAgreesToNobody() {
        var tallies = ElectionCount.count(
                weight("1000/10"),
                1,
                List.of("a"),
                List.of(MarkedBallot.of(weight("100/1"), Set.of("a")), MarkedBallot.ofNone(weight("70/1"))));

        assertThat(tallies).containsEntry("a", tally("1000/10", "170/2", "100/1"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MarkedBallot(weight("70/1"), Set.of("a"), true))
                .withMessageContaining("none of them");
    }

    @Test
    void refusesAMarkForNobody() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ElectionCount.count(
                        weight("10/1"), 1, List.of("a"), List.of(MarkedBallot.of(weight("10/1"), Set.of("x")))));
    }
}
