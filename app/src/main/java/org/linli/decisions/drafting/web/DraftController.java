package org.linli.decisions.drafting.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.DecisionItem;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteState;
import org.linli.decisions.drafting.Batches;
import org.linli.decisions.drafting.Drafts;
import org.linli.decisions.drafting.ItemForm;
import org.linli.decisions.drafting.TermsForm;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.web.NotFound;
import org.linli.platform.web.Views;
import org.linli.registry.Fields;
import org.linli.registry.Homes;
import org.linli.registry.Outcome;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The draft and its decisions. What is refused or overtaken comes back with everything that was typed. */
@Controller
class DraftController {

    private final Drafts drafts;
    private final Batches batches;
    private final Homes homes;
    private final Organisers organisers;
    private final DeskFrames frames;

    DraftController(Drafts drafts, Batches batches, Homes homes, Organisers organisers, DeskFrames frames) {
        this.drafts = drafts;
        this.batches = batches;
        this.homes = homes;
        this.organisers = organisers;
        this.frames = frames;
    }

    @Scoped(
            value = "vote",
            roles = {Role.COMMITTEE, Role.PMC, Role.STREET, Role.COMMUNITY_WORKER, Role.COUNTY, Role.CITY})
    @GetMapping("/desk/votes/{vote}/draft")
    ModelAndView draft(@PathVariable String vote, @RequestParam(defaultValue = "") String note, Viewer viewer) {
        Vote found = organisers.vote(vote, viewer);
        return page(found, viewer, TermsForm.typed(found.terms()), DraftForms.FRESH, note);
    }

    @Scoped(
            value = "vote",
            roles = {Role.COMMITTEE, Role.PMC, Role.STREET, Role.COMMUNITY_WORKER})
    @PostMapping("/desk/votes/{vote}/draft")
    ModelAndView save(@PathVariable String vote, @RequestParam Map<String, String> typed, Viewer viewer) {
        Vote found = organisers.vote(vote, viewer);
        TermsForm terms = TermsForm.read(typed, found.terms().version());
        Outcome outcome = terms.terms() == null
                ? terms.refused()
                : drafts.saveTerms(found.id(), seen(typed), terms.terms(), Organisers.by(viewer));
        return outcome instanceof Outcome.Stored
                ? Views.redirect("/desk/votes/" + vote + "/draft?note=saved")
                : page(organisers.vote(vote, viewer), viewer, typed, outcome, "");
    }

    /** Masks what the gate found, with one click. */
    @Scoped(
            value = "vote",
            roles = {Role.COMMITTEE, Role.PMC, Role.STREET, Role.COMMUNITY_WORKER})
    @PostMapping("/desk/votes/{vote}/draft/masking")
    ModelAndView mask(@PathVariable String vote, @RequestParam Map<String, String> typed, Viewer viewer) {
        Vote found = organisers.vote(vote, viewer);
        Outcome outcome = drafts.mask(found.id(), seen(typed), Organisers.by(viewer));
        return outcome instanceof Outcome.Stored
                ? Views.redirect("/desk/votes/" + vote + "/draft?note=masked")
                : page(organisers.vote(vote, viewer), viewer, TermsForm.typed(found.terms()), outcome, "");
    }

    private ModelAndView page(Vote vote, Viewer viewer, Map<String, String> typed, Outcome outcome, String note) {
        String action = "/desk/votes/" + vote.id() + "/draft";
        boolean writes = Organisers.mayOrganise(viewer)
                && (vote.state() == VoteState.DRAFT || !(outcome instanceof Outcome.Stored));
        @Nullable
        VoteForm form = writes
                ? DraftForms.terms(new FormBuilder(action, "decisions.draft.save", typed, outcome)
                                .hidden("version", vote.terms().version()))
                        .build()
                : null;
        return Views.of(
                "decisions/drafting/draft",
                new DraftPage(
                        frames.of(vote, viewer),
                        drafts.check(vote),
                        form,
                        drafts.versions(vote.id()),
                        writes ? batches.others(vote, organisers.scope(viewer)).size() : 0,
                        note));
    }

