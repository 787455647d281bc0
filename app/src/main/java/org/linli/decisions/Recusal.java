package org.linli.decisions;

import org.linli.platform.ids.CommunityId;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Viewer;
import org.linli.registry.claims.Claims;
import org.springframework.stereotype.Component;

/**
 * Staff with a home in the area neither witness its count nor rule on what its owners contest.
 *
 * <p>Source: domain reference i [D]. Known is what the account itself proved: its confirmed claims, and the owners for whom it acts
 * as guardian or representative. A hat alone says nothing: it may have been granted without a home, or stay behind after a sale.
 */
@Component
public class Recusal {

    private final Claims claims;

    Recusal(Claims claims) {
        this.claims = claims;
    }

    /** Whether the account acts for a home of the community today. */
    public boolean holdsAHome(long account, CommunityId community) {
        return claims.confirmedHomes(account).stream()
                .anyMatch(home -> home.community().equals(community));
    }

    /** Whether this hat must leave a ruling to somebody else. Committees are owners by law and stay out of it. */
    public boolean isDue(Viewer viewer, CommunityId community) {
        boolean staff = viewer.role() == Role.STREET || viewer.role() == Role.COMMUNITY_WORKER;
        return staff && holdsAHome(viewer.accountId(), community);
    }
}
