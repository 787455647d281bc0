package org.linli.decisions.roll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.decisions.testing.Homestead.person;
import static org.linli.decisions.testing.Homestead.unidentified;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.decisions.Vote;
import org.linli.decisions.roll.AlternativeRoll.Reading;
import org.linli.decisions.testing.Homestead;
import org.linli.decisions.testing.VoteFixtures;
import org.linli.rules.decisions.Weight;
import org.linli.rules.decisions.roll.RollTerms.OwnerSetRule;
import org.linli.rules.decisions.roll.RollTerms.ParkingRule;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@LinliTest
class AlternativeRollTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    Rolls rolls;

    VoteFixtures fixtures;

    @BeforeEach
    void made() {
        fixtures = VoteFixtures.in(context);
    }

    @AfterEach
    void restored() {
        fixtures.restoreTime();
    }

    @Test
    void ownersInCommonMakeOneGroupAndNobodyIsLost() {
        Homestead area = Homestead.empty(context)
                .flat(5_000L, person(1))
                .flat(6_000L, person(1), person(2))
                .flat(7_000L, person(3));
        Vote vote = fixtures.aVote(area.id()).noticed();
        FrozenRoll roll = rolls.current(vote.id());

        AlternativeRoll merged = rolls.alternative(vote, Reading.OWNER_SETS);

        assertThat(roll.total(1).heads()).isEqualTo(3);
        assertThat(merged.total(1)).isEqualTo(new Weight(18_000, 2));
        assertThat(group(merged, roll, 1)).isEqualTo(group(merged, roll, 2)).isNotEqualTo(group(merged, roll, 3));
    }

    @Test
    void anEntryThatTheOtherReadingSplitsCountsItsHeadsAsOneGroup() {
        Homestead area = Homestead.empty(context).flat(5_000L, person(1)).flat(6_000L, person(1), person(2));
        Vote vote =
                fixtures.aVote(area.id()).ownerSets(OwnerSetRule.COMMON_OWNER).noticed();
        FrozenRoll roll = rolls.current(vote.id());

        AlternativeRoll split = rolls.alternative(vote, Reading.OWNER_SETS);

        assertThat(roll.total(1).heads()).isEqualTo(1);
        assertThat(split.weights().get(1))
                .containsOnly(java.util.Map.entry(group(split, roll, 1), new Weight(11_000, 2)));
    }

    @Test
    void parkingTheOtherWayAddsWeightAndPersonsWhoCouldNotVote() {
        Homestead area =
                Homestead.of(context, 2).home("PARKING", 1_000L, person(1)).home("PARKING", 2_000L, person(8));
        Vote out = fixtures.aVote(area.id()).noticed();
        FrozenRoll roll = rolls.current(out.id());

        AlternativeRoll in = rolls.alternative(out, Reading.PARKING);

        assertThat(in.total(1)).isEqualTo(new Weight(23_000, 3));
        assertThat(in.weights().get(1)).containsEntry(group(in, roll, 1), new Weight(11_000, 1));
        assertThat(in.groups()).hasSize(2);
    }

    @Test
    void parkingLeftOutLeavesAnEntryWithoutWeight() {
        Homestead area = Homestead.of(context, 1).home("PARKING", 2_000L, person(8));
        Vote in = fixtures.aVote(area.id()).parking(ParkingRule.IN).noticed();
        FrozenRoll roll = rolls.current(in.id());

        AlternativeRoll out = rolls.alternative(in, Reading.PARKING);

        assertThat(out.total(1)).isEqualTo(new Weight(10_000, 1));
        assertThat(out.weights().get(1)).doesNotContainKey(group(out, roll, 2));
        assertThat(out.groups()).containsKey(roll.ofHome(2).orElseThrow().id());
    }

    @Test
    void openPairsMergedAreThoseOfTheFreezeWhateverIsCorrectedLater() {
        Homestead area =
                Homestead.empty(context).flat(5_000L, unidentified("张三")).flat(6_000L, unidentified("张三"));
        Vote vote = fixtures.aVote(area.id()).noticed();
        area.sell(2, VoteFixtures.NOTICE.minusDays(9), person(4));

        assertThat(rolls.current(vote.id()).total(1)).isEqualTo(new Weight(11_000, 2));
        assertThat(rolls.alternative(vote, Reading.UNRESOLVED_PAIRS).total(1)).isEqualTo(new Weight(11_000, 1));
    }

    private static String group(AlternativeRoll alternative, FrozenRoll roll, int home) {
        return java.util.Objects.requireNonNull(
                alternative.groups().get(roll.ofHome(home).orElseThrow().id()));
    }
}
