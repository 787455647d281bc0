package org.linli.rules.decisions.election;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.linli.rules.decisions.Tallies.tally;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.rules.decisions.Tally;
import org.linli.rules.decisions.matters.RulePacks;

class ElectionTests {
    /** The election example of the domain reference a.11: 7 seats, 9 candidates, 6 pass. */
    @Test
    void sixOfSevenStandAndOneSeatIsElectedAtOnce() {
        ElectionResult result = decide(passing(6, 3), new ElectionTerms(7, false, true, List.of()));

        assertThat(result.elected()).containsExactly("p0", "p1", "p2", "p3", "p4", "p5");
        assertThat(result.stands()).isTrue();
        assertThat(result.vacant()).isEqualTo(1);
        assertThat(result.alternates()).isEmpty();
        assertThat(result.lotNeeded()).isEmpty();
    }

    @Test
    void onlyAClauseReducesAnEvenResult() {
        ElectionResult result = decide(passing(6, 3), new ElectionTerms(7, true, false, List.of()));

        assertThat(result.elected()).containsExactly("p0", "p1", "p2", "p3", "p4");
        assertThat(result.alternates()).containsExactly("p5");
        assertThat(result.stands()).isTrue();
        assertThat(result.vacant()).isZero();
    }

    @ParameterizedTest(name = "{1} of {0} seats: stands {2}, vacant {3}")
    @CsvSource({
        "5, 5, true, 0",
        "5, 4, false, 1",
        "7, 5, true, 2",
        "7, 4, false, 3",
        "9, 5, true, 4",
        "11, 5, false, 6",
        "11, 6, true, 5",
        "11, 0, false, 11",
        "7, 9, true, 0"
    })
    void aCommitteeStandsWithFiveAndMoreThanHalf(int seats, int passing, boolean stands, int vacant) {
        ElectionResult result = decide(passing(passing, 1), new ElectionTerms(seats, false, false, List.of()));

        assertThat(result.stands()).isEqualTo(stands);
        assertThat(result.vacant()).isEqualTo(vacant);
        assertThat(result.elected()).hasSize(Math.min(seats, passing));
        assertThat(result.alternates()).isEmpty();
    }

    @ParameterizedTest(name = "{1} of {0} seats with a clause: {2} elected, stands {3}, vacant {4}")
    @CsvSource({"11, 8, 7, true, 0", "5, 4, 4, false, 1", "7, 7, 7, true, 0", "11, 10, 9, true, 0", "11, 6, 5, false, 0"
    })
    void aClauseReducesOnlyAboveTheLegalMinimum(int seats, int passing, int elected, boolean stands, int vacant) {
        ElectionResult result = decide(passing(passing, 0), new ElectionTerms(seats, true, false, List.of()));

        assertThat(result.elected()).hasSize(elected);
        assertThat(result.stands()).isEqualTo(stands);
        assertThat(result.vacant()).isEqualTo(vacant);
    }

    @Test
    void ranksByHeadsThenAreaAndAlternatesFollow() {
        Map<String, Tally> tallies = passing(5, 0);
        tallies.put("fewer heads, more area", agreed("1600000/150"));
        tallies.put("as many heads, less area", agreed("1000000/151"));
        tallies.put("as many heads, more area", agreed("1000001/151"));

        ElectionResult result = decide(tallies, new ElectionTerms(5, false, true, List.of()));

        assertThat(result.elected()).containsExactly("p0", "p1", "p2", "p3", "p4");
        assertThat(result.alternates()).containsExactly("as many heads, more area", "as many heads, less area");
    }

    @Test
    void levelCandidatesAtTheLastPlaceWaitForALot() {
        Map<String, Tally> tallies = passing(4, 2);
        tallies.put("x", agreed("900000/120"));
        tallies.put("y", agreed("900000/120"));

        ElectionResult waiting = decide(tallies, new ElectionTerms(5, false, true, List.of()));
        ElectionResult drawn = decide(tallies, new ElectionTerms(5, false, true, List.of("y", "x")));

        assertThat(waiting.elected()).containsExactly("p0", "p1", "p2", "p3");
        assertThat(waiting.lotNeeded()).containsExactlyInAnyOrder("x", "y");
        assertThat(waiting.alternates()).isEmpty();
        assertThat(waiting.stands()).isTrue();
        assertThat(drawn.elected()).containsExactly("p0", "p1", "p2", "p3", "y");
        assertThat(drawn.alternates()).containsExactly("x");
        assertThat(drawn.lotNeeded()).isEmpty();
    }

