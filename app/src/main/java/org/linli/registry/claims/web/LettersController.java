package org.linli.registry.claims.web;

import java.util.List;
import org.linli.figures.AsOf;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.RowScopes;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.settings.Portal;
import org.linli.platform.time.BusinessTime;
import org.linli.platform.web.NotFound;
import org.linli.platform.web.Views;
import org.linli.publishing.papers.PaperFiles;
import org.linli.registry.Communities;
import org.linli.registry.CommunityFilter;
import org.linli.registry.claims.LetterPapers;
import org.linli.registry.claims.Letters;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Letters with a code per home, printed for a building at a time. */
@Controller
class LettersController {

    private static final int LINES = 50;

    private final Letters letters;
    private final LetterPapers papers;
    private final Communities communities;
    private final RowScopes scopes;
    private final Portal portal;
    private final BusinessTime time;

    LettersController(
            Letters letters,
            LetterPapers papers,
            Communities communities,
            RowScopes scopes,
            Portal portal,
            BusinessTime time) {
        this.letters = letters;
        this.papers = papers;
        this.communities = communities;
        this.scopes = scopes;
        this.portal = portal;
        this.time = time;
    }

    @Scoped(
            value = "list",
            roles = {Role.COMMUNITY_WORKER, Role.SPECIALIST, Role.STREET})
    @GetMapping("/claim-letters")
    ModelAndView list(@RequestParam(defaultValue = "") String q, Viewer viewer) {
        CommunityFilter all = CommunityFilter.all(time.today(), portal.home());
        return Views.of(
                "claims/letters",
                new LettersPage(
                        q,
                        communities.list(
                                new CommunityFilter(
                                        all.day(),
                                        all.division(),
                                        q,
                                        all.state(),
                                        all.type(),
                                        all.missing(),
                                        "",
                                        LINES),
                                scopes.of(viewer))));
    }

    @Scoped(
            value = "community",
            roles = {Role.COMMUNITY_WORKER, Role.SPECIALIST, Role.STREET})
    @GetMapping("/claim-letters/{id}")
    ModelAndView ask(@PathVariable long id, Viewer viewer) {
        CommunityId community = community(id, viewer);
        return Views.of(
                "claims/letters-ask",
                new LettersPage.Ask(community, name(community, viewer), letters.buildings(community)));
    }

    /** The codes are shown this once, so the answer is the page to print and no redirect. */
    @Scoped(
            value = "community",
            roles = {Role.COMMUNITY_WORKER, Role.SPECIALIST, Role.STREET})
    @PostMapping("/claim-letters/{id}")
    Object print(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String building,
            @RequestParam(defaultValue = "") String format,
            Viewer viewer) {
        CommunityId community = community(id, viewer);
        if (!letters.buildings(community).contains(building)) {
            return Views.redirect("/claim-letters/" + community);
        }
        List<Letters.Letter> printed = letters.print(community, building, viewer);
        String address = portal.baseUrl() + "/my/claim?community=" + community + "&way=D";
        return format.equals("pdf") && !printed.isEmpty()
                ? PaperFiles.file(
                        papers.pdf(community, printed, address, viewer.scopeName()),
                        MediaType.APPLICATION_PDF,
                        "业主认证信.pdf")
                : Views.of("claims/letters-print", new LettersPage.Print(community, building, printed, address));
    }

    private CommunityId community(long id, Viewer viewer) {
        if (id <= 0 || !communities.isWithin(new CommunityId(id), scopes.of(viewer))) {
            throw new NotFound();
        }
        return new CommunityId(id);
    }

    private String name(CommunityId id, Viewer viewer) {
        return communities
                .find(id, AsOf.day(time.today()), scopes.of(viewer))
                .map(file -> file.base().name())
                .orElse("");
    }
}
