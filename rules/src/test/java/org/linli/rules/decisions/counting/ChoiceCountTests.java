package org.linli.rules.decisions.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.linli.rules.decisions.Tallies.tally;
import static org.linli.rules.decisions.Tallies.weight;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.linli.rules.decisions.DecisionClass;
import org.linli.rules.decisions.Outcome;

class ChoiceCountTests {
    @Test
    void leadingIsNotEnough() {
        ChoiceCount count = count("100/100", vote("45/45", "A"), vote("35/35", "B"), none("20/20"));

        assertThat(count.adopted()).isEmpty();
        assertThat(count.verdicts().values()).allMatch(verdict -> verdict.outcome() == Outcome.REJECTED);
        assertThat(count.runOff()).containsExactly("A", "B");
    }

    @Test
    void headsForOneAndAreaForAnotherAdoptNeither() {
        ChoiceCount count = count("100/100", vote("40/60", "A"), vote("60/40", "B"));

        assertThat(count.adopted()).isEmpty();
        assertThat(count.runOff()).containsExactly("A", "B");
    }

    @Test
    void anOptionThatPassesAloneIsAdopted() {
        ChoiceCount count = count("100/100", vote("51/51", "B"), vote("29/29", "A"), abstain("20/20"));

        assertThat(count.adopted()).contains("B");
        assertThat(count.runOff()).isEmpty();
        assertThat(Objects.requireNonNull(count.verdicts().get("B")).tally())
                .isEqualTo(tally("100/100", "100/100", "51/51"));
    }

    @Test
    void noneOfThemAndAbstainingTakePart() {
        ChoiceCount count = count("100/100", vote("40/40", "A"), none("20/20"), abstain("7/7"));

        assertThat(Objects.requireNonNull(count.verdicts().get("A")).tally())
                .isEqualTo(tally("100/100", "67/67", "40/40"));
        assertThat(count.adopted()).contains("A");
    }

    @Test
    void areaBreaksATieOfHeadsForTheRunOff() {
        assertThat(count("100/100", vote("30/30", "A"), vote("29/30", "B"), vote("31/30", "C"), none("10/10"))
                        .runOff())
                .containsExactly("C", "A");
    }

    @Test
    void aSharedSecondPlaceLeavesNoRunOff() {
        assertThat(count("100/100", vote("40/40", "A"), vote("30/30", "B"), vote("30/30", "C"))
                        .runOff())
                .isEmpty();
        assertThat(count("100/100", vote("35/35", "A"), vote("35/35", "B"), vote("30/30", "C"))
                        .runOff())
                .containsExactly("A", "B");
    }

    @Test
    void twoOptionsRunOffAgainstEachOther() {
        ChoiceCount count = ChoiceCount.count(
                DecisionClass.ORDINARY,
                weight("100/100"),
                List.of("A", "B"),
                List.of(vote("30/30", "A"), vote("40/40", "B"), none("30/30")));

        assertThat(count.runOff()).containsExactly("B", "A");
    }

    @Test
    void oneOptionAloneHasNoRunOff() {
        ChoiceCount count =
                ChoiceCount.count(DecisionClass.ORDINARY, weight("100/100"), List.of("A"), List.of(none("100/100")));

        assertThat(count.adopted()).isEmpty();
        assertThat(count.runOff()).isEmpty();
    }

    @Test
    void theClassDecidesHowMuchIsEnough() {
        var ballots = List.of(vote("74/74", "A"), vote("26/26", "B"));

        assertThat(ChoiceCount.count(DecisionClass.SPECIAL, weight("100/100"), List.of("A", "B"), ballots)
                        .adopted())
                .isEmpty();
    }

    @Test
    void refusesAChoiceThatIsNoOption() {
        assertThatIllegalArgumentException().isThrownBy(() -> count("10/10", vote("10/10", "X")));
    }

    private static ChoiceCount count(String total, ChoiceBallot... ballots) {
        return ChoiceCount.count(DecisionClass.ORDINARY, weight(total), List.of("A", "B", "C"), List.of(ballots));
    }

    private static ChoiceBallot vote(String weight, String option) {
        return new ChoiceBallot(weight(weight), new Choice.Option(option));
    }

    private static ChoiceBallot none(String weight) {
        return new ChoiceBallot(weight(weight), new Choice.NoneOfThem());
    }

    private static ChoiceBallot abstain(String weight) {
        return new ChoiceBallot(weight(weight), new Choice.Abstain());
    }
}
