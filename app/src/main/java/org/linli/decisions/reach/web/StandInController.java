package org.linli.decisions.reach.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteId;
import org.linli.decisions.VoteState;
import org.linli.decisions.Votes;
import org.linli.decisions.reach.Act;
import org.linli.decisions.reach.proxies.Proxies;
import org.linli.decisions.reach.proxies.Proxy;
import org.linli.decisions.reach.proxies.ProxyBallots;
import org.linli.platform.my.MyHomeSection;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.RowScope;
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

/**
 * What somebody stands in for. A proxy need not own anything here, so the account itself is the scope: each handler finds a vote only
 * through a proxy that this account holds.
 */
@Controller
class StandInController implements MyHomeSection {

    private static final int ORDER = 15;

    private final Votes votes;
    private final Proxies proxies;
    private final ProxyBallots casting;
    private final ProxyPages pages;
    private final Frames frames;

    StandInController(Votes votes, Proxies proxies, ProxyBallots casting, ProxyPages pages, Frames frames) {
        this.votes = votes;
        this.proxies = proxies;
        this.casting = casting;
        this.pages = pages;
        this.frames = frames;
    }

    @Scoped(
            value = "self",
            roles = {Role.OWNER, Role.OCCUPANT, Role.COMMITTEE, Role.PMC})
    @GetMapping("/my/proxies")
    ModelAndView list(Viewer viewer, HttpServletRequest request) {
        return list(viewer, request, Refusal.NONE);
    }

    private ModelAndView list(Viewer viewer, HttpServletRequest request, Refusal refusal) {
        List<ProxyLine> lines = proxies.ofAccount(viewer.accountId()).stream()
                .flatMap(proxy -> votes.find(proxy.vote(), RowScope.everything()).stream()
                        .map(vote -> pages.own(vote, proxy, true, frames.texts(request))))
                .toList();
        return Answers.page("stand-ins", new StandInsPage(lines, refusal), refusal);
    }

    @Scoped(
            value = "self",
            roles = {Role.OWNER, Role.OCCUPANT, Role.COMMITTEE, Role.PMC})
    @PostMapping("/my/proxies/{vote}/{number}/answer")
    ModelAndView answer(
            @PathVariable String vote,
            @PathVariable int number,
            @RequestParam boolean accepted,
            Viewer viewer,
            HttpServletRequest request) {
        Act act = proxies.answer(held(vote, number, viewer), number, accepted, ReachDesk.actor(viewer));
        return answer(act, viewer, request);
    }

    @Scoped(
            value = "self",
            roles = {Role.OWNER, Role.OCCUPANT, Role.COMMITTEE, Role.PMC})
    @PostMapping("/my/proxies/{vote}/{number}/ballot")
    ModelAndView cast(
            @PathVariable String vote,
            @PathVariable int number,
            @RequestParam MultiValueMap<String, String> fields,
            Viewer viewer,
            HttpServletRequest request) {
        Vote found = held(vote, number, viewer);
        Proxy proxy = proxies.find(found, number).orElseThrow(NotFound::new);
        AnswerForm form = AnswerForm.of(
                AnswerForm.Use.SCREEN, found, proxies.instructions(proxy).discretion(), new Typed(fields));
        Act act = form.problem().isPresent()
                ? Act.refused(form.problem().get())
                : casting.cast(found, number, form.answers(), ReachDesk.actor(viewer));
        return answer(act, viewer, request);
    }

    private ModelAndView answer(Act act, Viewer viewer, HttpServletRequest request) {
        return act instanceof Act.Done ? Views.redirect("/my/proxies") : list(viewer, request, Refusal.of(act));
    }

    /** @throws NotFound unless the account holds this proxy */
    private Vote held(String address, int number, Viewer viewer) {
        return VoteId.parse(address)
                .filter(id -> proxies.ofAccount(viewer.accountId()).stream()
                        .anyMatch(proxy -> proxy.vote().equals(id) && proxy.number() == number))
                .flatMap(id -> votes.find(id, RowScope.everything()))
                .orElseThrow(NotFound::new);
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public String titleKey() {
        return "reach.stand-in.title";
    }

    @Override
    public List<Line> lines(Viewer viewer, LocalDate today) {
        List<Line> lines = new ArrayList<>();
        for (Proxy proxy : proxies.ofAccount(viewer.accountId())) {
            votes.find(proxy.vote(), RowScope.everything())
                    .filter(vote -> vote.state() == VoteState.NOTICED || vote.state() == VoteState.OPEN)
                    .flatMap(vote -> line(vote, proxies.state(vote, proxy)))
                    .ifPresent(lines::add);
        }
        return lines;
    }

    private static Optional<Line> line(Vote vote, Proxy.State state) {
        String title = vote.terms().title();
        return switch (state) {
            case PENDING -> Optional.of(line(vote, Phrase.of("reach.stand-in.asked", title)));
            case ACCEPTED -> Optional.of(line(vote, Phrase.of("reach.stand-in.to-cast", title)));
            case DECLINED, WITHDRAWN, OWNER_VOTED, USED, EXPIRED -> Optional.empty();
        };
    }

    private static Line line(Vote vote, Phrase phrase) {
        return new Line(phrase, null, vote.terms().window().lastDay(), "/my/proxies", Emphasis.ACT);
    }
}
