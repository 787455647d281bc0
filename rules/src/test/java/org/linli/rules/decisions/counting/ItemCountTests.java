package org.linli.rules.decisions.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.linli.rules.decisions.Tallies.tally;
import static org.linli.rules.decisions.Tallies.weight;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.rules.decisions.Weight;

class ItemCountTests {
    @ParameterizedTest
    @CsvSource({
        "AGREE, true, true",
        "OPPOSE, true, true",
        "ABSTAIN, true, true",
        "BLANK, true, false",
        "INVALID, false, false",
        "NOT_RETURNED, false, false"
    })
    void eachStateTakesPartOrNot(BallotState state, boolean blankAbstains, boolean blankStaysAway) {
        assertThat(state.participates(BlankRule.ABSTAIN)).isEqualTo(blankAbstains);
        assertThat(state.participates(BlankRule.NOT_PARTICIPATED)).isEqualTo(blankStaysAway);
    }

    @Test
    void countsEachStateOnce() {
        ItemCount count = ItemCount.of(List.of(
                ballot("100/1", BallotState.AGREE),
                ballot("90/1", BallotState.AGREE),
                ballot("40/1", BallotState.OPPOSE),
                ballot("30/1", BallotState.ABSTAIN),
                ballot("20/1", BallotState.BLANK),
                ballot("10/1", BallotState.INVALID),
                ballot("5/1", BallotState.NOT_RETURNED),
                new ItemBallot(weight("3/1"), BallotState.NOT_RETURNED, true)));

        assertThat(count.tally(BlankRule.ABSTAIN)).isEqualTo(tally("298/8", "280/5", "190/2"));
        assertThat(count.tally(BlankRule.NOT_PARTICIPATED)).isEqualTo(tally("298/8", "260/4", "190/2"));
        assertThat(count.deliveredNotReturned()).isEqualTo(weight("3/1"));
        assertThat(count.of(BallotState.NOT_RETURNED)).isEqualTo(weight("8/2"));
        assertThat(count.byState()).containsOnlyKeys(BallotState.values());
    }

    @Test
    void theOrderOfBallotsDoesNotMatter() {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            List<ItemBallot> ballots = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                ballots.add(new ItemBallot(
                        new Weight(1 + random.nextInt(200), 1),
                        BallotState.values()[random.nextInt(BallotState.values().length)],
                        random.nextBoolean()));
            }
            ItemCount before = ItemCount.of(ballots);
            Collections.shuffle(ballots, random);

            assertThat(ItemCount.of(ballots)).as("seed %d", seed).isEqualTo(before);
        }
    }

    @Test
    void refusesMoreDeliveredThanNotReturned() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ItemCount(Map.of(BallotState.NOT_RETURNED, weight("5/1")), weight("6/1")));
        assertThatIllegalArgumentException().isThrownBy(() -> new ItemCount(Map.of(), weight("0/1")));
    }

    private static ItemBallot ballot(String weight, BallotState state) {
        return new ItemBallot(weight(weight), state, state == BallotState.INVALID);
    }
}
