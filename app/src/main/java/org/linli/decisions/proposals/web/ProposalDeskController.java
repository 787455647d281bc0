package org.linli.decisions.proposals.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.proposals.Proposal;
import org.linli.decisions.proposals.ProposalId;
import org.linli.decisions.proposals.Proposals;
import org.linli.decisions.proposals.Proposals.Problem;
import org.linli.figures.AsOf;
import org.linli.platform.files.Downloads;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.RowScopes;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.time.BusinessTime;
import org.linli.platform.web.NotFound;
import org.linli.platform.web.Views;
import org.linli.registry.Communities;
import org.linli.registry.CommunityFile;
import org.linli.registry.Homes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The desk of proposals: how many signed, paper signatures, and the vote that was called. */
@Controller
class ProposalDeskController {

    private final Proposals proposals;
    private final Communities communities;
    private final Homes homes;
    private final Downloads downloads;
    private final RowScopes scopes;
    private final BusinessTime time;

    ProposalDeskController(
            Proposals proposals,
            Communities communities,
            Homes homes,
            Downloads downloads,
            RowScopes scopes,
            BusinessTime time) {
        this.proposals = proposals;
        this.communities = communities;
        this.homes = homes;
        this.downloads = downloads;
        this.scopes = scopes;
        this.time = time;
    }

    @Scoped(
            value = "community",
            roles = {Role.COMMITTEE, Role.PMC, Role.STREET, Role.COMMUNITY_WORKER})
    @GetMapping("/desk/communities/{id}/proposals")
    ModelAndView list(@PathVariable long id, Viewer viewer) {
        return page(file(id, viewer), viewer, Optional.empty());
    }

    /** @throws NotFound beyond the viewer's scope */
    private CommunityFile file(long id, Viewer viewer) {
        return Optional.of(id)
                .filter(number -> number > 0)
                .flatMap(number -> communities.find(new CommunityId(number), AsOf.day(time.today()), scopes.of(viewer)))
                .orElseThrow(NotFound::new);
    }

    private ModelAndView page(CommunityFile file, Viewer viewer, Optional<Problem> problem) {
        RowScope scope = scopes.of(viewer);
        List<DeskProposalsPage.Line> lines = proposals.list(file.id(), scope).stream()
                .map(proposal -> new DeskProposalsPage.Line(
                        proposal,
                        proposal.waitsForVote() ? proposals.callable(proposal) : List.of(),
                        enters(viewer) ? proposals.papers(proposal.id()) : List.of()))
                .toList();
        ModelAndView view = Views.of(
                "decisions/proposals/desk",
                new DeskProposalsPage(
                        file.id().value(),
                        file.base().name(),
                        time.today(),
                        lines,
                        enters(viewer) ? homes.buildings(file.id(), time.today(), scope) : List.of(),
                        viewer.role() != Role.COMMUNITY_WORKER,
                        viewer.role() == Role.STREET,
                        problem.map(one -> "proposals.refused." + one.name()).orElse(null)));
        problem.ifPresent(one -> view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT));
        return view;
    }

    private static boolean enters(Viewer viewer) {
        return viewer.role() == Role.COMMUNITY_WORKER || viewer.role() == Role.STREET;
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COMMUNITY_WORKER})
    @PostMapping("/desk/communities/{id}/proposals/{number}/papers")
    ModelAndView enter(
            @PathVariable long id,
            @PathVariable int number,
            @RequestParam(defaultValue = "0") int building,
            @RequestParam(defaultValue = "") String room,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Viewer viewer)
            throws IOException {
        CommunityFile community = file(id, viewer);
        Proposal proposal = proposal(community, number, viewer);
        int which = owner.matches("[1-9]\\d?") ? Integer.parseInt(owner) : 0;
        try (InputStream sheet = file == null ? InputStream.nullInputStream() : file.getInputStream()) {
            return answer(community, viewer, proposals.enter(proposal.id(), building, room, which, sheet, viewer));
        }
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COMMUNITY_WORKER})
    @GetMapping("/desk/communities/{id}/proposals/{number}/papers/{signature}")
    void paper(
            @PathVariable long id,
            @PathVariable int number,
            @PathVariable int signature,
            Viewer viewer,
            HttpServletResponse response)
            throws IOException {
        Proposal proposal = proposal(file(id, viewer), number, viewer);
        Proposals.Paper paper =
                proposals.paper(proposal.id(), signature, viewer).orElseThrow(NotFound::new);
        downloads.send(response, paper.hash(), paper.type(), "proposal-" + proposal.id() + "-" + signature);
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET})
    @PostMapping("/desk/communities/{id}/proposals/{number}/end")
    ModelAndView end(
            @PathVariable long id,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String reason,
            Viewer viewer) {
        CommunityFile community = file(id, viewer);
        Proposal proposal = proposal(community, number, viewer);
        return answer(community, viewer, proposals.end(proposal.id(), reason, viewer));
    }

    @Scoped(
            value = "community",
            roles = {Role.COMMITTEE, Role.PMC, Role.STREET})
    @PostMapping("/desk/communities/{id}/proposals/{number}/vote")
    ModelAndView call(
            @PathVariable long id,
            @PathVariable int number,
            @RequestParam(defaultValue = "0") int vote,
            Viewer viewer) {
        CommunityFile community = file(id, viewer);
        Proposal proposal = proposal(community, number, viewer);
        return answer(community, viewer, proposals.call(proposal.id(), vote, viewer));
    }

    private Proposal proposal(CommunityFile file, int number, Viewer viewer) {
        return proposals
                .find(new ProposalId(file.id(), number), scopes.of(viewer))
                .orElseThrow(NotFound::new);
    }

    private ModelAndView answer(CommunityFile file, Viewer viewer, Optional<Problem> problem) {
        return problem.isEmpty()
                ? Views.redirect("/desk/communities/" + file.id() + "/proposals")
                : page(file, viewer, problem);
    }
}
