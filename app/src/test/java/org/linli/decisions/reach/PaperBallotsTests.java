package org.linli.decisions.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.decisions.reach.ReachGround.OTHER;
import static org.linli.decisions.reach.ReachGround.STREET;
import static org.linli.decisions.reach.ReachGround.WORKER;
import static org.linli.decisions.reach.ReachGround.agree;
import static org.linli.decisions.reach.ReachGround.assertRefused;
import static org.linli.decisions.reach.ReachGround.oppose;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.decisions.casting.RecordCloser;
import org.linli.decisions.reach.paper.Paper;
import org.linli.decisions.reach.paper.PaperBallots;
import org.linli.decisions.reach.paper.PaperReadings;
import org.linli.decisions.reach.paper.VoidReason;
import org.linli.platform.scope.Role;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A paper is read by two, cast once and accounted for to the last one. */
@LinliTest
class PaperBallotsTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    PaperBallots papers;

    @Autowired
    PaperReadings readings;

    @Autowired
    RecordCloser closer;

    @Autowired
    JdbcClient jdbc;

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
    void twoPeopleReadAPaperAndItIsCastOnce() {
        int number = ground.returned(5);
        ground.scan(number);

        assertThat(readings.read(ground.vote, number, agree(), "", WORKER)).isEqualTo(new Act.Done(number));
        assertRefused(readings.read(ground.vote, number, agree(), "", WORKER), Problem.SAME_PERSON);
        assertThat(readings.read(ground.vote, number, agree(), "", OTHER)).isEqualTo(new Act.Done(number));

        assertThat(ground.paper(number).state()).isEqualTo(Paper.State.CAST);
        assertRefused(readings.read(ground.vote, number, agree(), "", STREET), Problem.PAPER_COUNTED);
        assertRefused(papers.voidPaper(ground.vote, number, VoidReason.LOST, "不见了", WORKER), Problem.PAPER_COUNTED);
        assertRefused(papers.issue(ground.vote, 5, WORKER), Problem.HAS_VOTED);
    }

    @Test
    void whenTwoReadDifferentlyAThirdOfTheStreetSaysWhy() {
        int number = ground.returned(5);
        assertRefused(readings.read(ground.vote, number, agree(), "", WORKER), Problem.SCAN_MISSING);
        ground.scan(number);
        readings.read(ground.vote, number, agree(), "", WORKER);
        readings.read(ground.vote, number, oppose(), "", OTHER);

        assertThat(readings.waitsFor(ground.vote, ground.paper(number))).isEqualTo(PaperReadings.Wait.THIRD);
        assertRefused(
                readings.read(ground.vote, number, oppose(), "看清楚了", new Actor(904, "丁", Role.COMMUNITY_WORKER)),
                Problem.STREET_LOOKS);
        assertRefused(readings.read(ground.vote, number, oppose(), " ", STREET), Problem.REASON_MISSING);
        assertThat(readings.read(ground.vote, number, oppose(), "勾在反对一栏", STREET))
                .isEqualTo(new Act.Done(number));
        assertThat(ground.paper(number).state()).isEqualTo(Paper.State.CAST);
    }

    @Test
    void aPaperGivesWayToABallotThatWasFirst() {
        int number = ground.returned(6);
        ground.scan(number);
        readings.read(ground.vote, number, agree(), "", WORKER);
        ground.vote(6);

        assertRefused(readings.read(ground.vote, number, agree(), "", OTHER), Problem.VOTED_OTHERWISE);

        assertThat(ground.paper(number).voided())
                .extracting(Paper.Voided::reason)
                .isEqualTo(VoidReason.VOTED_OTHERWISE);
        assertThat(ballots(ground.entry(6))).isEqualTo(1);
    }

    @Test
    void aPaperReturnedInTimeIsEnteredAfterTheCloseAndNoneIsTakenBackLater() {
        int inTime = ground.returned(5);
        int late = ground.issue(6);
        ground.fixtures.now(ground.vote.terms().deadline());

        assertRefused(papers.takeBack(ground.vote, late, "", WORKER), Problem.PAPER_TOO_LATE);
        ground.fixtures.now(ground.vote.terms().deadline().plusSeconds(21));
        assertThat(closer.close(ground.vote)).isTrue();
        ground.scan(inTime);
        readings.read(ground.vote, inTime, agree(), "", WORKER);
        assertThat(readings.read(ground.vote, inTime, agree(), "", OTHER)).isEqualTo(new Act.Done(inTime));
        assertThat(papers.voidPaper(ground.vote, late, VoidReason.TOO_LATE, "次日交来", WORKER))
                .isEqualTo(new Act.Done(late));
    }

    @Test
    void everyPaperIsAccountedFor() {
        int first = ground.issue(1);
        assertRefused(papers.issue(ground.vote, 11, WORKER), Problem.PAPER_OUT);
        // What is too long is refused, never cut.
        String long201 = "长".repeat(201);
        assertRefused(papers.voidPaper(ground.vote, first, VoidReason.LOST, " ", WORKER), Problem.REASON_MISSING);
        assertRefused(papers.voidPaper(ground.vote, first, VoidReason.LOST, long201, WORKER), Problem.REASON_MISSING);
        assertRefused(papers.takeBack(ground.vote, first, long201, WORKER), Problem.REASON_MISSING);
        papers.voidPaper(ground.vote, first, VoidReason.LOST, "遗失", WORKER);
        assertRefused(papers.takeBack(ground.vote, first, "", WORKER), Problem.PAPER_VOIDED);
        assertRefused(papers.voidPaper(ground.vote, first, VoidReason.LOST, "遗失", WORKER), Problem.PAPER_VOIDED);
        ground.issue(1);
        int third = ground.returned(2);
        assertRefused(papers.takeBack(ground.vote, third, "", WORKER), Problem.PAPER_RETURNED_ALREADY);

        var sums = papers.reconcile(ground.vote);

        assertThat(sums.isBalanced()).isTrue();
        assertThat(List.of(sums.issued(), sums.outstanding(), sums.returned(), sums.voided(), sums.waiting()))
                .containsExactly(3, 1, 1, 1, 1);
        assertThat(new HashSet<>(
                        papers.list(ground.vote).stream().map(Paper::serial).toList()))
                .hasSize(3);
    }

    @Test
    void eachLookAtAScanIsCounted() {
        int number = ground.returned(2);
        ground.scan(number);

        papers.viewScan(ground.vote, number, 1, WORKER);
        papers.viewScan(ground.vote, number, 1, OTHER);

        assertThat(ground.paper(number).scans().getFirst().views()).isEqualTo(2);
    }

    private int ballots(String entry) {
        return jdbc.sql(
                        "select count(*) from linli.ballot where community_id = :id and entry_id = decode(:entry, 'hex')")
                .param("id", ground.vote.id().community().value())
                .param("entry", entry)
                .query(Integer.class)
                .single();
    }
}
