package org.linli.decisions.reach.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.Vote;
import org.linli.decisions.reach.Act;
import org.linli.decisions.reach.Problem;
import org.linli.decisions.reach.RollView;
import org.linli.decisions.reach.paper.Paper;
import org.linli.decisions.reach.paper.PaperBallots;
import org.linli.decisions.reach.paper.PaperReadings;
import org.linli.platform.files.Downloads;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.web.NotFound;
import org.linli.platform.web.Views;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** One paper ballot: printed, scanned, looked at, read by two. What is on it is for neighbourhood and street alone. */
@Controller
class ReadingController {

    private final ReachDesk desk;
    private final PaperBallots papers;
    private final PaperReadings readings;
    private final PaperPages pages;
    private final Downloads downloads;

    ReadingController(
            ReachDesk desk, PaperBallots papers, PaperReadings readings, PaperPages pages, Downloads downloads) {
        this.desk = desk;
        this.papers = papers;
        this.readings = readings;
        this.pages = pages;
        this.downloads = downloads;
    }

    @Scoped(
            value = "vote",
            roles = {Role.COMMITTEE, Role.PMC, Role.STREET, Role.COMMUNITY_WORKER, Role.COUNTY, Role.CITY})
    @GetMapping("/desk/votes/{vote}/paper/{number}")
    ModelAndView paper(@PathVariable String vote, @PathVariable int number, Viewer viewer) {
        return pages.paper(desk.vote(vote, viewer), number, viewer, Refusal.NONE, Typed.NOTHING);
    }

    @Scoped(
            value = "vote",
            roles = {Role.COMMITTEE, Role.PMC, Role.STREET, Role.COMMUNITY_WORKER})
    @GetMapping("/desk/votes/{vote}/paper/{number}/print")
    ModelAndView print(@PathVariable String vote, @PathVariable int number, Viewer viewer) {
        return pages.print(desk.vote(vote, viewer), number);
    }

    @Scoped(
            value = "vote",
            roles = {Role.STREET, Role.COMMUNITY_WORKER})
    @PostMapping("/desk/votes/{vote}/paper/{number}/scans")
    ModelAndView scan(
            @PathVariable String vote,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Viewer viewer)
            throws IOException {
        Vote found = desk.vote(vote, viewer);
        Act act;
        try (var content = Typed.content(file)) {
            act = papers.addScan(found, number, content, ReachDesk.actor(viewer));
        }
        return answer(found, number, viewer, act, Typed.NOTHING);
    }

    @Scoped(
            value = "vote",
            roles = {Role.STREET, Role.COMMUNITY_WORKER})
    @GetMapping("/desk/votes/{vote}/paper/{number}/scans/{scan}")
    void look(
            @PathVariable String vote,
            @PathVariable int number,
            @PathVariable int scan,
            Viewer viewer,
            HttpServletResponse response)
            throws IOException {
        Paper.Scan found = papers.viewScan(desk.vote(vote, viewer), number, scan, ReachDesk.actor(viewer))
                .orElseThrow(NotFound::new);
        downloads.send(response, found.hash(), found.type(), "paper-" + number + "-" + scan);
    }

    @Scoped(
            value = "vote",
            roles = {Role.STREET, Role.COMMUNITY_WORKER})
    @PostMapping("/desk/votes/{vote}/paper/{number}/readings")
    ModelAndView read(
            @PathVariable String vote,
            @PathVariable int number,
            @RequestParam MultiValueMap<String, String> fields,
            Viewer viewer) {
        Vote found = desk.vote(vote, viewer);
        Typed typed = new Typed(fields);
        Paper paper = papers.find(found, number).orElseThrow(NotFound::new);
        Optional<RollView.Entry> entry = desk.roll(found)
                .flatMap(roll -> Optional.ofNullable(roll.entries().get(paper.entry())));
        if (entry.isEmpty()) {
            throw new NotFound();
        }
        AnswerForm form = AnswerForm.of(AnswerForm.Use.PAPER, found, entry.get(), typed);
        Act act = form.problem().isPresent()
                ? Act.refused(form.problem().orElse(Problem.ANSWER_MISSING))
                : readings.read(found, number, form.answers(), typed.text("reason"), ReachDesk.actor(viewer));
        return answer(found, number, viewer, act, typed);
    }

    @Scoped(
            value = "vote",
            roles = {Role.STREET, Role.COMMUNITY_WORKER})
    @PostMapping("/desk/votes/{vote}/paper/{number}/casting")
    ModelAndView settle(@PathVariable String vote, @PathVariable int number, Viewer viewer) {
        Vote found = desk.vote(vote, viewer);
        return answer(found, number, viewer, readings.settle(found, number, ReachDesk.actor(viewer)), Typed.NOTHING);
    }

    private ModelAndView answer(Vote vote, int number, Viewer viewer, Act act, Typed typed) {
        return act instanceof Act.Done
                ? Views.redirect("/desk/votes/" + vote.id() + "/paper/" + number)
                : pages.paper(vote, number, viewer, Refusal.of(act), typed);
    }
}
