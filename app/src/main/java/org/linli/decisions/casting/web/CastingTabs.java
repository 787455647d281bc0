package org.linli.decisions.casting.web;

import java.util.List;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteTabs;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Viewer;
import org.springframework.stereotype.Component;

/** Contested ballots among the tabs of a vote, for those who rule on them and those above. */
@Component
class CastingTabs implements VoteTabs {

    private static final int ORDER = 450;
    private static final List<Role> READERS = List.of(Role.STREET, Role.COMMUNITY_WORKER, Role.COUNTY, Role.CITY);

    @Override
    public List<Tab> tabs(Vote vote, Viewer viewer) {
        return READERS.contains(viewer.role())
                ? List.of(new Tab(ORDER, "casting.denials.title", "/denials"))
                : List.of();
    }
}
