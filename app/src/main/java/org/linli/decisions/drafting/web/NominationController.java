package org.linli.decisions.drafting.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.DecisionItem;
import org.linli.decisions.DecisionKind;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteState;
import org.linli.decisions.drafting.Consents;
import org.linli.decisions.drafting.Nomination;
import org.linli.decisions.drafting.Nominations;
import org.linli.platform.files.Downloads;
import org.linli.platform.files.FileStore;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.web.NotFound;
import org.linli.platform.web.Views;
import org.linli.registry.Fields;
import org.linli.registry.Outcome;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The organiser's side of candidates: ask owners, record recommendations, consent and eligibility, post the list. */
@Controller
class NominationController {

    private final Nominations nominations;
    private final Consents consents;
    private final Organisers organisers;
    private final DeskFrames frames;
    private final FileStore files;
    private final Downloads downloads;

    NominationController(
            Nominations nominations,
            Consents consents,
            Organisers organisers,
            DeskFrames frames,
            FileStore files,
            Downloads downloads) {
        this.nominations = nominations;
        this.consents = consents;
        this.organisers = organisers;
        this.frames = frames;
        this.files = files;
        this.downloads = downloads;
    }

    @Scoped(
            value = "vote",
            roles = {Role.COMMITTEE, Role.PMC, Role.STREET, Role.COMMUNITY_WORKER})
    @GetMapping("/desk/votes/{vote}/nominations")
    ModelAndView list(@PathVariable String vote, @RequestParam(defaultValue = "") String note, Viewer viewer) {
        return page(organisers.vote(vote, viewer), viewer, "", Map.of(), DraftForms.FRESH, note);
    }

    @Scoped(
            value = "vote",
            roles = {Role.COMMITTEE, Role.PMC, Role.STREET, Role.COMMUNITY_WORKER})
    @PostMapping(
            "/desk/votes/{vote}/nominations/{act:window|recommendation|consent|eligibility|refusal|withdrawal|posting}")
    ModelAndView act(
            @PathVariable String vote,
            @PathVariable String act,
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Viewer viewer)
            throws IOException {
        Vote found = organisers.vote(vote, viewer);
        Fields fields = new Fields(typed);
        Outcome outcome =
                act.equals("consent") ? consent(found, fields, file, viewer) : outcome(found, act, fields, viewer);
        return outcome instanceof Outcome.Stored
                ? Views.redirect("/desk/votes/" + vote + "/nominations?note=saved")
                : page(organisers.vote(vote, viewer), viewer, act + fields.number("nomination"), typed, outcome, "");
    }

    private Outcome consent(Vote vote, Fields fields, @Nullable MultipartFile file, Viewer viewer) throws IOException {
        String note = java.util.Objects.requireNonNullElse(fields.text("reason", 300), "");
        try (InputStream content = file == null ? InputStream.nullInputStream() : file.getInputStream();
                FileStore.Copy copy = files.draft(content)) {
            return consents.consentOnPaper(vote.id(), fields.number("nomination"), note, copy, Organisers.by(viewer));
        }
    }

    @Scoped(
            value = "vote",
            roles = {Role.COMMITTEE, Role.PMC, Role.STREET, Role.COMMUNITY_WORKER})
    @GetMapping("/desk/votes/{vote}/nominations/{number}/paper")
    void paper(@PathVariable String vote, @PathVariable int number, Viewer viewer, HttpServletResponse response)
            throws IOException {
        Nomination.Paper paper =
                consents.paper(organisers.vote(vote, viewer).id(), number).orElseThrow(NotFound::new);
        downloads.send(response, paper.hash(), paper.type(), "consent-" + number);
    }

    private Outcome outcome(Vote vote, String act, Fields fields, Viewer viewer) {
        int decision = fields.number("decision");
        int number = fields.number("nomination");
        String reason = java.util.Objects.requireNonNullElse(fields.text("reason", 300), "");
        return switch (act) {
            case "window" -> {
                LocalDate from = fields.requiredDate("from_on");
                LocalDate to = fields.requiredDate("to_on");
                yield fields.isSound()
                        ? nominations.open(vote.id(), decision, from, to, Organisers.by(viewer))
                        : fields.refused();
            }
            case "recommendation" -> {
                Nomination nomination = NominationForms.read(fields, viewer.accountId());
                yield fields.isSound()
                        ? nominations.nominate(vote.id(), nomination, true, Organisers.by(viewer))
                        : fields.refused();
            }
            case "refusal" -> nominations.refuse(vote.id(), number, reason, Organisers.by(viewer));
            case "withdrawal" -> nominations.withdraw(vote.id(), number, reason, true, Organisers.by(viewer));
            case "eligibility" ->
                nominations.qualify(
                        vote.id(), number, fields.number("home_no"), organisers.scope(viewer), Organisers.by(viewer));
            case "posting" ->
                nominations.post(vote.id(), fields.number("version"), decision, reason, Organisers.by(viewer));
            default -> throw new NotFound();
        };
    }

    /** @param tried the act that was refused, with the number of its nomination */
    private ModelAndView page(
            Vote vote, Viewer viewer, String tried, Map<String, String> typed, Outcome outcome, String note) {
        List<Nomination> all = nominations.list(vote.id());
        NominationForms forms =
                new NominationForms("/desk/votes/" + vote.id() + "/nominations/", tried, typed, outcome);
        List<NominationPage.Election> elections = vote.items().stream()
                .filter(item -> item.kind() == DecisionKind.ELECTION)
                .map(item -> election(vote, item, all, forms))
                .toList();
        return Views.of("decisions/drafting/nominations", new NominationPage(frames.of(vote, viewer), elections, note));
    }

    private NominationPage.Election election(
            Vote vote, DecisionItem item, List<Nomination> all, NominationForms forms) {
        boolean draft = vote.state() == VoteState.DRAFT;
        return new NominationPage.Election(
                item,
                nominations.windows(vote.id()).stream()
                        .filter(window -> window.decision() == item.number())
                        .toList(),
                all.stream()
                        .filter(nomination -> nomination.decision() == item.number())
                        .map(nomination ->
                                new NominationPage.Line(nomination, draft ? forms.of(nomination) : List.of()))
                        .toList(),
                nominations.postings(vote.id()).stream()
                        .filter(posting -> posting.decision() == item.number())
                        .toList(),
                draft ? forms.of(vote, item.number()) : List.of());
    }
}
