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
                        new MarkedBallot(weight("100/1"), Set.of("a")),
                        new MarkedBallot(weight("90/1"), Set.of("a", "b")),
                        new MarkedBallot(weight("80/1"), Set.of("a", "b", "c")), // more marks than seats
                        new MarkedBallot(weight("70/1"), Set.of()))); // no mark

        assertThat(tallies.sequencedKeySet()).containsExactly("b", "a", "c");
        assertThat(tallies)
                .containsEntry("a", tally("1000/10", "190/2", "190/2"))
                .containsEntry("b", tally("1000/10", "190/2", "90/1"))
                .containsEntry("c", tally("1000/10", "190/2", "0/0"));
    }

    @Test
    void refusesAMarkForNobody() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ElectionCount.count(
                        weight("10/1"), 1, List.of("a"), List.of(new MarkedBallot(weight("10/1"), Set.of("x")))));
    }
}
