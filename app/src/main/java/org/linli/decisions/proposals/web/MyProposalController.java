package org.linli.decisions.proposals.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.linli.decisions.proposals.Proposal;
import org.linli.decisions.proposals.ProposalId;
import org.linli.decisions.proposals.Proposals;
import org.linli.decisions.proposals.Proposals.Problem;
import org.linli.decisions.proposals.web.MyProposalsPage.Place;
import org.linli.figures.AsOf;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.my.MyHomeSection;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.time.BusinessTime;
import org.linli.platform.web.NotFound;
import org.linli.platform.web.Views;
import org.linli.registry.Communities;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Owners put matters forward, sign them and take their signature back. Proposals of other communities are not found. */
@Controller
class MyProposalController implements MyHomeSection {

    private static final int ORDER = 25;

    private final Proposals proposals;
    private final Communities communities;
    private final BusinessTime time;

    MyProposalController(Proposals proposals, Communities communities, BusinessTime time) {
        this.proposals = proposals;
        this.communities = communities;
        this.time = time;
    }

    @Scoped(
            value = "self",
            roles = {Role.OWNER, Role.OCCUPANT})
    @GetMapping("/my/proposals")
    ModelAndView mine(Viewer viewer) {
        return page(viewer, "", Optional.empty());
    }

    private ModelAndView page(Viewer viewer, String typed, Optional<Problem> problem) {
        List<MyProposalsPage.Line> lines = proposals.ofAccount(viewer.accountId()).stream()
                .map(proposal ->
                        new MyProposalsPage.Line(proposal, proposals.hasSigned(proposal.id(), viewer.accountId())))
                .toList();
        List<Place> places = proposals.communities(viewer.accountId()).stream()
                .map(community -> new Place(community.value(), name(community)))
                .toList();
        ModelAndView view = Views.of(
                "decisions/proposals/mine",
                new MyProposalsPage(
                        lines,
                        places,
                        typed,
                        problem.map(one -> "proposals.refused." + one.name()).orElse(null)));
        problem.ifPresent(one -> view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT));
        return view;
    }

    private String name(CommunityId community) {
        return communities
                .find(community, AsOf.day(time.today()), RowScope.everything())
                .map(file -> file.base().name())
                .orElse("");
    }

    @Scoped(
            value = "self",
            roles = {Role.OWNER, Role.OCCUPANT})
    @PostMapping("/my/proposals")
    ModelAndView propose(
            @RequestParam(defaultValue = "0") long community,
            @RequestParam(defaultValue = "SPECIAL_MEETING") Proposal.Kind kind,
            @RequestParam(defaultValue = "") String matter,
            Viewer viewer) {
        Set<CommunityId> own = proposals.communities(viewer.accountId());
        CommunityId place =
                own.stream().filter(one -> one.value() == community).findFirst().orElseThrow(NotFound::new);
        return answer(proposals.propose(place, kind, matter, viewer), matter, viewer);
    }

    @Scoped(
            value = "self",
            roles = {Role.OWNER, Role.OCCUPANT})
    @PostMapping("/my/proposals/{proposal}/signature")
    ModelAndView sign(@PathVariable String proposal, Viewer viewer) {
        return act(proposal, viewer, proposals::sign);
    }

    @Scoped(
            value = "self",
            roles = {Role.OWNER, Role.OCCUPANT})
    @PostMapping("/my/proposals/{proposal}/signature/withdrawal")
    ModelAndView withdraw(@PathVariable String proposal, Viewer viewer) {
        return act(proposal, viewer, proposals::withdraw);
    }

    private ModelAndView act(String address, Viewer viewer, BiFunction<ProposalId, Viewer, Optional<Problem>> step) {
        ProposalId id = ProposalId.parse(address)
                .filter(found -> proposals.communities(viewer.accountId()).contains(found.community()))
                .filter(found -> proposals.find(found, RowScope.everything()).isPresent())
                .orElseThrow(NotFound::new);
        return answer(step.apply(id, viewer), "", viewer);
    }

    private ModelAndView answer(Optional<Problem> problem, String typed, Viewer viewer) {
        return problem.isEmpty() ? Views.redirect("/my/proposals") : page(viewer, typed, problem);
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public String titleKey() {
        return "proposals.title";
    }

    @Override
    public List<MyHomeSection.Line> lines(Viewer viewer, LocalDate today) {
        if (proposals.communities(viewer.accountId()).isEmpty()) {
            return List.of();
        }
        List<MyHomeSection.Line> lines = new ArrayList<>();
        for (Proposal proposal : proposals.ofAccount(viewer.accountId())) {
            if (proposal.isOpen()) {
                lines.add(new MyHomeSection.Line(
                        Phrase.of("proposals.kind." + proposal.kind()),
                        Phrase.of("proposals.said", proposal.matter(), proposal.signed(), proposal.heads()),
                        null,
                        "/my/proposals",
                        proposals.hasSigned(proposal.id(), viewer.accountId()) ? Emphasis.PLAIN : Emphasis.ACT));
            }
        }
        lines.add(new MyHomeSection.Line(Phrase.of("proposals.new"), null, null, "/my/proposals", Emphasis.PLAIN));
        return lines;
    }
}
