package org.linli.people.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.linli.people.Administrators;
import org.linli.platform.scope.PublicPage;
import org.linli.platform.web.NotFound;
import org.linli.platform.web.Views;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The first visit to an empty installation, by the link on its console. */
@Controller
class SetUpController {

    private final Administrators administrators;

    SetUpController(Administrators administrators) {
        this.administrators = administrators;
    }

    @PublicPage
    @GetMapping("/setup")
    ModelAndView form(@RequestParam(defaultValue = "") String token) {
        if (!administrators.isOpen(token)) {
            throw new NotFound();
        }
        return Views.of("people/administrators", SetUpPage.of(token, List.of(), null));
    }

    @PublicPage
    @PostMapping("/setup")
    ModelAndView make(
            @RequestParam String token,
            @RequestParam List<String> name,
            @RequestParam List<String> username,
            @RequestParam List<String> password) {
        int three = Administrators.ROLES.size();
        if (!administrators.isOpen(token)
                || name.size() != three
                || username.size() != three
                || password.size() != three) {
            throw new NotFound();
        }
        List<Administrators.Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < three; i++) {
            candidates.add(new Administrators.Candidate(name.get(i), username.get(i), password.get(i)));
        }
        Optional<String> objection = administrators.make(token, candidates);
        if (objection.isPresent()) {
            ModelAndView page = Views.of("people/administrators", SetUpPage.of(token, candidates, objection.get()));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        return Views.redirect("/sign-in?way=staff");
    }
}
