package org.linli.registry.claims.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.platform.files.Downloads;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.time.BusinessTime;
import org.linli.platform.web.NotFound;
import org.linli.platform.web.Views;
import org.linli.registry.claims.ClaimDesk;
import org.linli.registry.claims.ClaimResult;
import org.linli.registry.claims.ClaimState;
import org.linli.registry.claims.Designations;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 认证受理: papers are seen by one person, confirmed by another, and the street rules where people disagree. */
@Controller
class ClaimsController {

    private static final int LINES = 100;

    private final ClaimDesk desk;
    private final Designations designations;
    private final Downloads downloads;
    private final BusinessTime time;

    ClaimsController(ClaimDesk desk, Designations designations, Downloads downloads, BusinessTime time) {
        this.desk = desk;
        this.designations = designations;
        this.downloads = downloads;
        this.time = time;
    }

    @Scoped(
            value = "list",
            roles = {Role.COMMUNITY_WORKER, Role.SPECIALIST, Role.STREET})
    @GetMapping("/claims")
    ModelAndView list(@RequestParam(defaultValue = "false") boolean over, Viewer viewer) {
        List<ClaimState> states = over
                ? List.of(ClaimState.CONFIRMED, ClaimState.RETURNED, ClaimState.ENDED)
                : List.of(ClaimState.SUBMITTED, ClaimState.SEEN, ClaimState.DISPUTED);
        return Views.of("claims/claims", new ClaimsPage(time.today(), over, desk.list(viewer, states, LINES)));
    }

    @Scoped(
            value = "claim",
            roles = {Role.COMMUNITY_WORKER, Role.SPECIALIST, Role.STREET})
    @GetMapping("/claims/{claim}")
    ModelAndView file(@PathVariable String claim, Viewer viewer) {
        return page(claim, viewer, null);
    }

    private ModelAndView page(String claim, Viewer viewer, ClaimResult.@Nullable Reason refused) {
        ClaimDesk.File file = desk.find(viewer, MyHomeController.claim(claim)).orElseThrow(NotFound::new);
        ModelAndView view =
                Views.of("claims/file", new ClaimsPage.File(time.today(), file, acts(file, viewer), refused));
        if (refused != null) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    private List<ClaimsPage.Act> acts(ClaimDesk.File file, Viewer viewer) {
        if (file.claim().account() == viewer.accountId()) {
            return List.of();
        }
        boolean street = viewer.role() == Role.STREET;
        return switch (file.claim().state()) {
            case SUBMITTED -> List.of(ClaimsPage.Act.SEE, ClaimsPage.Act.RETURN);
            case SEEN -> List.of(ClaimsPage.Act.CONFIRM, ClaimsPage.Act.RETURN);
            case CONFIRMED -> {
                List<ClaimsPage.Act> acts = new java.util.ArrayList<>();
                if (file.claim().isUnderObjection(time.today())) {
                    acts.add(ClaimsPage.Act.OBJECT);
                }
                if (street && file.owners().size() > 1) {
                    acts.add(ClaimsPage.Act.DESIGNATE);
                }
                yield acts;
            }
            case DISPUTED -> street ? List.of(ClaimsPage.Act.RULE) : List.of();
            case RETURNED, ENDED -> List.of();
        };
    }

    @Scoped(
            value = "claim",
            roles = {Role.COMMUNITY_WORKER, Role.SPECIALIST, Role.STREET})
    @GetMapping("/claims/{claim}/papers/{paper}")
    void paper(@PathVariable String claim, @PathVariable int paper, Viewer viewer, HttpServletResponse response)
            throws IOException {
        ClaimDesk.Paper found =
                desk.paper(viewer, MyHomeController.claim(claim), paper).orElseThrow(NotFound::new);
        downloads.send(response, found.hash(), found.type(), "claim-" + claim + "-" + paper);
    }

    @Scoped(
            value = "claim",
            roles = {Role.COMMUNITY_WORKER, Role.SPECIALIST, Role.STREET})
    @PostMapping("/claims/{claim}/seen")
    ModelAndView see(
            @PathVariable String claim,
            @RequestParam(defaultValue = "0") int owner,
            @RequestParam(defaultValue = "") String reason,
            Viewer viewer) {
        return answer(
                claim,
                viewer,
                desk.see(viewer, MyHomeController.claim(claim), owner, MyHomeController.limited(reason)));
    }

    @Scoped(
            value = "claim",
            roles = {Role.COMMUNITY_WORKER, Role.SPECIALIST, Role.STREET})
    @PostMapping("/claims/{claim}/confirmation")
    ModelAndView confirm(@PathVariable String claim, Viewer viewer) {
        return answer(claim, viewer, desk.confirm(viewer, MyHomeController.claim(claim)));
    }

    @Scoped(
            value = "claim",
            roles = {Role.COMMUNITY_WORKER, Role.SPECIALIST, Role.STREET})
    @PostMapping("/claims/{claim}/return")
    ModelAndView giveBack(@PathVariable String claim, @RequestParam(defaultValue = "") String reason, Viewer viewer) {
        return answer(
                claim, viewer, desk.giveBack(viewer, MyHomeController.claim(claim), MyHomeController.limited(reason)));
    }

    @Scoped(
            value = "claim",
            roles = {Role.COMMUNITY_WORKER, Role.SPECIALIST, Role.STREET})
    @PostMapping("/claims/{claim}/objection")
    ModelAndView object(@PathVariable String claim, @RequestParam(defaultValue = "") String reason, Viewer viewer) {
        return answer(
                claim,
                viewer,
                desk.objectAtCounter(viewer, MyHomeController.claim(claim), MyHomeController.limited(reason)));
    }

    @Scoped(
            value = "claim",
            roles = {Role.STREET})
    @PostMapping("/claims/{claim}/ruling")
    ModelAndView rule(
            @PathVariable String claim,
            @RequestParam(defaultValue = "false") boolean upheld,
            @RequestParam(defaultValue = "") String reason,
            Viewer viewer) {
        return answer(
                claim,
                viewer,
                desk.rule(viewer, MyHomeController.claim(claim), upheld, MyHomeController.limited(reason)));
    }

    @Scoped(
            value = "claim",
            roles = {Role.STREET})
    @PostMapping("/claims/{claim}/designation")
    ModelAndView designate(
            @PathVariable String claim,
            @RequestParam(defaultValue = "0") int owner,
            @RequestParam(defaultValue = "") String reason,
            Viewer viewer) {
        return answer(
                claim,
                viewer,
                designations.record(viewer, MyHomeController.claim(claim), owner, MyHomeController.limited(reason)));
    }

    private ModelAndView answer(String claim, Viewer viewer, ClaimResult result) {
        return switch (result) {
            case ClaimResult.Done(var id) -> Views.redirect("/claims/" + id);
            case ClaimResult.Refused(ClaimResult.Reason reason) -> page(claim, viewer, reason);
            case ClaimResult.Unknown() -> throw new NotFound();
        };
    }
}
