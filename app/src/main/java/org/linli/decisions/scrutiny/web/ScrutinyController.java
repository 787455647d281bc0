package org.linli.decisions.scrutiny.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.Vote;
import org.linli.decisions.Votes;
import org.linli.decisions.scrutiny.Scrutinies;
import org.linli.decisions.scrutiny.Scrutinies.Proof;
import org.linli.decisions.scrutiny.Scrutiny;
import org.linli.decisions.scrutiny.ScrutinyResult;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.RowScopes;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.time.BusinessTime;
import org.linli.platform.web.NotFound;
import org.linli.platform.web.Views;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Supervised checks at the desk: opened by two, then drawn. */
@Controller
class ScrutinyController {

    private final Votes votes;
    private final Scrutinies scrutinies;
    private final RowScopes scopes;
    private final BusinessTime time;

    ScrutinyController(Votes votes, Scrutinies scrutinies, RowScopes scopes, BusinessTime time) {
        this.votes = votes;
        this.scrutinies = scrutinies;
        this.scopes = scopes;
        this.time = time;
    }

    @Scoped(
            value = "vote",
            roles = {Role.STREET, Role.COMMUNITY_WORKER})
    @GetMapping("/desk/votes/{address}/scrutinies")
    ModelAndView list(@PathVariable String address, Viewer viewer) {
        return page(vote(address, viewer), null, viewer, null);
    }

    /** An owner who sits beside gets a code; the page stays the same whether or not anybody has the phone. */
    @Scoped(
            value = "vote",
            roles = {Role.STREET, Role.COMMUNITY_WORKER})
    @PostMapping("/desk/votes/{address}/scrutinies/code")
    ModelAndView code(
            @PathVariable String address,
            @RequestParam(defaultValue = "") String phone,
            Viewer viewer,
            HttpServletRequest request) {
        Vote vote = vote(address, viewer);
        boolean sent = scrutinies.sendCode(phone, request.getRemoteAddr());
        return page(vote, null, viewer, sent ? "scrutiny.code-sent" : problem(ScrutinyResult.Problem.CODE_NOT_SENT));
    }

    @Scoped(
            value = "vote",
            roles = {Role.STREET, Role.COMMUNITY_WORKER})
    @PostMapping("/desk/votes/{address}/scrutinies")
    ModelAndView open(
            @PathVariable String address,
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String code,
            Viewer viewer) {
        Vote vote = vote(address, viewer);
        Proof proof = phone.isBlank() ? new Proof.Staff(username, password, code) : new Proof.Owner(phone, code);
        return answer(vote, null, viewer, scrutinies.open(vote, proof, viewer));
    }

    @Scoped(
            value = "vote",
            roles = {Role.STREET, Role.COMMUNITY_WORKER})
    @GetMapping("/desk/votes/{address}/scrutinies/{number}")
    ModelAndView show(@PathVariable String address, @PathVariable int number, Viewer viewer) {
        Vote vote = vote(address, viewer);
        return page(vote, scrutiny(vote, number), viewer, null);
    }

    @Scoped(
            value = "vote",
            roles = {Role.STREET, Role.COMMUNITY_WORKER})
    @PostMapping("/desk/votes/{address}/scrutinies/{number}/draw")
    ModelAndView draw(
            @PathVariable String address,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String digits,
            @RequestParam(defaultValue = "0") int size,
            Viewer viewer) {
        Vote vote = vote(address, viewer);
        Scrutiny scrutiny = scrutiny(vote, number);
        return answer(vote, scrutiny, viewer, scrutinies.draw(vote, scrutiny, digits, size, viewer));
    }

    private ModelAndView answer(Vote vote, @Nullable Scrutiny open, Viewer viewer, ScrutinyResult result) {
        return switch (result) {
            case ScrutinyResult.Done done ->
                Views.redirect("/desk/votes/" + vote.id() + "/scrutinies/" + done.number());
            case ScrutinyResult.Refused refused -> page(vote, open, viewer, problem(refused.problem()));
        };
    }

    static String problem(ScrutinyResult.Problem problem) {
        return "scrutiny.problem." + problem;
    }

    private ModelAndView page(Vote vote, @Nullable Scrutiny open, Viewer viewer, @Nullable String problem) {
        return Views.of(
                "decisions/scrutiny/scrutinies",
                new ScrutinyPage(vote, scrutinies.list(vote), open, viewer, time.now(), problem));
    }

    private Vote vote(String address, Viewer viewer) {
        return votes.get(address, scopes.of(viewer));
    }

    private Scrutiny scrutiny(Vote vote, int number) {
        return scrutinies.list(vote).stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
