package org.linli.decisions.editions.web;

import java.util.List;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteState;
import org.linli.decisions.VoteTabs;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Viewer;
import org.springframework.stereotype.Component;

/** Full editions among the tabs of a counted vote. */
@Component
class EditionTabs implements VoteTabs {

    private static final int ORDER = 700;
    private static final List<Role> READERS = List.of(Role.STREET, Role.COUNTY, Role.CITY, Role.AGENCY);

    @Override
    public List<Tab> tabs(Vote vote, Viewer viewer) {
        return READERS.contains(viewer.role())
                        && vote.step(VoteState.PRELIMINARY).isPresent()
                ? List.of(new Tab(ORDER, "editions.title", "/editions"))
                : List.of();
    }
}
