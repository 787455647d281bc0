package org.linli.decisions.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.decisions.reach.ReachGround.WORKER;
import static org.linli.decisions.reach.ReachGround.assertRefused;
import static org.linli.decisions.reach.ReachGround.photo;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.decisions.reach.delivery.Board;
import org.linli.decisions.reach.delivery.Deliveries;
import org.linli.decisions.reach.delivery.Delivery;
import org.linli.decisions.reach.delivery.Way;
import org.linli.decisions.testing.VoteFixtures;
import org.linli.rules.decisions.Weight;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** How ballots reach the homes: with evidence, counted once a home, never by a delivery that was voided. */
@LinliTest
class DeliveriesTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    Deliveries deliveries;

    ReachGround ground;

    @BeforeEach
    void anOpenVoteOfTwelveHomes() {
        ground = new ReachGround(context);
    }

    @AfterEach
    void restored() {
        ground.fixtures.restoreTime();
    }

    @Test
    void theBoardsLinesAddUpToTheRoll() {
        deliveries.record(ground.vote, List.of(1, 3), Way.HANDED_OVER, VoteFixtures.OPENS, "", photo(), WORKER);
        ground.vote(2);

        Board board = deliveries.board(ground.vote, 1).orElseThrow();

        Weight sum = board.lines().stream().map(Board.Line::all).reduce(Weight.ZERO, Weight::plus);
        assertThat(sum).isEqualTo(ground.roll().totals().get(1)).isEqualTo(new Weight(115_827, 11));
        assertThat(board.total().reached()).isEqualTo(new Weight(28_050, 2));
        assertThat(board.total().voted()).isEqualTo(new Weight(10_000, 1));
        assertThat(board.votedLines().getLast().distance()).isEqualTo(1 - 8);
    }

    @Test
    void aPostedBallotCountsAfterSevenDaysAndAVoidedDeliveryNever() {
        deliveries.record(ground.vote, List.of(4), Way.POSTED, VoteFixtures.OPENS, "1幢门厅", photo(), WORKER);
        ground.fixtures.today(VoteFixtures.OPENS.plusDays(6));
        assertThat(deliveries.deliveredEntries(ground.vote)).isEmpty();

        ground.fixtures.today(VoteFixtures.OPENS.plusDays(7));
        assertThat(deliveries.deliveredEntries(ground.vote)).containsExactly(ground.entry(4));

        deliveries.voidDelivery(ground.vote, 1, "贴错了楼", WORKER);
        assertThat(deliveries.deliveredEntries(ground.vote)).isEmpty();
    }

    @Test
    void aDeliveryNeedsEvidenceAKnownHomeAndADayThatHasCome() {
        LocalDate day = VoteFixtures.OPENS;

        assertRefused(
                deliveries.record(
                        ground.vote, List.of(1), Way.HANDED_OVER, day, "", InputStream.nullInputStream(), WORKER),
                Problem.FILE_MISSING);
        assertRefused(
                deliveries.record(ground.vote, List.of(99), Way.HANDED_OVER, day, "", photo(), WORKER),
                Problem.NO_SUCH_HOME);
        assertRefused(
                deliveries.record(ground.vote, List.of(1), Way.HANDED_OVER, day.plusDays(1), "", photo(), WORKER),
                Problem.DAY_NOT_POSSIBLE);
        assertRefused(
                deliveries.record(ground.vote, List.of(1), Way.REGISTERED_MAIL, day, "", photo(), WORKER),
                Problem.REASON_MISSING);
    }

    @Test
    void whatWasReadOnThePhoneIsADeliveryOnceAHomeAndOnlyOnTheRoll() {
        deliveries.noteReads(ground.vote.id(), new TreeMap<>(Map.of(4, 77L, 99, 77L)));
        deliveries.noteReads(ground.vote.id(), new TreeMap<>(Map.of(4, 78L)));

        assertThat(deliveries.all(ground.vote)).extracting(Delivery::homeNo).containsExactly(4);
        assertThat(deliveries.deliveredEntries(ground.vote)).containsExactly(ground.entry(4));
    }
}
