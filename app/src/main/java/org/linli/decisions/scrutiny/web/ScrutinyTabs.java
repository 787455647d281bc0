package org.linli.decisions.scrutiny.web;

import java.util.List;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteState;
import org.linli.decisions.VoteTabs;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Viewer;
import org.springframework.stereotype.Component;

/** Supervised checks among the tabs of a closed vote. */
@Component
class ScrutinyTabs implements VoteTabs {

    private static final int ORDER = 650;

    @Override
    public List<Tab> tabs(Vote vote, Viewer viewer) {
        return List.of(Role.STREET, Role.COMMUNITY_WORKER).contains(viewer.role())
                        && vote.step(VoteState.CLOSED).isPresent()
                ? List.of(new Tab(ORDER, "scrutiny.title", "/scrutinies"))
                : List.of();
    }
}
