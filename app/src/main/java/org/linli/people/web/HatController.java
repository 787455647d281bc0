package org.linli.people.web;

import jakarta.servlet.http.HttpServletRequest;
import org.linli.people.AccountId;
import org.linli.people.Grant;
import org.linli.people.People;
import org.linli.people.ScopeWords;
import org.linli.people.Sessions;
import org.linli.platform.audit.AccessLog;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.web.Frames;
import org.linli.platform.web.LocalPath;
import org.linli.platform.web.NotFound;
import org.linli.platform.web.Views;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The hat switcher 身份切换. */
@Controller
class HatController {

    private final People people;
    private final ScopeWords words;
    private final Sessions sessions;
    private final Frames frames;
    private final AccessLog log;

    HatController(People people, ScopeWords words, Sessions sessions, Frames frames, AccessLog log) {
        this.people = people;
        this.words = words;
        this.sessions = sessions;
        this.frames = frames;
        this.log = log;
    }

    @Scoped("self")
    @GetMapping("/hat")
    ModelAndView hats(@RequestParam(defaultValue = "/") String next, Viewer viewer, HttpServletRequest request) {
        return Views.of(
                "people/hats",
                new AccountPage.Hats(
                        people.listHats(new AccountId(viewer.accountId())).stream()
                                .map(grant ->
                                        new AccountPage.Hat(grant.id().value(), grant.role(), words(grant, request)))
                                .toList(),
                        viewer.grantId(),
                        LocalPath.orHome(next)));
    }

    @Scoped("self")
    @PostMapping("/hat")
    ModelAndView wear(
            @RequestParam long grant,
            @RequestParam(defaultValue = "/") String next,
            Viewer viewer,
            HttpServletRequest request) {
        Grant chosen = people.listHats(new AccountId(viewer.accountId())).stream()
                .filter(held -> held.id().value() == grant)
                .findFirst()
                .orElseThrow(NotFound::new);
        sessions.wear(request, grant, words(chosen, request));
        log.record(viewer, "hat", "grant", grant, "");
        return Views.redirect(LocalPath.orHome(next));
    }

    private String words(Grant grant, HttpServletRequest request) {
        return words.of(grant.scope(), frames.texts(request).locale());
    }
}
