package org.linli.decisions.drafting;

import org.linli.decisions.Vote;
import org.linli.decisions.VoteId;
import org.linli.decisions.Votes;
import org.linli.platform.postgres.NamedLock;
import org.linli.platform.scope.RowScope;
import org.linli.platform.web.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One writer of a vote at a time, so that no version slips in between the review and the notice. */
@Component
class VoteLock {

    private final JdbcClient jdbc;
    private final Votes votes;

    VoteLock(JdbcClient jdbc, Votes votes) {
        this.jdbc = jdbc;
        this.votes = votes;
    }

    /** Holds the vote until the transaction ends, and reads it as it stands now. */
    Vote hold(VoteId id) {
        NamedLock.hold(jdbc, "vote " + id);
        return votes.find(id, RowScope.everything()).orElseThrow(NotFound::new);
    }
}
