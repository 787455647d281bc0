package org.linli.decisions.drafting.web;

import java.util.List;
import org.linli.decisions.DecisionKind;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteTabs;
import org.linli.decisions.drafting.DraftingTodo;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.RowScopes;
import org.linli.platform.scope.Viewer;
import org.linli.platform.web.MenuEntry;
import org.linli.platform.web.MenuSource;
import org.springframework.stereotype.Component;

/** The one menu entry of the feature, and the first tabs of each vote's desk. */
@Component
class DraftingMenu implements MenuSource, VoteTabs {

    /** Who opens the desk of votes. */
    static final List<Role> READERS =
            List.of(Role.COMMITTEE, Role.PMC, Role.STREET, Role.COMMUNITY_WORKER, Role.COUNTY, Role.CITY);

    private final DraftingTodo todo;
    private final RowScopes scopes;

    DraftingMenu(DraftingTodo todo, RowScopes scopes) {
        this.todo = todo;
        this.scopes = scopes;
    }

    @Override
    public List<MenuEntry> entries(Viewer viewer) {
        return READERS.contains(viewer.role())
                ? List.of(new MenuEntry(200, "decisions.menu", "/desk/votes", todo.waiting(viewer, scopes.of(viewer))))
                : List.of();
    }

    @Override
    public List<Tab> tabs(Vote vote, Viewer viewer) {
        Tab steps = new Tab(50, "decisions.tab.steps", "");
        Tab draft = new Tab(100, "decisions.tab.draft", "/draft");
        boolean election = vote.items().stream().anyMatch(item -> item.kind() == DecisionKind.ELECTION);
        return election && Organisers.mayOrganise(viewer)
                ? List.of(steps, draft, new Tab(150, "decisions.tab.nominations", "/nominations"))
                : List.of(steps, draft);
    }
}
