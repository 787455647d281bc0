package org.linli.decisions.reach.web;

import java.util.ArrayList;
import java.util.List;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteState;
import org.linli.decisions.VoteTabs;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Viewer;
import org.springframework.stereotype.Component;

/** Delivery, paper, proxies, assistance and anomalies among the tabs of a vote whose notice is out. */
@Component
class ReachTabs implements VoteTabs {

    private static final List<Role> SUPERVISORS = List.of(Role.STREET, Role.COUNTY, Role.CITY);
    private static final List<Role> ORGANISERS = List.of(Role.COMMITTEE, Role.PMC, Role.COMMUNITY_WORKER);

    @Override
    public List<Tab> tabs(Vote vote, Viewer viewer) {
        List<Tab> tabs = new ArrayList<>();
        if (vote.step(VoteState.NOTICED).isEmpty()) {
            return tabs;
        }
        boolean supervises = SUPERVISORS.contains(viewer.role());
        if (supervises || ORGANISERS.contains(viewer.role())) {
            tabs.add(new Tab(300, "reach.tab.delivery", "/delivery"));
            tabs.add(new Tab(400, "reach.tab.paper", "/paper"));
            tabs.add(new Tab(420, "reach.tab.proxies", "/proxies"));
        }
        if (supervises || viewer.role() == Role.COMMUNITY_WORKER) {
            tabs.add(new Tab(440, "reach.tab.assisted", "/assisted"));
        }
        if (supervises) {
            tabs.add(new Tab(500, "reach.tab.anomalies", "/anomalies"));
        }
        return tabs;
    }
}
