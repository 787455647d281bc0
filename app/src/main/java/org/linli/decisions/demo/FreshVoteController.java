package org.linli.decisions.demo;

import java.util.List;
import java.util.Optional;
import org.linli.decisions.Vote;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.RowScopes;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.settings.Portal;
import org.linli.platform.web.MenuEntry;
import org.linli.platform.web.MenuSource;
import org.linli.platform.web.NotFound;
import org.linli.platform.web.Views;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The demo's button: a vote that three owners can take part in within a minute. */
@Controller
class FreshVoteController implements MenuSource {

    private static final int ORDER = 90;

    private final FreshVote fresh;
    private final Portal portal;
    private final RowScopes scopes;
    private final JdbcClient jdbc;

    FreshVoteController(FreshVote fresh, Portal portal, RowScopes scopes, JdbcClient jdbc) {
        this.fresh = fresh;
        this.portal = portal;
        this.scopes = scopes;
        this.jdbc = jdbc;
    }

    @Override
    public List<MenuEntry> entries(Viewer viewer) {
        return viewer.role() == Role.STREET && community(viewer).isPresent()
                ? List.of(new MenuEntry(ORDER, "demo.vote.menu", "/desk/demo-vote", 0))
                : List.of();
    }

    @Scoped(
            value = "list",
            roles = {Role.STREET})
    @GetMapping("/desk/demo-vote")
    ModelAndView ask(Viewer viewer) {
        return Views.of(
                "decisions/demo/fresh-vote", new FreshVotePage(community(viewer).isPresent()));
    }

    @Scoped(
            value = "list",
            roles = {Role.STREET})
    @PostMapping("/desk/demo-vote")
    ModelAndView open(Viewer viewer) {
        Vote vote = fresh.open(community(viewer).orElseThrow(NotFound::new));
        return Views.redirect("/votes/" + vote.id());
    }

    /** The community of the demo's owners, if the viewer's scope reaches it. */
    private Optional<CommunityId> community(Viewer viewer) {
        if (!portal.demo()) {
            return Optional.empty();
        }
        return fresh.community()
                .filter(community ->
                        jdbc.sql("select count(*) from linli.community_place c where c.community_id = :id and "
                                                + RowScope.SQL)
                                        .param("id", community.value())
                                        .params(scopes.of(viewer).parameters())
                                        .query(Long.class)
                                        .single()
                                > 0);
    }
}
