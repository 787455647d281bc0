package org.linli.rules.decisions.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.rules.decisions.Tallies.tally;
import static org.linli.rules.decisions.Tallies.weight;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.rules.decisions.DecisionClass;
import org.linli.rules.decisions.Outcome;
import org.linli.rules.decisions.Weight;

class DeemingTests {
    private static final String ALL = "2400000/300";

    /** Rows 15 and 16 of the domain reference a.11, and their neighbours: all others are delivered. */
    @ParameterizedTest(name = "{0}: {1} agree, {2} oppose under {3} is {5}")
    @CsvSource({
        "row 15, 1250000/155, 250000/35, NONE, , NO_VALID_DECISION",
        "row 15, 1250000/155, 250000/35, DELIVERED_WITH_MAJORITY, , PASSED",
        "row 16, 1200000/155, 300000/35, DELIVERED_WITH_MAJORITY, NO_MAJORITY_OF_ALL, NO_VALID_DECISION",
        "half of heads, 1250000/150, 250000/35, DELIVERED_WITH_MAJORITY, NO_MAJORITY_OF_ALL, NO_VALID_DECISION",
        "one more, 1200001/151, 250000/35, DELIVERED_WITH_MAJORITY, , PASSED",
        "against, 250000/35, 1250000/155, DELIVERED_WITH_MAJORITY, , REJECTED",
        "abstaining, 1250000/155, 250000/35, DELIVERED_AS_PARTICIPATED_ABSTAIN, , PASSED",
        "abstaining, 1200000/155, 300000/35, DELIVERED_AS_PARTICIPATED_ABSTAIN, , REJECTED"
    })
    void decidesTheWorkedExamples(
            String row,
            String agree,
            String oppose,
            DeemedPolicy policy,
            Deeming.@Nullable Obstacle obstacle,
            Outcome expected) {
        Deeming.Result result = decide(agree, oppose, new Deeming.Permission(policy, "第二十条", false));

        assertThat(result.obstacle()).as(row).isEqualTo(obstacle);
        assertThat(result.raw().outcome()).as(row).isEqualTo(Outcome.NO_VALID_DECISION);
        assertThat(result.deciding().outcome()).as(row).isEqualTo(expected);
        assertThat(result.deemed() == null).as(row).isEqualTo(obstacle != null || policy == DeemedPolicy.NONE);
    }

    @Test
    void bothTalliesAreGiven() {
        Deeming.Result result = decide(
                "1250000/155", "250000/35", new Deeming.Permission(DeemedPolicy.DELIVERED_WITH_MAJORITY, "20", false));

        assertThat(result.raw().tally()).isEqualTo(tally(ALL, "1500000/190", "1250000/155"));
        assertThat(result.deciding().tally()).isEqualTo(tally(ALL, ALL, "2150000/265"));
    }

    @Test
    void aMajorityAgainstTakesDeemedVotesWithoutAgreement() {
        Deeming.Result result = decide(
                "250000/35", "1250000/155", new Deeming.Permission(DeemedPolicy.DELIVERED_WITH_MAJORITY, "20", false));

        assertThat(result.deciding().tally()).isEqualTo(tally(ALL, ALL, "250000/35"));
    }

    @Test
    void onlyProvenDeliveriesAreDeemed() {
        ItemCount count = new ItemCount(
                Map.of(
                        BallotState.AGREE, weight("1250000/155"),
                        BallotState.OPPOSE, weight("250000/35"),
                        BallotState.NOT_RETURNED, weight("900000/110")),
                weight("100000/10"));

        Deeming.Result result = Deeming.decide(
                DecisionClass.ORDINARY,
                count,
                BlankRule.ABSTAIN,
                new Deeming.Permission(DeemedPolicy.DELIVERED_WITH_MAJORITY, "20", false));

        assertThat(result.deciding().tally()).isEqualTo(tally(ALL, "1600000/200", "1350000/165"));
    }

    @ParameterizedTest
    @CsvSource({"'', false, NO_CLAUSE", ", false, NO_CLAUSE", "20, true, FIRST_RULES_OF_PROCEDURE"})
    void withoutPermissionNothingIsDeemed(@Nullable String clause, boolean first, Deeming.Obstacle expected) {
        Deeming.Result result = decide(
                "1250000/155",
                "250000/35",
                new Deeming.Permission(DeemedPolicy.DELIVERED_AS_PARTICIPATED_ABSTAIN, clause, first));

        assertThat(result.obstacle()).isEqualTo(expected);
        assertThat(result.deciding()).isEqualTo(result.raw());
    }

    private static Deeming.Result decide(String agree, String oppose, Deeming.Permission permission) {
        Weight rest = weight(ALL).minus(weight(agree)).minus(weight(oppose));
        ItemCount count = new ItemCount(
                Map.of(
                        BallotState.AGREE, weight(agree),
                        BallotState.OPPOSE, weight(oppose),
                        BallotState.NOT_RETURNED, rest),
                rest);
        return Deeming.decide(DecisionClass.ORDINARY, count, BlankRule.ABSTAIN, permission);
    }
}
