package org.linli.decisions.counting.web;

import org.linli.decisions.Vote;
import org.linli.decisions.Votes;
import org.linli.platform.scope.RowScopes;
import org.linli.platform.scope.Viewer;
import org.springframework.stereotype.Component;

/** The vote of an address within the viewer's rows. */
@Component
class DeskVotes {

    private final Votes votes;
    private final RowScopes scopes;

    DeskVotes(Votes votes, RowScopes scopes) {
        this.votes = votes;
        this.scopes = scopes;
    }

    Vote get(String address, Viewer viewer) {
        return votes.get(address, scopes.of(viewer));
    }

    static Votes.By by(Viewer viewer) {
        return new Votes.By(viewer.name(), viewer.accountId());
    }
}
