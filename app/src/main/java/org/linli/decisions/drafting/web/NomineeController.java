package org.linli.decisions.drafting.web;

import java.time.LocalDate;
import java.util.List;
import org.linli.decisions.VoteId;
import org.linli.decisions.drafting.Consents;
import org.linli.platform.my.MyHomeSection;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.web.NotFound;
import org.linli.platform.web.Views;
import org.linli.registry.Outcome;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Somebody put forward as a candidate says yes or no. What the account is not put forward for is not found. */
@Controller
class NomineeController implements MyHomeSection {

    private static final int ORDER = 20;

    private final Consents consents;

    NomineeController(Consents consents) {
        this.consents = consents;
    }

    @Scoped(
            value = "self",
            roles = {Role.OWNER, Role.OCCUPANT, Role.COMMITTEE, Role.PMC})
    @GetMapping("/my/nominations")
    ModelAndView mine(@RequestParam(defaultValue = "") String note, Viewer viewer) {
        return page(viewer, note.equals("saved") ? "decisions.note.saved" : "", false);
    }

    private ModelAndView page(Viewer viewer, String note, boolean late) {
        return Views.of("decisions/drafting/nominee", new NomineePage(consents.asked(viewer.accountId()), note, late));
    }

    @Scoped(
            value = "self",
            roles = {Role.OWNER, Role.OCCUPANT, Role.COMMITTEE, Role.PMC})
    @PostMapping("/my/nominations/{vote}/{number}/answer")
    ModelAndView answer(
            @PathVariable String vote, @PathVariable int number, @RequestParam boolean accepted, Viewer viewer) {
        VoteId id = VoteId.parse(vote).orElseThrow(NotFound::new);
        return switch (consents.answer(id, number, accepted, Organisers.by(viewer))) {
            case Outcome.Stored stored -> Views.redirect("/my/nominations?note=saved");
            case Outcome.Unknown unknown -> throw new NotFound();
            default -> {
                ModelAndView late = page(viewer, "", true);
                late.setStatus(HttpStatus.CONFLICT);
                yield late;
            }
        };
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public String titleKey() {
        return "decisions.nominee.title";
    }

    @Override
    public List<Line> lines(Viewer viewer, LocalDate today) {
        return consents.asked(viewer.accountId()).stream()
                .filter(Consents.Asked::mayAnswer)
                .map(asked -> new Line(
                        Phrase.of(
                                asked.nomination().isAsked() ? "decisions.nominee.asks" : "decisions.nominee.stands",
                                asked.vote().terms().title()),
                        null,
                        asked.vote().terms().noticeOn().minusDays(1),
                        "/my/nominations",
                        asked.nomination().isAsked() ? Emphasis.ACT : Emphasis.PLAIN))
                .toList();
    }
}
