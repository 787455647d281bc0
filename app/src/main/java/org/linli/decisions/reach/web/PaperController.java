package org.linli.decisions.reach.web;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.linli.decisions.Vote;
import org.linli.decisions.reach.Act;
import org.linli.decisions.reach.Problem;
import org.linli.decisions.reach.RollView;
import org.linli.decisions.reach.paper.PaperBallots;
import org.linli.decisions.reach.paper.PaperReadings;
import org.linli.decisions.reach.paper.VoidReason;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.web.Views;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The paper desk: issue, take back, void, reconcile. */
@Controller
class PaperController {

    private final ReachDesk desk;
    private final PaperBallots papers;
    private final PaperReadings readings;
    private final PaperPages pages;

    PaperController(ReachDesk desk, PaperBallots papers, PaperReadings readings, PaperPages pages) {
        this.desk = desk;
        this.papers = papers;
        this.readings = readings;
        this.pages = pages;
    }

    @Scoped(
            value = "vote",
            roles = {Role.COMMITTEE, Role.PMC, Role.STREET, Role.COMMUNITY_WORKER, Role.COUNTY, Role.CITY})
    @GetMapping("/desk/votes/{vote}/paper")
    ModelAndView list(@PathVariable String vote, Viewer viewer) {
        return list(desk.vote(vote, viewer), viewer, Refusal.NONE, Typed.NOTHING);
    }

    private ModelAndView list(Vote vote, Viewer viewer, Refusal refusal, Typed typed) {
        var roll = desk.roll(vote);
        Map<Integer, String> addresses = roll.map(found -> found.parts().stream()
                        .collect(Collectors.toMap(RollView.Part::homeNo, RollView.Part::address, (a, b) -> a)))
                .orElse(Map.of());
        var lines = papers.list(vote).stream()
                .map(paper -> new PapersPage.Line(
                        paper, addresses.getOrDefault(paper.homeNo(), ""), readings.waitsFor(vote, paper)))
                .toList();
        return Answers.page(
                "papers",
                new PapersPage(
                        desk.head(vote, roll, viewer),
                        papers.reconcile(vote),
                        lines,
                        DeliveryController.WRITERS.contains(viewer.role()),
                        refusal,
                        typed),
                refusal);
    }

    @Scoped(
            value = "vote",
            roles = {Role.COMMITTEE, Role.PMC, Role.STREET, Role.COMMUNITY_WORKER})
    @PostMapping("/desk/votes/{vote}/paper")
    ModelAndView issue(@PathVariable String vote, @RequestParam MultiValueMap<String, String> fields, Viewer viewer) {
        Vote found = desk.vote(vote, viewer);
        Typed typed = new Typed(fields);
        int home = desk.roll(found)
                .map(roll -> ReachDesk.home(roll, typed.number("building"), typed.text("room")))
                .orElse(0);
        Act act = papers.issue(found, home, ReachDesk.actor(viewer));
        return act instanceof Act.Done(int number)
                ? Views.redirect("/desk/votes/" + vote + "/paper/" + number)
                : list(found, viewer, Refusal.of(act), typed);
    }

    @Scoped(
            value = "vote",
            roles = {Role.COMMITTEE, Role.PMC, Role.STREET, Role.COMMUNITY_WORKER})
    @PostMapping("/desk/votes/{vote}/paper/{number}/return")
    ModelAndView takeBack(
            @PathVariable String vote,
            @PathVariable int number,
            @RequestParam MultiValueMap<String, String> fields,
            Viewer viewer) {
        Typed typed = new Typed(fields);
        return act(
                vote,
                number,
                viewer,
                typed,
                found -> papers.takeBack(found, number, typed.text("collector"), ReachDesk.actor(viewer)));
    }

    @Scoped(
            value = "vote",
            roles = {Role.COMMITTEE, Role.PMC, Role.STREET, Role.COMMUNITY_WORKER})
    @PostMapping("/desk/votes/{vote}/paper/{number}/voiding")
    ModelAndView voidPaper(
            @PathVariable String vote,
            @PathVariable int number,
            @RequestParam MultiValueMap<String, String> fields,
            Viewer viewer) {
        Typed typed = new Typed(fields);
        return act(
                vote,
                number,
                viewer,
                typed,
                found -> typed.choice("reason", VoidReason.class)
                        .map(reason ->
                                papers.voidPaper(found, number, reason, typed.text("note"), ReachDesk.actor(viewer)))
                        .orElseGet(() -> Act.refused(Problem.REASON_MISSING)));
    }

    private ModelAndView act(String address, int number, Viewer viewer, Typed typed, Function<Vote, Act> act) {
        Vote vote = desk.vote(address, viewer);
        Act outcome = act.apply(vote);
        return outcome instanceof Act.Done
                ? Views.redirect("/desk/votes/" + address + "/paper/" + number)
                : pages.paper(vote, number, viewer, Refusal.of(outcome), typed);
    }
}
