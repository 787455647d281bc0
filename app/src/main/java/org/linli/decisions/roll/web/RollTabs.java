package org.linli.decisions.roll.web;

import java.util.List;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteTabs;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Viewer;
import org.springframework.stereotype.Component;

/** The roll among the tabs of a vote; the property company sees nothing of it. */
@Component
class RollTabs implements VoteTabs {

    private static final int ORDER = 200;
    private static final List<Role> READERS =
            List.of(Role.COMMITTEE, Role.PMC, Role.STREET, Role.COMMUNITY_WORKER, Role.COUNTY, Role.CITY);

    @Override
    public List<Tab> tabs(Vote vote, Viewer viewer) {
        return READERS.contains(viewer.role()) ? List.of(new Tab(ORDER, "decisions.roll.title", "/roll")) : List.of();
    }
}
