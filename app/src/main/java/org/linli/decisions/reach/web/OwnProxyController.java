package org.linli.decisions.reach.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.linli.decisions.Vote;
import org.linli.decisions.reach.Act;
import org.linli.decisions.reach.Problem;
import org.linli.decisions.reach.RollView;
import org.linli.decisions.reach.VotingOwners;
import org.linli.decisions.reach.proxies.Instructions;
import org.linli.decisions.reach.proxies.Proxies;
import org.linli.decisions.reach.proxies.Proxy;
import org.linli.people.Phone;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.web.Frames;
import org.linli.platform.web.NotFound;
import org.linli.platform.web.Views;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** An owner names somebody to cast the ballot as instructed. */
@Controller
class OwnProxyController {

    private final ReachDesk desk;
    private final Proxies proxies;
    private final ProxyPages pages;
    private final VotingOwners voters;
    private final Frames frames;

    OwnProxyController(ReachDesk desk, Proxies proxies, ProxyPages pages, VotingOwners voters, Frames frames) {
        this.desk = desk;
        this.proxies = proxies;
        this.pages = pages;
        this.voters = voters;
        this.frames = frames;
    }

    @Scoped(
            value = "vote",
            roles = {Role.OWNER})
    @GetMapping("/my/votes/{vote}/proxies")
    ModelAndView own(@PathVariable String vote, Viewer viewer, HttpServletRequest request) {
        return own(desk.publicVote(vote, viewer), viewer, request, Refusal.NONE, Typed.NOTHING);
    }

    private ModelAndView own(Vote vote, Viewer viewer, HttpServletRequest request, Refusal refusal, Typed typed) {
        List<ProxyLine> lines = proxies.list(vote).stream()
                .filter(proxy -> isOwn(proxy, viewer))
                .map(proxy -> pages.own(vote, proxy, false, frames.texts(request)))
                .toList();
        Optional<RollView> roll = desk.roll(vote);
        List<RollView.Part> homes = voters.entriesOf(vote.id(), viewer.accountId()).stream()
                .flatMap(voter -> roll.flatMap(found -> found.part(voter.homeNo())).stream())
                .toList();
        return Answers.page(
                "my-proxies", pages.page(Head.of(vote, roll), vote, lines, homes, true, refusal, typed), refusal);
    }

    private static boolean isOwn(Proxy proxy, Viewer viewer) {
        return proxy.form() == Proxy.Form.ONLINE && proxy.byAccount() == viewer.accountId();
    }

    @Scoped(
            value = "vote",
            roles = {Role.OWNER})
    @PostMapping("/my/votes/{vote}/proxies")
    ModelAndView grant(
            @PathVariable String vote,
            @RequestParam MultiValueMap<String, String> fields,
            Viewer viewer,
            HttpServletRequest request) {
        Vote found = desk.publicVote(vote, viewer);
        Typed typed = new Typed(fields);
        Act act = grant(found, typed, viewer);
        return act instanceof Act.Done
                ? Views.redirect("/my/votes/" + vote + "/proxies")
                : own(found, viewer, request, Refusal.of(act), typed);
    }

    private Act grant(Vote vote, Typed typed, Viewer viewer) {
        Optional<RollView.Entry> entry = desk.roll(vote).flatMap(roll -> roll.ofHome(typed.number("home")));
        if (entry.isEmpty()) {
            return Act.refused(Problem.NOT_YOUR_HOME);
        }
        Optional<Phone> phone = Phone.parse(typed.text("phone"));
        if (phone.isEmpty()) {
            return Act.refused(Problem.NO_SUCH_PHONE);
        }
        AnswerForm form = ProxyController.form(vote, entry.get(), typed);
        return form.problem().isPresent()
                ? Act.refused(form.problem().get())
                : proxies.grantOnline(
                        vote,
                        typed.number("home"),
                        phone.get(),
                        new Instructions(form.answers(), form.discretion()),
                        ReachDesk.actor(viewer));
    }

    @Scoped(
            value = "vote",
            roles = {Role.OWNER})
    @PostMapping("/my/votes/{vote}/proxies/{number}/withdrawal")
    ModelAndView withdraw(
            @PathVariable String vote, @PathVariable int number, Viewer viewer, HttpServletRequest request) {
        Vote found = desk.publicVote(vote, viewer);
        if (proxies.find(found, number).filter(proxy -> isOwn(proxy, viewer)).isEmpty()) {
            throw new NotFound();
        }
        Act act = proxies.withdraw(found, number, ReachDesk.actor(viewer));
        return act instanceof Act.Done
                ? Views.redirect("/my/votes/" + vote + "/proxies")
                : own(found, viewer, request, Refusal.of(act), Typed.NOTHING);
    }
}
