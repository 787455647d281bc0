package org.linli.decisions.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.decisions.counting.CountSamples.item;
import static org.linli.decisions.counting.CountSamples.vote;
import static org.linli.decisions.counting.CountSamples.yesNo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.decisions.DecisionItem;
import org.linli.decisions.DecisionKind;
import org.linli.decisions.Initiator;
import org.linli.decisions.casting.Answer;
import org.linli.decisions.casting.Answer.Kind;
import org.linli.rules.decisions.Outcome;
import org.linli.rules.decisions.Tally;
import org.linli.rules.decisions.Weight;
import org.linli.rules.decisions.counting.DeemedPolicy;
import org.linli.rules.decisions.counting.Deeming.Obstacle;
import org.linli.rules.decisions.counting.Robustness.Alternative;
import org.linli.rules.decisions.matters.Matter;

class CountTests {
    private static final long TOTAL_DM2 = 2_400_000;
    private static final int HEADS = 300;
    private static final Answer AGREE = Answer.of(Kind.AGREE);
    private static final Answer OPPOSE = Answer.of(Kind.OPPOSE);
    private static final Answer ABSTAIN = Answer.of(Kind.ABSTAIN);
    private static final Answer BLANK = Answer.of(Kind.BLANK);

    /** Every row of the worked examples, ballot by ballot. */
    @ParameterizedTest(name = "{0}: {1}/{2} of {3} heads, agreed {4}/{5}, {6} {7}: {8}")
    @CsvSource({
        "1,  1600000, 200, 300, 800001,  101, ORDINARY, 0,   PASSED",
        "2,  1599999, 200, 300, 1599999, 200, ORDINARY, 0,   NO_VALID_DECISION",
        "3,  1600000, 199, 300, 1600000, 199, ORDINARY, 0,   NO_VALID_DECISION",
        "4,  1600000, 200, 300, 800000,  101, ORDINARY, 0,   REJECTED",
        "5,  1600000, 200, 300, 800001,  100, ORDINARY, 0,   REJECTED",
        "6,  1600000, 200, 300, 1200000, 150, SPECIAL,  0,   PASSED",
        "7,  1600000, 200, 300, 1200000, 149, SPECIAL,  0,   REJECTED",
        "8,  1600000, 200, 300, 1199999, 150, SPECIAL,  0,   REJECTED",
        "9,  2000000, 250, 300, 1000001, 126, ORDINARY, 64,  PASSED",
        "10, 2000000, 250, 300, 950000,  120, ORDINARY, 100, REJECTED",
        "11, 1600000, 200, 301, 1600000, 200, ORDINARY, 0,   NO_VALID_DECISION",
        "11, 1600000, 201, 301, 1600000, 201, ORDINARY, 0,   PASSED",
        "12, 1600000, 201, 300, 1600000, 150, SPECIAL,  0,   REJECTED",
        "12, 1600000, 201, 300, 1600000, 151, SPECIAL,  0,   PASSED",
        "13, 1600000, 201, 300, 1600000, 100, ORDINARY, 0,   REJECTED",
        "13, 1600000, 201, 300, 1600000, 101, ORDINARY, 0,   PASSED",
        "14, 0,       0,   300, 0,       0,   ORDINARY, 0,   NO_VALID_DECISION",
        "14, 0,       0,   300, 0,       0,   SPECIAL,  0,   NO_VALID_DECISION"
    })
    void decidesEachWorkedRow(
            int row,
            long votedDm2,
            int voted,
            int heads,
            long agreedDm2,
            int agreed,
            String decisionClass,
            int abstained,
            Outcome outcome) {
        Matter matter = decisionClass.equals("SPECIAL") ? Matter.FUND_RAISING : Matter.PROPERTY_COMPANY;
        int opposed = voted - agreed - abstained;
        CountSamples box = new CountSamples()
                .heads(agreed, agreedDm2, AGREE)
                .heads(abstained, abstained == 0 ? 0 : votedDm2 - agreedDm2, ABSTAIN)
                .heads(opposed, abstained == 0 ? votedDm2 - agreedDm2 : 0, OPPOSE)
                .heads(heads - voted, TOTAL_DM2 - votedDm2, null);

        CountResult.Item counted = box.count(vote(yesNo(matter)));

        assertThat(counted.outcome()).isEqualTo(outcome);
        assertThat(counted.lines())
                .extracting(CountResult.Line::raw)
                .containsExactly(new Tally(
                        new Weight(TOTAL_DM2, heads),
                        new Weight(votedDm2, voted),
                        new Weight(opposed + abstained == 0 && voted == agreed ? votedDm2 : agreedDm2, agreed)));
    }

