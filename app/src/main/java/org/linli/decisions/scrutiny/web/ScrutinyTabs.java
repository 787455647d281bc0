package org.linli.decisions.scrutiny.web;

import java.util.ArrayList;
import java.util.List;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteState;
import org.linli.decisions.VoteTabs;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Viewer;
import org.springframework.stereotype.Component;

/** Who was chosen for supervised checks, and the checks of a closed vote, among its tabs. */
@Component
class ScrutinyTabs implements VoteTabs {

    private static final int ORDER = 650;

    @Override
    public List<Tab> tabs(Vote vote, Viewer viewer) {
        List<Tab> tabs = new ArrayList<>();
        if (List.of(Role.STREET, Role.COMMITTEE).contains(viewer.role())
                && vote.step(VoteState.NOTICED).isPresent()) {
            tabs.add(new Tab(ORDER - 1, "scrutineer.title", "/scrutineers"));
        }
        if (List.of(Role.STREET, Role.COMMUNITY_WORKER).contains(viewer.role())
                && vote.step(VoteState.CLOSED).isPresent()) {
            tabs.add(new Tab(ORDER, "scrutiny.title", "/scrutinies"));
        }
        return tabs;
    }
}
