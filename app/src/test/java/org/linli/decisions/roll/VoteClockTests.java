package org.linli.decisions.roll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.decisions.testing.VoteFixtures.LAST_DAY;
import static org.linli.decisions.testing.VoteFixtures.NOTICE;
import static org.linli.decisions.testing.VoteFixtures.OPENS;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteState;
import org.linli.decisions.testing.Homestead;
import org.linli.decisions.testing.VoteFixtures;
import org.linli.platform.time.BusinessTime;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@LinliTest
class VoteClockTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    VoteClock clock;

    @Autowired
    Heartbeat heartbeat;

    @Autowired
    Rolls rolls;

    @Autowired
    JdbcClient jdbc;

    VoteFixtures fixtures;

    @BeforeEach
    void made() {
        fixtures = VoteFixtures.in(context);
        jdbc.sql("delete from platform.heartbeat").update();
    }

    @AfterEach
    void restored() {
        fixtures.restoreTime();
        jdbc.sql("delete from platform.heartbeat").update();
    }

    @Test
    void opensAtMidnightOfTheFirstDayAndClosesAtTheEndOfTheLastAndDoesNothingTwice() {
        Vote vote = fixtures.aVote(Homestead.of(context, 2).id()).noticed();
        Instant opens = vote.terms().opensAt();
        Instant deadline = vote.terms().deadline();

        assertThat(at(vote, opens.minusSeconds(5))).isEqualTo(VoteState.NOTICED);
        assertThat(at(vote, opens)).isEqualTo(VoteState.OPEN);
        assertThat(at(vote, opens.plusSeconds(10))).isEqualTo(VoteState.OPEN);
        assertThat(at(vote, deadline.minusSeconds(5))).isEqualTo(VoteState.OPEN);
        assertThat(at(vote, deadline))
                .as("ballots of the last second are on their way")
                .isEqualTo(VoteState.OPEN);
        assertThat(at(vote, deadline.plusSeconds(25))).isEqualTo(VoteState.CLOSED);
        assertThat(at(vote, deadline.plusSeconds(35))).isEqualTo(VoteState.CLOSED);

        assertThat(jdbc.sql("""
                select kind from linli.ledger_leaf where community_id = :community and record_no = :vote order by leaf_no
                """)
                        .param("community", vote.id().community().value())
                        .param("vote", vote.id().number())
                        .query(String.class)
                        .list())
                .containsExactly("ROLL", "OPEN", "CLOSE");

        assertThat(fixtures.get(vote.id()).steps())
                .filteredOn(step -> step.state() == VoteState.OPEN || step.state() == VoteState.CLOSED)
                .hasSize(2)
                .allSatisfy(step -> assertThat(step.by()).isEqualTo("按时自动"));
    }

    @Test
    void freezesOnTheNoticeDayAVoteThatWasNoticedBefore() {
        Homestead area = Homestead.of(context, 2);
        Vote draft = fixtures.aVote(area.id()).drafted();
        fixtures.today(NOTICE.minusDays(2));
        Vote vote = fixtures.step(fixtures.step(draft, VoteState.REVIEW), VoteState.NOTICED);

        clock.advance(vote.id());
        assertThat(rolls.find(vote.id())).isEmpty();
        fixtures.now(NOTICE.atStartOfDay(BusinessTime.ZONE).toInstant());
        clock.advance(vote.id());

        assertThat(rolls.current(vote.id()).total(1).heads()).isEqualTo(2);
    }

    @Test
    void anOutageOfMoreThanAnHourMovesTheEndByWholeDaysAndOnlyOnce() {
        Vote vote = openAfterYears(1);
        outage(vote.terms().opensAt().plus(Duration.ofDays(2)), Duration.ofMinutes(61));

        clock.advance(vote.id());
        clock.advance(vote.id());

        Vote moved = fixtures.get(vote.id());
        assertThat(moved.terms().window().lastDay())
                .isEqualTo(LAST_DAY.plusYears(1).plusDays(1));
        assertThat(moved.terms().version()).isEqualTo(vote.terms().version() + 1);
        assertThat(moved.items()).isEqualTo(vote.items());
        String until = moved.terms().window().lastDay().toString();
        assertThat(jdbc.sql("select concat(kind, ' ', until_on) from linli.notice where community_id = :community")
                        .param("community", vote.id().community().value())
                        .query(String.class)
                        .list())
                .contains("EXTENSION " + until, "VOTE " + until);
    }

    @Test
    void lessThanAnHourInSumIsToleratedAndSilenceOutsideTheWindowIsNobodysLoss() {
        Vote vote = openAfterYears(2);
        outage(vote.terms().opensAt().minus(Duration.ofHours(5)), Duration.ofHours(5));
        outage(vote.terms().opensAt().plus(Duration.ofDays(2)), Duration.ofMinutes(59));

        clock.advance(vote.id());

        assertThat(fixtures.get(vote.id()).terms().window().lastDay()).isEqualTo(LAST_DAY.plusYears(2));
    }

    @Test
    void anOutageAcrossTheDeadlineIsNotTakenFromTheOwners() {
        Vote vote = openAfterYears(3);
        outage(vote.terms().deadline().minus(Duration.ofMinutes(90)), Duration.ofHours(9));

        clock.advance(vote.id());

        assertThat(fixtures.get(vote.id()).state()).isEqualTo(VoteState.OPEN);
        assertThat(fixtures.get(vote.id()).terms().window().lastDay())
                .isEqualTo(LAST_DAY.plusYears(3).plusDays(1));
        assertThat(at(vote, vote.terms().deadline().plus(Duration.ofDays(1)).plusSeconds(25)))
                .isEqualTo(VoteState.CLOSED);
    }

    @Test
    void theFirstBeatAfterASilenceRecordsItAndAClockSetBackRecordsNone() {
        Instant begun = NOTICE.plusYears(4).atStartOfDay(BusinessTime.ZONE).toInstant();
        fixtures.now(begun);
        heartbeat.beat();
        fixtures.now(begun.plusSeconds(55));
        heartbeat.beat();
        fixtures.now(begun.minusSeconds(3_600));
        heartbeat.beat();

        assertThat(heartbeat.downtime(begun.minusSeconds(7_200), begun.plusSeconds(7_200)))
                .isZero();
    }

    /** Outages stay on record, so each test has a window of its own that no other vote shares. */
    private Vote openAfterYears(int years) {
        return fixtures.aVote(Homestead.of(context, 1).id())
                .on(NOTICE.plusYears(years), OPENS.plusYears(years), LAST_DAY.plusYears(years))
                .open();
    }

    /** Silence between two beats; it is the second one's time afterwards. */
    private void outage(Instant from, Duration length) {
        fixtures.now(from);
        heartbeat.beat();
        fixtures.now(from.plus(length));
        heartbeat.beat();
        Instant end = from.plus(length);
        jdbc.sql("delete from platform.heartbeat").update();
        assertThat(heartbeat.downtime(from.minusSeconds(1), end.plusSeconds(60)))
                .isCloseTo(length, Duration.ofSeconds(20));
    }

    private VoteState at(Vote vote, Instant instant) {
        fixtures.now(instant);
        clock.advance(vote.id());
        return fixtures.get(vote.id()).state();
    }
}
