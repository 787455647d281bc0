package org.linli.decisions.scrutiny.web;

import org.jspecify.annotations.Nullable;
import org.linli.decisions.Vote;
import org.linli.decisions.Votes;
import org.linli.decisions.scrutiny.Scrutineers;
import org.linli.decisions.scrutiny.ScrutinyResult;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.RowScopes;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.web.Views;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Street and committee choose owners for the checks of paper ballots. */
@Controller
class ScrutineerController {

    private final Votes votes;
    private final Scrutineers scrutineers;
    private final RowScopes scopes;

    ScrutineerController(Votes votes, Scrutineers scrutineers, RowScopes scopes) {
        this.votes = votes;
        this.scrutineers = scrutineers;
        this.scopes = scopes;
    }

    @Scoped(
            value = "vote",
            roles = {Role.STREET, Role.COMMITTEE})
    @GetMapping("/desk/votes/{address}/scrutineers")
    ModelAndView list(@PathVariable String address, Viewer viewer) {
        return page(votes.get(address, scopes.of(viewer)), null);
    }

    @Scoped(
            value = "vote",
            roles = {Role.STREET, Role.COMMITTEE})
    @PostMapping("/desk/votes/{address}/scrutineers")
    ModelAndView choose(@PathVariable String address, @RequestParam(defaultValue = "") String phone, Viewer viewer) {
        Vote vote = votes.get(address, scopes.of(viewer));
        return switch (scrutineers.choose(vote, phone, viewer)) {
            case ScrutinyResult.Done done -> Views.redirect("/desk/votes/" + vote.id() + "/scrutineers");
            case ScrutinyResult.Refused refused -> page(vote, ScrutinyController.problem(refused.problem()));
        };
    }

    private ModelAndView page(Vote vote, @Nullable String problem) {
        return Views.of(
                "decisions/scrutiny/scrutineers",
                new ScrutineersPage(
                        vote,
                        scrutineers.list(vote.id()).stream()
                                .map(chosen -> new ScrutineersPage.Line(scrutineers.maskedName(chosen), chosen))
                                .toList(),
                        problem));
    }
}