    @Scoped(
            value = "vote",
            roles = {Role.COMMITTEE, Role.PMC, Role.STREET, Role.COMMUNITY_WORKER})
    @GetMapping("/desk/votes/{vote}/draft/decisions/{number:new|[0-9]+}")
    ModelAndView askItem(@PathVariable String vote, @PathVariable String number, Viewer viewer) {
        Vote found = organisers.vote(vote, viewer);
        @Nullable DecisionItem old = item(found, number);
        Map<String, String> typed = old == null ? Map.of("seats", "7") : ItemForm.typed(old);
        return itemPage(found, number, old, typed, DraftForms.FRESH, viewer);
    }

    @Scoped(
            value = "vote",
            roles = {Role.COMMITTEE, Role.PMC, Role.STREET, Role.COMMUNITY_WORKER})
    @PostMapping("/desk/votes/{vote}/draft/decisions/{number:new|[0-9]+}")
    ModelAndView saveItem(
            @PathVariable String vote,
            @PathVariable String number,
            @RequestParam Map<String, String> typed,
            Viewer viewer) {
        Vote found = organisers.vote(vote, viewer);
        @Nullable DecisionItem old = item(found, number);
        Set<Integer> known =
                buildings(found, viewer).stream().map(Homes.Building::number).collect(Collectors.toSet());
        int place = old == null ? found.items().size() + 1 : old.number();
        ItemForm form = ItemForm.read(typed, place, old, known);
        Outcome outcome = form.item() == null
                ? new Outcome.Refused(form.errors())
                : drafts.saveItem(found.id(), seen(typed), form.item(), Organisers.by(viewer));
        return outcome instanceof Outcome.Stored
                ? Views.redirect("/desk/votes/" + vote + "/draft?note=saved")
                : itemPage(organisers.vote(vote, viewer), number, old, typed, outcome, viewer);
    }

    private ModelAndView itemPage(
            Vote vote,
            String number,
            @Nullable DecisionItem old,
            Map<String, String> typed,
            Outcome outcome,
            Viewer viewer) {
        FormBuilder form = DraftForms.item(
                        "/desk/votes/" + vote.id() + "/draft/decisions/" + number,
                        typed,
                        outcome,
                        buildings(vote, viewer))
                .hidden("version", vote.terms().version());
        return Views.of(
                "decisions/drafting/item",
                new ItemPage(
                        frames.of(vote, viewer), old == null ? vote.items().size() + 1 : old.number(), form.build()));
    }

    @Scoped(
            value = "vote",
            roles = {Role.COMMITTEE, Role.PMC, Role.STREET, Role.COMMUNITY_WORKER})
    @PostMapping("/desk/votes/{vote}/draft/decisions/{number}/removal")
    ModelAndView removeItem(
            @PathVariable String vote,
            @PathVariable int number,
            @RequestParam Map<String, String> typed,
            Viewer viewer) {
        Vote found = organisers.vote(vote, viewer);
        return back(found, drafts.removeItem(found.id(), seen(typed), number, Organisers.by(viewer)), viewer);
    }

    @Scoped(
            value = "vote",
            roles = {Role.COMMITTEE, Role.PMC, Role.STREET, Role.COMMUNITY_WORKER})
    @PostMapping("/desk/votes/{vote}/draft/copies")
    ModelAndView copyToBatch(@PathVariable String vote, Viewer viewer) {
        Vote found = organisers.vote(vote, viewer);
        int copied = batches.copyDraft(found, organisers.scope(viewer), Organisers.by(viewer));
        return Views.redirect("/desk/votes/" + vote + "/draft?note=" + (copied == 0 ? "none-copied" : "copied"));
    }

    private ModelAndView back(Vote vote, Outcome outcome, Viewer viewer) {
        return outcome instanceof Outcome.Stored
                ? Views.redirect("/desk/votes/" + vote.id() + "/draft?note=saved")
                : page(
                        organisers.vote(vote.id().toString(), viewer),
                        viewer,
                        TermsForm.typed(vote.terms()),
                        outcome,
                        "");
    }

    private static @Nullable DecisionItem item(Vote vote, String number) {
        if (number.equals("new")) {
            return null;
        }
        return vote.items().stream()
                .filter(item -> Integer.toString(item.number()).equals(number))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private List<Homes.Building> buildings(Vote vote, Viewer viewer) {
        return homes.buildings(vote.id().community(), organisers.today(), organisers.scope(viewer));
    }

    static int seen(Map<String, String> typed) {
        return new Fields(typed).number("version");
    }
}