    @Test
    void levelCandidatesWhoAllFindASeatNeedNoLot() {
        Map<String, Tally> tallies = passing(3, 0);
        tallies.put("x", agreed("900000/120"));
        tallies.put("y", agreed("900000/120"));
        tallies.put("z", agreed("900000/119"));

        assertThat(decide(tallies, new ElectionTerms(5, false, false, List.of()))
                        .lotNeeded())
                .isEmpty();
    }

    @Test
    void onlyPassersAreElected() {
        Map<String, Tally> tallies = new LinkedHashMap<>();
        tallies.put("half the heads", agreed("1600000/100"));
        tallies.put("half the area", agreed("800000/200"));
        tallies.put("just enough", agreed("800001/101"));

        assertThat(decide(tallies, new ElectionTerms(5, false, true, List.of())).elected())
                .containsExactly("just enough");
    }

    @ParameterizedTest
    @CsvSource({
        "4, TOO_SMALL",
        "5,",
        "6, EVEN",
        "7,",
        "9,",
        "10, EVEN",
        "11,",
        "12, TOO_LARGE",
        "13, TOO_LARGE",
        "3, TOO_SMALL"
    })
    void aCommitteeHasFiveToElevenOdd(int size, CommitteeSize.@Nullable Problem problem) {
        assertThat(CommitteeSize.problem(size, RulePacks.TAIZHOU_2021).orElse(null))
                .isEqualTo(problem);
    }

    @Test
    void refusesAnUnlawfulSize() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> decide(passing(6, 0), new ElectionTerms(6, false, false, List.of())));
    }

    @Test
    void aByElectionFillsVacantSeatsOfAnyNumberInTheOrderOfAgreement() {
        ElectionResult result = Election.fillVacant(passing(3, 2), 2, List.of());

        assertThat(result.elected()).containsExactly("p0", "p1");
        assertThat(result.vacant()).isZero();
        assertThat(Election.fillVacant(passing(1, 2), 2, List.of()).vacant()).isEqualTo(1);
        assertThat(Election.fillVacant(passing(0, 2), 2, List.of()).elected()).isEmpty();
    }

    @Test
    void aByElectionDrawsALotAmongThoseLevelAtTheLastSeat() {
        Map<String, Tally> tallies = new LinkedHashMap<>();
        tallies.put("a", agreed("1600000/150"));
        tallies.put("b", agreed("1600000/150"));

        assertThat(Election.fillVacant(tallies, 1, List.of()).lotNeeded()).containsExactlyInAnyOrder("a", "b");
        assertThat(Election.fillVacant(tallies, 1, List.of()).elected()).isEmpty();
        assertThat(Election.fillVacant(tallies, 1, List.of("b", "a")).elected()).containsExactly("b");

        tallies.put("first", agreed("1600000/151"));
        ElectionResult oneIsSure = Election.fillVacant(tallies, 2, List.of());
        assertThat(oneIsSure.elected()).containsExactly("first");
        assertThat(oneIsSure.lotNeeded()).containsExactlyInAnyOrder("a", "b");
    }

    private static ElectionResult decide(Map<String, Tally> tallies, ElectionTerms terms) {
        return Election.decide(tallies, terms, RulePacks.TAIZHOU_2021);
    }

    /** Passers p0, p1, … by rank, then candidates who fail by one head. */
    private static Map<String, Tally> passing(int passing, int failing) {
        Map<String, Tally> tallies = new LinkedHashMap<>();
        for (int i = passing - 1; i >= 0; i--) {
            tallies.put("p" + i, agreed("1600000/" + (190 - i)));
        }
        for (int i = 0; i < failing; i++) {
            tallies.put("f" + i, agreed("1600000/100"));
        }
        return tallies;
    }

    private static Tally agreed(String agreed) {
        return tally("2400000/300", "1600000/200", agreed);
    }
}
