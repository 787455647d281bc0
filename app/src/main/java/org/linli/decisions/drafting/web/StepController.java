package org.linli.decisions.drafting.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteState;
import org.linli.decisions.Votes;
import org.linli.decisions.drafting.Drafts;
import org.linli.decisions.drafting.VoteOrder;
import org.linli.decisions.drafting.VoteSteps;
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
import org.springframework.web.servlet.ModelAndView;

/** The steps of a vote that people take: hand in, read, publish, extend, give up, carry out an order. */
@Controller
class StepController {

    private static final int REASON = 500;

    private final VoteSteps steps;
    private final Drafts drafts;
    private final Organisers organisers;
    private final DeskFrames frames;

    StepController(VoteSteps steps, Drafts drafts, Organisers organisers, DeskFrames frames) {
        this.steps = steps;
        this.drafts = drafts;
        this.organisers = organisers;
        this.frames = frames;
    }

    @Scoped(
            value = "vote",
            roles = {Role.COMMITTEE, Role.PMC, Role.STREET, Role.COMMUNITY_WORKER, Role.COUNTY, Role.CITY})
    @GetMapping("/desk/votes/{vote}")
    ModelAndView show(@PathVariable String vote, @RequestParam(defaultValue = "") String note, Viewer viewer) {
        return page(organisers.vote(vote, viewer), viewer, "", Map.of(), DraftForms.FRESH, note);
    }

    @Scoped(
            value = "vote",
            roles = {Role.COMMITTEE, Role.PMC, Role.STREET, Role.COMMUNITY_WORKER})
    @PostMapping("/desk/votes/{vote}/{step:submission|notice|return-to-draft|extension|cancellation}")
    ModelAndView organise(
            @PathVariable String vote,
            @PathVariable String step,
            @RequestParam Map<String, String> typed,
            Viewer viewer) {
        Vote found = organisers.vote(vote, viewer);
        Fields fields = new Fields(typed);
        String reason = reason(fields);
        Votes.By by = Organisers.by(viewer);
        Outcome outcome = switch (step) {
            case "submission" -> steps.submit(found.id(), by);
            case "notice" -> steps.publish(found.id(), by);
            case "return-to-draft" -> steps.takeBack(found.id(), reason, by);
            case "cancellation" -> steps.cancel(found.id(), reason, by);
            case "extension" -> {
                LocalDate last = fields.requiredDate("last_day");
                yield fields.isSound() ? steps.extend(found.id(), last, reason, by) : fields.refused();
            }
            default -> throw new NotFound();
        };
        return answer(found, viewer, step, typed, fields.isSound() ? outcome : fields.refused());
    }

    @Scoped(
            value = "vote",
            roles = {Role.STREET, Role.COMMUNITY_WORKER})
    @PostMapping("/desk/votes/{vote}/review")
    ModelAndView review(@PathVariable String vote, @RequestParam Map<String, String> typed, Viewer viewer) {
        Vote found = organisers.vote(vote, viewer);
        Fields fields = new Fields(typed);
        String reason = reason(fields);
        Verdict verdict = fields.requiredChoice("verdict", Verdict.class);
        Outcome outcome = fields.isSound()
                ? steps.review(
                        found.id(), fields.number("version"), verdict == Verdict.ACCEPT, reason, Organisers.by(viewer))
                : fields.refused();
        return answer(found, viewer, "review", typed, outcome);
    }

