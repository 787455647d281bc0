package org.linli.decisions.drafting.web;

import java.time.LocalDate;
import java.util.List;
import org.linli.decisions.Initiator;
import org.linli.decisions.Vote;
import org.linli.decisions.Votes;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.RowScopes;
import org.linli.platform.scope.Viewer;
import org.linli.platform.time.BusinessTime;
import org.springframework.stereotype.Component;

/** Who looks at a vote's desk, at which rows, and what this hat may do there (domain i). */
@Component
class Organisers {

    private final Votes votes;
    private final RowScopes scopes;
    private final BusinessTime time;

    Organisers(Votes votes, RowScopes scopes, BusinessTime time) {
        this.votes = votes;
        this.scopes = scopes;
        this.time = time;
    }

    /** @throws org.linli.platform.web.NotFound beyond the viewer's scope */
    Vote vote(String address, Viewer viewer) {
        return votes.get(address, scope(viewer));
    }

    RowScope scope(Viewer viewer) {
        return scopes.of(viewer);
    }

    LocalDate today() {
        return time.today();
    }

    static Votes.By by(Viewer viewer) {
        return new Votes.By(viewer.name(), viewer.accountId());
    }

    static boolean mayOrganise(Viewer viewer) {
        return List.of(Role.COMMITTEE, Role.PMC, Role.STREET, Role.COMMUNITY_WORKER)
                .contains(viewer.role());
    }

    static boolean mayReview(Viewer viewer) {
        return List.of(Role.STREET, Role.COMMUNITY_WORKER).contains(viewer.role());
    }

    static boolean mayVoid(Viewer viewer) {
        return List.of(Role.STREET, Role.COUNTY, Role.CITY).contains(viewer.role());
    }

    /** For whom this hat may call a vote: committees for themselves, street and neighbourhood for whom they guide. */
    static List<Initiator> initiators(Viewer viewer) {
        return switch (viewer.role()) {
            case COMMITTEE -> List.of(Initiator.COMMITTEE);
            case PMC -> List.of(Initiator.PMC);
            // The committee first, as votes are called most often; a preparatory group must be on record.
            default -> List.of(Initiator.COMMITTEE, Initiator.PMC, Initiator.PREP_GROUP, Initiator.STREET_ORDERED);
        };
    }
}