    @Test
    void rowFifteenIsDeemedWithTheMajorityAndBothTalliesAreKept() {
        CountSamples box = new CountSamples()
                .heads(155, 1_250_000, AGREE)
                .heads(35, 250_000, OPPOSE)
                .heads(110, 900_000, null, true, false);

        CountResult.Item none = box.count(vote(yesNo(Matter.PROPERTY_COMPANY)));
        CountResult.Item deemed = box.count(vote(
                yesNo(Matter.PROPERTY_COMPANY), DeemedPolicy.DELIVERED_WITH_MAJORITY, "第二十条", Initiator.COMMITTEE));

        assertThat(none.outcome()).isEqualTo(Outcome.NO_VALID_DECISION);
        assertThat(none.lines().getFirst().deemed()).isNull();
        assertThat(deemed.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(deemed.lines().getFirst().raw())
                .isEqualTo(none.lines().getFirst().raw());
        assertThat(deemed.lines().getFirst().deemed())
                .isEqualTo(new Tally(
                        new Weight(TOTAL_DM2, HEADS), new Weight(TOTAL_DM2, HEADS), new Weight(2_150_000, 265)));
    }

    @Test
    void rowSixteenIsNotDeemedWithoutAMajorityOfAll() {
        CountResult.Item counted = new CountSamples()
                .heads(155, 1_200_000, AGREE)
                .heads(35, 300_000, OPPOSE)
                .heads(110, 900_000, null, true, false)
                .count(vote(
                        yesNo(Matter.PROPERTY_COMPANY),
                        DeemedPolicy.DELIVERED_WITH_MAJORITY,
                        "第二十条",
                        Initiator.COMMITTEE));

        assertThat(counted.outcome()).isEqualTo(Outcome.NO_VALID_DECISION);
        assertThat(counted.lines().getFirst().obstacle()).isEqualTo(Obstacle.NO_MAJORITY_OF_ALL);
    }

    @Test
    void theVoteOnTheFirstRulesOfProcedureDeemsNobody() {
        CountResult.Item counted = new CountSamples()
                .heads(155, 1_250_000, AGREE)
                .heads(35, 250_000, OPPOSE)
                .heads(110, 900_000, null, true, false)
                .count(vote(
                        yesNo(Matter.RULES_OF_PROCEDURE),
                        DeemedPolicy.DELIVERED_WITH_MAJORITY,
                        "第二十条",
                        Initiator.PREP_GROUP));

        assertThat(counted.lines().getFirst().obstacle()).isEqualTo(Obstacle.FIRST_RULES_OF_PROCEDURE);
    }

    @ParameterizedTest(name = "{0} opposed, {1} abstained: apart {2}")
    @CsvSource({"5, 5, true", "4, 5, false", "5, 4, false", "0, 9, false", "9, 0, false"})
    void opposeAndAbstainStandApartOnlyWithFiveHeadsEach(int opposed, int abstained, boolean apart) {
        CountResult.Item counted = new CountSamples()
                .heads(200, 1_600_000, AGREE)
                .heads(opposed, 80_000, OPPOSE)
                .heads(abstained, 80_000, ABSTAIN)
                .heads(50, 400_000, null)
                .count(vote(yesNo(Matter.COVENANT)));

        assertThat(counted.oppose() != null).isEqualTo(apart);
        assertThat(counted.abstain() != null).isEqualTo(apart);
    }

    @Test
    void sixOfNineCandidatesPassForSevenSeatsAndTheCommitteeStands() {
        DecisionItem election = item(Matter.COMMITTEE, DecisionKind.ELECTION, 7, 9, false);
        CountSamples box = new CountSamples()
                .heads(101, 800_001, Answer.marks(Set.of(1, 2, 3, 4, 5, 6)))
                .heads(99, 799_999, Answer.marks(Set.of(7, 8, 9)))
                .heads(100, 800_000, null);

        CountResult.Item counted = box.count(vote(election));
        CountResult.Seats seats = Objects.requireNonNull(counted.seats());

        assertThat(counted.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(counted.chosen()).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6);
        assertThat(counted.lines()).hasSize(9);
        assertThat(seats.stands()).isTrue();
        assertThat(seats.vacant()).isEqualTo(1);
    }

    @Test
    void aLotIsDrawnAmongCandidatesWithEqualAgreement() {
        DecisionItem byElection = item(Matter.COMMITTEE, DecisionKind.ELECTION, 2, 3, true);
        CountSamples box = new CountSamples()
                .heads(80, 800_000, Answer.marks(Set.of(1, 2)))
                .heads(80, 800_000, Answer.marks(Set.of(1, 3)))
                .heads(80, 800_000, Answer.marks(Set.of(2, 3)));
        CountInput plain = box.input();

        CountResult before = Count.of(vote(byElection), plain);
        CountInput drawn = new CountInput(1, plain.rolls(), Map.of(), plain.ballots(), Map.of(1, List.of(3, 1, 2)));
        CountResult after = Count.of(vote(byElection), drawn);

        assertThat(before.lotsNeeded()).containsOnly(Map.entry(1, List.of(1, 2, 3)));
        assertThat(before.item(1).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(after.lotsNeeded()).isEmpty();
        assertThat(after.item(1).chosen()).containsExactly(3, 1);
    }

    @Test
    void moreMarksThanSeatsMakeOnlyThatQuestionInvalid() {
        DecisionItem byElection = item(Matter.COMMITTEE, DecisionKind.ELECTION, 1, 2, true);
        CountResult.Item counted = new CountSamples()
                .heads(7, 700, Answer.marks(Set.of(1)))
                .heads(3, 300, Answer.marks(Set.of(1, 2)))
                .count(vote(byElection));

        assertThat(counted.lines().getFirst().raw().voted()).isEqualTo(new Weight(700, 7));
        assertThat(counted.outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void whoAgreesToNoCandidateTakesPartAndABlankQuestionDoesNot() {
        DecisionItem byElection = item(Matter.COMMITTEE, DecisionKind.ELECTION, 1, 2, true);
        CountResult.Item counted = new CountSamples()
                .heads(4, 400, Answer.marks(Set.of(1)))
                .heads(3, 300, Answer.of(Answer.Kind.NONE_OF_THEM))
                .heads(3, 300, Answer.of(Answer.Kind.BLANK))
                .count(vote(byElection));

        assertThat(counted.lines().getFirst().raw().voted()).isEqualTo(new Weight(700, 7));
        assertThat(counted.lines().getFirst().raw().agreed()).isEqualTo(new Weight(400, 4));
        assertThat(counted.outcome()).isEqualTo(Outcome.PASSED);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "leading is not enough,          45, 45, 35, 35, 20, 20, 0",
        "heads lead to A area to B,      60, 30, 30, 60, 10, 10, 0",
        "more than half of both,         51, 51, 30, 30, 19, 19, 1"
    })
    void anOptionIsAdoptedOnlyIfItAlonePasses(
            String name, int aHeads, int aArea, int bHeads, int bArea, int noneHeads, int noneArea, int adopted) {
        DecisionItem choice = item(Matter.PROPERTY_COMPANY, DecisionKind.CHOICE, 1, 2, false);

        CountResult.Item counted = new CountSamples()
                .heads(aHeads, aArea * 1000L, Answer.option(1))
                .heads(bHeads, bArea * 1000L, Answer.option(2))
                .heads(noneHeads, noneArea * 1000L, Answer.of(Kind.NONE_OF_THEM))
                .count(vote(choice));

        assertThat(counted.chosen()).isEqualTo(adopted == 0 ? List.of() : List.of(adopted));
        assertThat(counted.outcome()).isEqualTo(adopted == 0 ? Outcome.REJECTED : Outcome.PASSED);
        assertThat(counted.lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.raw().voted().heads()).isEqualTo(100));
    }

    @Test
    void saysWhichReadingWouldFlipTheOutcome() {
        CountSamples box = new CountSamples()
                .heads(101, 800_001, AGREE)
                .heads(95, 759_999, OPPOSE)
                .heads(4, 40_000, BLANK)
                .heads(100, 800_000, null);

        CountResult.Item counted = box.count(vote(yesNo(Matter.COVENANT)));

        assertThat(counted.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(counted.flips()).containsExactly(Alternative.BLANKS); // 196 heads are no quorum of 300
        assertThat(Objects.requireNonNull(counted.readings().get(Alternative.BLANKS))
                        .outcome())
                .isEqualTo(Outcome.NO_VALID_DECISION);
    }

    @Test
    void hangsOnContestedBallotsWhenTheOutcomeNeedsThem() {
        CountSamples hanging = new CountSamples()
                .heads(200, 1_600_000, AGREE)
                .heads(1, 10, AGREE, false, true)
                .heads(100, 799_990, null);
        CountSamples sound = new CountSamples()
                .heads(220, 1_760_000, AGREE)
                .heads(1, 1, AGREE, false, true)
                .heads(80, 640_000, null);

        assertThat(hanging.count(vote(yesNo(Matter.COVENANT))).hangsOnContested())
                .isTrue();
        assertThat(sound.count(vote(yesNo(Matter.COVENANT))).hangsOnContested()).isFalse();
        assertThat(sound.count(vote(yesNo(Matter.COVENANT))).contested()).isEqualTo(1);
    }

    @Test
    void ownersMergedByAnotherReadingAreOneHeadAndAgreeOnlyTogether() {
        CountSamples box = new CountSamples().heads(2, 200, AGREE).heads(1, 100, OPPOSE);
        List<Voter> three = box.voters();
        List<Voter> merged = List.of(
                three.get(0),
                new Voter(
                        List.of(
                                three.get(1).pieces().getFirst(),
                                three.get(2).pieces().getFirst()),
                        1));
        CountInput plain = box.input();
        CountInput input = new CountInput(
                1, plain.rolls(), Map.of(Alternative.UNRESOLVED_PAIRS, Map.of(1, merged)), plain.ballots(), Map.of());

        CountResult.Item counted = Count.of(vote(yesNo(Matter.COVENANT)), input).item(1);

        assertThat(counted.outcome()).isEqualTo(Outcome.PASSED); // 2 of 3 heads, 200 of 300
        assertThat(counted.flips()).containsExactly(Alternative.UNRESOLVED_PAIRS); // 1 of 2 heads
    }

    @Test
    void cellsBelowFiveHeadsAreNeverTold() {
        Map<String, Weight> voted = Map.of(
                "1幢",
                new Weight(100, 20),
                "2幢",
                new Weight(100, 3),
                "3幢",
                new Weight(100, 6),
                "4幢",
                new Weight(100, 8));

        assertThat(Cells.of(CountResult.Cell.By.BUILDING, voted))
                .extracting(CountResult.Cell::label, cell -> cell.voted().heads())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("1幢", 20),
                        org.assertj.core.groups.Tuple.tuple("4幢", 8),
                        org.assertj.core.groups.Tuple.tuple("", 9));
        assertThat(Cells.of(
                        CountResult.Cell.By.CHANNEL, Map.of("PHONE", new Weight(900, 90), "PAPER", new Weight(10, 4))))
                .isEmpty();
        assertThat(Cells.of(CountResult.Cell.By.CHANNEL, Map.of("PHONE", new Weight(900, 90))))
                .isEmpty();
    }

    @Test
    void theOrderOfRollAndBallotsDoesNotMatterToADigit() {
        CountSamples box = new CountSamples()
                .heads(40, 123_457, AGREE)
                .heads(30, 98_765, OPPOSE)
                .heads(11, 7_777, ABSTAIN)
                .heads(5, 555, BLANK)
                .heads(20, 4_444, null);
        CountInput plain = box.input();
        byte[] digest = CanonicalJson.digest(Count.of(vote(yesNo(Matter.COVENANT)), plain));
        for (int seed = 0; seed < 50; seed++) {
            List<Voter> voters = new ArrayList<>(plain.roll(1));
            List<CountedBallot> ballots = new ArrayList<>(plain.ballots());
            Collections.shuffle(voters, new Random(seed));
            Collections.shuffle(ballots, new Random(seed + 1_000L));

            CountInput shuffled = new CountInput(1, Map.of(1, voters), Map.of(), ballots, Map.of());

            assertThat(CanonicalJson.digest(Count.of(vote(yesNo(Matter.COVENANT)), shuffled)))
                    .as("seed %d", seed)
                    .isEqualTo(digest);
        }
    }

    @Test
    void aCountReadsBackAsItWasWritten() {
        DecisionItem election = item(Matter.COMMITTEE, DecisionKind.ELECTION, 5, 6, false);
        CountResult result = Count.of(
                vote(election),
                new CountSamples()
                        .heads(101, 800_001, Answer.marks(new LinkedHashSet<>(List.of(1, 2, 3, 4, 5))))
                        .heads(99, 799_999, Answer.marks(Set.of(6)), false, true)
                        .heads(100, 800_000, null)
                        .input());
        String json = CanonicalJson.write(result);

        assertThat(CanonicalJson.read(json)).isEqualTo(result);
        assertThat(json).startsWith("{\"ballots\":200,").doesNotContain(" ").doesNotContain("flips");
    }
}