    @Scoped(
            value = "vote",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @PostMapping("/desk/votes/{vote}/order")
    ModelAndView order(@PathVariable String vote, @RequestParam Map<String, String> typed, Viewer viewer) {
        Vote found = organisers.vote(vote, viewer);
        Fields fields = new Fields(typed);
        VoidState state = fields.requiredChoice("order_state", VoidState.class);
        VoteOrder.Authority authority = fields.requiredChoice("authority", VoteOrder.Authority.class);
        String document = fields.required("document_no", 80);
        LocalDate issued = fields.requiredDate("issued_on");
        String reason = fields.required("reason", REASON);
        Outcome outcome = fields.isSound()
                ? steps.carryOut(
                        found.id(),
                        new VoteOrder(VoteState.valueOf(state.name()), authority, document, issued, reason),
                        Organisers.by(viewer))
                : fields.refused();
        return answer(found, viewer, "order", typed, outcome);
    }

    private enum Verdict {
        ACCEPT,
        RETURN
    }

    private enum VoidState {
        INVALIDATED,
        REVOKED
    }

    private static String reason(Fields fields) {
        return java.util.Objects.requireNonNullElse(fields.text("reason", REASON), "");
    }

    private ModelAndView answer(Vote seen, Viewer viewer, String step, Map<String, String> typed, Outcome outcome) {
        return outcome instanceof Outcome.Stored
                ? Views.redirect("/desk/votes/" + seen.id() + "?note=" + step)
                : page(organisers.vote(seen.id().toString(), viewer), viewer, step, typed, outcome, "");
    }

    /** @param tried the step that was refused or overtaken, whose form keeps what was typed even if it is no longer open */
    private ModelAndView page(
            Vote vote, Viewer viewer, String tried, Map<String, String> typed, Outcome outcome, String note) {
        List<String> open = open(vote, viewer);
        if (!tried.isEmpty() && !open.contains(tried)) {
            open.addFirst(tried);
        }
        List<StepPage.Form> forms = open.stream()
                .map(step -> step.equals(tried)
                        ? form(vote, step, typed, outcome)
                        : form(vote, step, Map.of(), DraftForms.FRESH))
                .toList();
        boolean draft = !vote.state().isPublic();
        return Views.of(
                "decisions/drafting/step",
                new StepPage(
                        frames.of(vote, viewer),
                        draft ? drafts.check(vote) : List.of(),
                        drafts.reviews(vote.id()),
                        forms,
                        note));
    }

    private List<String> open(Vote vote, Viewer viewer) {
        List<String> open = new ArrayList<>();
        boolean organises = Organisers.mayOrganise(viewer);
        boolean accepted = drafts.isAccepted(vote);
        switch (vote.state()) {
            case DRAFT -> add(open, organises, "submission");
            case REVIEW -> {
                add(open, Organisers.mayReview(viewer) && !accepted, "review");
                add(open, organises && accepted, "notice");
                add(open, organises, "return-to-draft");
            }
            case NOTICED, OPEN -> add(open, organises, "extension");
            case CLOSED, PRELIMINARY, OBJECTION, FINAL, FILED, CANCELLED, INVALIDATED, REVOKED -> {}
        }
        add(open, organises && vote.state().ordinal() < VoteState.CLOSED.ordinal(), "cancellation");
        add(
                open,
                Organisers.mayVoid(viewer)
                        && vote.state().isPublic()
                        && !vote.state().isVoid(),
                "order");
        return open;
    }

    private static void add(List<String> open, boolean may, String step) {
        if (may) {
            open.add(step);
        }
    }

    private static StepPage.Form form(Vote vote, String step, Map<String, String> typed, Outcome outcome) {
        Map<String, String> shown = new HashMap<>(typed);
        FormBuilder form = new FormBuilder(
                "/desk/votes/" + vote.id() + "/" + step, "decisions.step." + step + ".submit", shown, outcome);
        switch (step) {
            case "review" ->
                form.hidden("version", vote.terms().version())
                        .radio("verdict", "decisions.verdict", "", FormBuilder.all(Verdict.class))
                        .area("reason", "decisions.help.review-reason");
            case "return-to-draft", "cancellation" -> form.area("reason", "decisions.help.reason");
            case "extension" -> form.day("last_day").area("reason", "decisions.help.reason");
            case "order" ->
                form.radio(
                                "order_state",
                                "decisions.state",
                                "decisions.help.order_state",
                                FormBuilder.all(VoidState.class))
                        .select("authority", "decisions.authority", "", FormBuilder.all(VoteOrder.Authority.class))
                        .text("document_no", true)
                        .day("issued_on")
                        .area("reason", "decisions.help.reason");
            default -> {}
        }
        return new StepPage.Form(step, form.build());
    }
}
