package org.linli.registry.claims.web;

import java.util.List;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.RowScopes;
import org.linli.platform.scope.Viewer;
import org.linli.platform.web.MenuEntry;
import org.linli.platform.web.MenuSource;
import org.linli.registry.claims.ClaimDesk;
import org.linli.registry.claims.ClaimState;
import org.linli.registry.claims.Links;
import org.springframework.stereotype.Component;

@Component
class ClaimMenu implements MenuSource {

    private final ClaimDesk desk;
    private final Links links;
    private final RowScopes scopes;

    ClaimMenu(ClaimDesk desk, Links links, RowScopes scopes) {
        this.desk = desk;
        this.links = links;
        this.scopes = scopes;
    }

    @Override
    public List<MenuEntry> entries(Viewer viewer) {
        RowScope rows = scopes.of(viewer);
        if (viewer.role() == Role.COMMUNITY_WORKER || viewer.role() == Role.SPECIALIST) {
            return List.of(
                    claims(List.of(ClaimState.SUBMITTED, ClaimState.SEEN), rows),
                    new MenuEntry(341, "claims.menu.letters", "/claim-letters", 0));
        }
        if (viewer.role() == Role.STREET) {
            return List.of(
                    claims(List.of(ClaimState.SEEN, ClaimState.DISPUTED), rows),
                    new MenuEntry(341, "claims.menu.letters", "/claim-letters", 0),
                    new MenuEntry(342, "claims.menu.links", "/claim-links", links.countWaiting(rows)));
        }
        return List.of();
    }

    private MenuEntry claims(List<ClaimState> waiting, RowScope rows) {
        return new MenuEntry(340, "claims.menu.claims", "/claims", desk.count(waiting, rows));
    }
}
