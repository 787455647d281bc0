package org.linli.decisions;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.platform.scope.RowScope;
import org.linli.platform.time.BusinessTime;
import org.linli.platform.web.NotFound;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Votes as they stand, and the one way in which a vote takes a step. */
@Service
public class Votes {

    private final VoteStore store;
    private final JdbcClient jdbc;
    private final BusinessTime time;
    private final ApplicationEventPublisher events;

    Votes(VoteStore store, JdbcClient jdbc, BusinessTime time, ApplicationEventPublisher events) {
        this.store = store;
        this.jdbc = jdbc;
        this.time = time;
        this.events = events;
    }

    /** The vote, if the scope reaches it. */
    public Optional<Vote> find(VoteId id, RowScope scope) {
        return store.find(id, scope);
    }

    /** The vote whose notice was published, as anybody may see it; rehearsals are nobody's business. */
    public Optional<Vote> findPublic(VoteId id) {
        return store.find(id, RowScope.everything()).filter(Vote::isPublic);
    }

    /** The vote of an address such as {@code 12-3}. @throws NotFound if there is none within the scope */
    public Vote get(String address, RowScope scope) {
        return VoteId.parse(address).flatMap(id -> find(id, scope)).orElseThrow(NotFound::new);
    }

    /** The public vote of an address. @throws NotFound if there is none */
    public Vote getPublic(String address) {
        return VoteId.parse(address).flatMap(this::findPublic).orElseThrow(NotFound::new);
    }

    /** The ids of a community's votes, newest first. */
    public List<VoteId> list(org.linli.platform.ids.CommunityId community) {
        return jdbc.sql("select vote_no from linli.vote where community_id = :community order by vote_no desc")
                .param("community", community.value())
                .query((row, n) -> new VoteId(community, row.getInt("vote_no")))
                .list();
    }

    /**
     * Records a step at the business time now. Two people who take the same step at once: one of them fails on the key of the
     * steps, and its transaction with it.
     *
     * @param from the state the caller saw
     * @throws StepTaken if the vote is no longer in that state
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void step(Vote vote, VoteState from, VoteState to, By by, String reason) {
        if (vote.state() != from) {
            throw new StepTaken(vote.id(), vote.state());
        }
        int stored = jdbc.sql("""
                insert into linli.vote_state (community_id, vote_no, state_no, state, day, at, by_name, by_account, reason)
                values (:community, :vote, :number, :state, :day, :at, :by, :account, :reason)
                on conflict do nothing
                """)
                .param("community", vote.id().community().value())
                .param("vote", vote.id().number())
                .param("number", vote.steps().size() + 1)
                .param("state", to.name())
                .param("day", time.today())
                .param("at", OffsetDateTime.ofInstant(time.now(), ZoneOffset.UTC))
                .param("by", by.name())
                .param("account", by.account(), java.sql.Types.BIGINT)
                .param("reason", reason)
                .update();
        if (stored == 0) {
            throw new StepTaken(vote.id(), from);
        }
        events.publishEvent(new VoteStepped(vote.id(), to, reason));
    }

    /** @param name as recorded @param account null for what Linli does by the clock */
    public record By(String name, @Nullable Long account) {
        public static final By CLOCK = new By("按时自动", null);
    }

    /** Somebody else took a step in between. */
    public static final class StepTaken extends RuntimeException {
        StepTaken(VoteId id, VoteState state) {
            super("vote " + id + " has moved on from " + state);
        }
    }
}
