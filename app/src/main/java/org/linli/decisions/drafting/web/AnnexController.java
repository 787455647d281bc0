package org.linli.decisions.drafting.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.DecisionItem;
import org.linli.decisions.Vote;
import org.linli.decisions.Votes;
import org.linli.decisions.drafting.Annexes;
import org.linli.decisions.drafting.Drafts;
import org.linli.platform.scope.PublicPage;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.web.NotFound;
import org.linli.platform.web.Views;
import org.linli.registry.FieldError;
import org.linli.registry.Fields;
import org.linli.registry.Outcome;
import org.linli.rules.decisions.ballots.Annex;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Papers of a decision: handed in while it is a draft, read by anybody once the notice is out. */
@Controller
class AnnexController {

    private final Drafts drafts;
    private final Annexes annexes;
    private final Votes votes;
    private final Organisers organisers;
    private final DeskFrames frames;

    AnnexController(Drafts drafts, Annexes annexes, Votes votes, Organisers organisers, DeskFrames frames) {
        this.drafts = drafts;
        this.annexes = annexes;
        this.votes = votes;
        this.organisers = organisers;
        this.frames = frames;
    }

    @Scoped(
            value = "vote",
            roles = {Role.COMMITTEE, Role.PMC, Role.STREET, Role.COMMUNITY_WORKER})
    @GetMapping("/desk/votes/{vote}/draft/decisions/{number}/annexes/new")
    ModelAndView ask(@PathVariable String vote, @PathVariable int number, Viewer viewer) {
        return page(organisers.vote(vote, viewer), number, Map.of(), DraftForms.FRESH, viewer);
    }

    @Scoped(
            value = "vote",
            roles = {Role.COMMITTEE, Role.PMC, Role.STREET, Role.COMMUNITY_WORKER})
    @PostMapping("/desk/votes/{vote}/draft/decisions/{number}/annexes/new")
    ModelAndView add(
            @PathVariable String vote,
            @PathVariable int number,
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Viewer viewer)
            throws IOException {
        Vote found = organisers.vote(vote, viewer);
        item(found, number);
        Fields fields = new Fields(typed);
        Annex kind = fields.requiredChoice("annex", Annex.class);
        String title = fields.required("annex_title", 60).replaceAll("[\\\\/:*?\"<>|]", "_");
        if (!fields.isSound()) {
            return page(found, number, typed, fields.refused(), viewer);
        }
        try (InputStream content = file == null ? InputStream.nullInputStream() : file.getInputStream()) {
            Optional<DecisionItem.Paper> paper = annexes.store(kind, title, content);
            Outcome outcome = paper.isEmpty()
                    ? new Outcome.Refused(
                            new ArrayList<>(List.of(new FieldError("file", "decisions.refused.file", List.of()))))
                    : drafts.addAnnex(
                            found.id(), DraftController.seen(typed), number, paper.get(), Organisers.by(viewer));
            return outcome instanceof Outcome.Stored
                    ? Views.redirect("/desk/votes/" + vote + "/draft?note=saved")
                    : page(organisers.vote(vote, viewer), number, typed, outcome, viewer);
        }
    }

    private ModelAndView page(Vote vote, int number, Map<String, String> typed, Outcome outcome, Viewer viewer) {
        item(vote, number);
        String action = "/desk/votes/" + vote.id() + "/draft/decisions/" + number + "/annexes/new";
        return Views.of(
                "decisions/drafting/annex",
                new ItemPage(
                        frames.of(vote, viewer),
                        number,
                        DraftForms.annex(action, typed, outcome)
                                .hidden("version", vote.terms().version())
                                .build()));
    }

    @Scoped(
            value = "vote",
            roles = {Role.COMMITTEE, Role.PMC, Role.STREET, Role.COMMUNITY_WORKER})
    @PostMapping("/desk/votes/{vote}/draft/decisions/{number}/annexes/{annex}/removal")
    ModelAndView remove(
            @PathVariable String vote,
            @PathVariable int number,
            @PathVariable int annex,
            @RequestParam Map<String, String> typed,
            Viewer viewer) {
        Vote found = organisers.vote(vote, viewer);
        Outcome outcome =
                drafts.removeAnnex(found.id(), DraftController.seen(typed), number, annex, Organisers.by(viewer));
        return Views.redirect(
                "/desk/votes/" + vote + "/draft?note=" + (outcome instanceof Outcome.Stored ? "saved" : "overtaken"));
    }

    @Scoped(
            value = "vote",
            roles = {Role.COMMITTEE, Role.PMC, Role.STREET, Role.COMMUNITY_WORKER, Role.COUNTY, Role.CITY})
    @GetMapping("/desk/votes/{vote}/annexes/{number}/{annex}")
    void download(
            @PathVariable String vote,
            @PathVariable int number,
            @PathVariable int annex,
            Viewer viewer,
            HttpServletResponse response)
            throws IOException {
        annexes.send(response, paper(organisers.vote(vote, viewer), number, annex));
    }

    @PublicPage
    @GetMapping("/votes/{vote}/annexes/{number}/{annex}")
    void downloadPublic(
            @PathVariable String vote, @PathVariable int number, @PathVariable int annex, HttpServletResponse response)
            throws IOException {
        annexes.send(response, paper(votes.getPublic(vote), number, annex));
    }

    private static DecisionItem.Paper paper(Vote vote, int number, int annex) {
        List<DecisionItem.Paper> papers = item(vote, number).annexes();
        if (annex < 1 || annex > papers.size()) {
            throw new NotFound();
        }
        return papers.get(annex - 1);
    }

    private static DecisionItem item(Vote vote, int number) {
        return vote.items().stream()
                .filter(item -> item.number() == number)
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
