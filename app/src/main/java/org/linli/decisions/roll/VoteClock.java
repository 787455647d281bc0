package org.linli.decisions.roll;

import java.util.ArrayList;
import java.util.List;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteId;
import org.linli.decisions.VoteState;
import org.linli.decisions.Votes;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.scope.RowScope;
import org.linli.platform.time.BusinessTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does what the days of a vote say: freezes the roll, opens, extends after outages, closes. Every step looks at what is stored, so
 * that a server killed in between, or a second node, does nothing twice.
 */
@Service
public class VoteClock {

    /** The last step of every vote that waits for a day, city-wide. */
    private static final String WAITING = """
            select t.community_id, t.vote_no from linli.vote_state t
            where t.state in ('NOTICED', 'OPEN')
              and not exists (select 1 from linli.vote_state l
                               where l.community_id = t.community_id and l.vote_no = t.vote_no and l.state_no > t.state_no)
            order by t.community_id, t.vote_no
            """;

    private final Votes votes;
    private final RollStore rolls;
    private final RollFreeze freeze;
    private final RollLeaves leaves;
    private final OutageExtension outages;
    private final Heartbeat heartbeat;
    private final VoteRecord record;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final BusinessTime time;

    VoteClock(
            Votes votes,
            RollStore rolls,
            RollFreeze freeze,
            RollLeaves leaves,
            OutageExtension outages,
            Heartbeat heartbeat,
            VoteRecord record,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            BusinessTime time) {
        this.votes = votes;
        this.rolls = rolls;
        this.freeze = freeze;
        this.leaves = leaves;
        this.outages = outages;
        this.heartbeat = heartbeat;
        this.record = record;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.time = time;
    }

    /** Business time was set, as the demo does to make its past: what lies between is no outage. */
    public void timeWasSet() {
        heartbeat.begin();
    }

    /** Brings every vote up to the business time now. What fails for one vote keeps no other from its day, and is thrown at the end. */
    public void tick() {
        List<RuntimeException> failures = new ArrayList<>();
        for (VoteId id : waiting()) {
            try {
                advance(id);
            } catch (Votes.StepTaken | RollNotReady elsewhere) {
                // Another node took the step; or the organiser has to say something first, and the desk says so.
            } catch (RuntimeException failure) {
                failures.add(failure);
            }
        }
        if (!failures.isEmpty()) {
            RuntimeException first = failures.removeFirst();
            failures.forEach(first::addSuppressed);
            throw first;
        }
    }

    private List<VoteId> waiting() {
        return jdbc.sql(WAITING)
                .query((row, n) -> new VoteId(new CommunityId(row.getLong("community_id")), row.getInt("vote_no")))
                .list();
    }

    /** Brings one vote up to the business time now. @throws RollNotReady as of {@link RollFreeze#freeze} */
    public void advance(VoteId id) {
        Vote vote = get(id);
        if (vote.state() == VoteState.NOTICED) {
            prepare(vote);
            vote = get(id);
        }
        if (vote.state() == VoteState.OPEN) {
            finish(vote);
        }
    }

    private void prepare(Vote vote) {
        if (vote.terms().noticeOn().isAfter(time.today())) {
            return;
        }
        freeze.freeze(vote);
        leaves.announce(vote);
        if (!time.now().isBefore(vote.terms().opensAt())) {
            record.open(vote);
            step(vote, VoteState.OPEN);
        }
    }

    private void finish(Vote vote) {
        if (rolls.lastVersion(vote.id()) == 0) {
            throw new IllegalStateException("vote " + vote.id() + " is open without a roll");
        }
        leaves.announce(vote);
        boolean moved = Boolean.TRUE.equals(transaction.execute(status -> outages.apply(vote)));
        if (!moved && !time.now().isBefore(vote.terms().deadline()) && record.close(vote)) {
            step(vote, VoteState.CLOSED);
        }
    }

    /** The clock of another node, or the job of this one, may have taken it a moment before: then it is taken. */
    private void step(Vote vote, VoteState to) {
        try {
            transaction.executeWithoutResult(status -> votes.step(vote, vote.state(), to, Votes.By.CLOCK, ""));
        } catch (Votes.StepTaken before) {
            if (get(vote.id()).step(to).isEmpty()) {
                throw before;
            }
        }
    }

    private Vote get(VoteId id) {
        return votes.find(id, RowScope.everything()).orElseThrow();
    }
}
