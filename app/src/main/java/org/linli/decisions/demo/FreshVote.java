package org.linli.decisions.demo;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.linli.decisions.Initiator;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteId;
import org.linli.decisions.VoteState;
import org.linli.decisions.VoteWriter;
import org.linli.decisions.Votes;
import org.linli.decisions.Votes.By;
import org.linli.decisions.roll.VoteClock;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.scope.RowScope;
import org.linli.platform.time.BusinessTime;
import org.linli.rules.decisions.matters.RulePacks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A vote that the demo's owners can take part in at once: its notice is dated back by the days that the law asks for, and from
 * there it goes the ordinary way.
 */
@Service
class FreshVote {

    private static final int NOTICE_DAYS = 15;
    private static final int QUESTIONS = 3;
    private static final By DEMO = new By("演示：一键开始", null);

    private final Votes votes;
    private final VoteWriter writer;
    private final VoteClock clock;
    private final BusinessTime time;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    FreshVote(
            Votes votes,
            VoteWriter writer,
            VoteClock clock,
            BusinessTime time,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.votes = votes;
        this.writer = writer;
        this.clock = clock;
        this.time = time;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** The community of the demo's owners; empty when nobody has a claim. */
    Optional<CommunityId> community() {
        return jdbc.sql("select min(community_id) from linli.ownership_claim")
                .query((row, n) -> Optional.ofNullable(row.getObject(1, Long.class)))
                .single()
                .map(CommunityId::new);
    }

    /** Calls it and opens it. @return the vote, open */
    Vote open(CommunityId community) {
        LocalDate notice = time.today().minusDays(NOTICE_DAYS);
        VoteId id = Objects.requireNonNull(transaction.execute(status -> call(community, notice)));
        clock.advance(id);
        return get(id);
    }

    private VoteId call(CommunityId community, LocalDate notice) {
        VoteId id = writer.create(
                new VoteWriter.NewVote(community, RulePacks.TAIZHOU_2021.code(), Initiator.COMMITTEE, false, null),
                DemoVotes.terms("演示表决：请三位业主试投", notice),
                DemoQuestions.of(0, true, QUESTIONS),
                DEMO);
        List.of(VoteState.REVIEW, VoteState.NOTICED).forEach(state -> datedBack(id, state, notice));
        return id;
    }

    /** A step whose legal day is the notice's, recorded now: the demo says so in its reason. */
    private void datedBack(VoteId id, VoteState state, LocalDate notice) {
        jdbc.sql("""
                insert into linli.vote_state (community_id, vote_no, state_no, state, day, at, by_name, by_account, reason)
                select :community, :vote, max(state_no) + 1, :state, :day, :at, :by, null, :reason
                from linli.vote_state where community_id = :community and vote_no = :vote
                """)
                .param("community", id.community().value())
                .param("vote", id.number())
                .param("state", state.name())
                .param("day", notice)
                .param("at", time.now().atOffset(ZoneOffset.UTC))
                .param("by", DEMO.name())
                .param("reason", "演示：公告日期倒推")
                .update();
    }

    private Vote get(VoteId id) {
        return votes.find(id, RowScope.everything()).orElseThrow();
    }
}
