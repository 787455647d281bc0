package org.linli.decisions.drafting.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteId;
import org.linli.decisions.Votes;
import org.linli.decisions.drafting.Nomination;
import org.linli.decisions.drafting.NominationWindow;
import org.linli.decisions.drafting.Nominations;
import org.linli.decisions.drafting.Posting;
import org.linli.platform.scope.PublicPage;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.RowScope;
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

/** The owners' side of candidates: stand or put forward jointly while it is open, withdraw, and see who was posted. */
@Controller
class MyNominationController {

    private final Nominations nominations;
    private final Votes votes;
    private final Organisers organisers;

    MyNominationController(Nominations nominations, Votes votes, Organisers organisers) {
        this.nominations = nominations;
        this.votes = votes;
        this.organisers = organisers;
    }

    @Scoped(
            value = "vote",
            roles = {Role.OWNER})
    @GetMapping("/my/votes/{vote}/nominations")
    ModelAndView mine(@PathVariable String vote, @RequestParam(defaultValue = "") String note, Viewer viewer) {
        return page(asked(vote, viewer), viewer, Map.of(), DraftForms.FRESH, note);
    }

    @Scoped(
            value = "vote",
            roles = {Role.OWNER})
    @PostMapping("/my/votes/{vote}/nominations")
    ModelAndView nominate(@PathVariable String vote, @RequestParam Map<String, String> typed, Viewer viewer) {
        Vote found = asked(vote, viewer);
        Fields fields = new Fields(typed);
        Nomination nomination = NominationForms.read(fields, viewer.accountId());
        Outcome outcome = fields.isSound()
                ? nominations.nominate(found.id(), nomination, false, Organisers.by(viewer))
                : fields.refused();
        return answer(found, viewer, typed, outcome);
    }

    @Scoped(
            value = "vote",
            roles = {Role.OWNER})
    @PostMapping("/my/votes/{vote}/nominations/{number}/withdrawal")
    ModelAndView withdraw(
            @PathVariable String vote,
            @PathVariable int number,
            @RequestParam Map<String, String> typed,
            Viewer viewer) {
        Vote found = asked(vote, viewer);
        Outcome outcome = nominations.withdraw(
                found.id(), number, typed.getOrDefault("reason", ""), false, Organisers.by(viewer));
        if (outcome instanceof Outcome.Unknown) {
            throw new NotFound();
        }
        return answer(found, viewer, Map.of(), outcome);
    }

    private ModelAndView answer(Vote vote, Viewer viewer, Map<String, String> typed, Outcome outcome) {
        return outcome instanceof Outcome.Stored
                ? Views.redirect("/my/votes/" + vote.id() + "/nominations?note=saved")
                : page(vote, viewer, typed, outcome, "");
    }

    /** A draft is nobody's business until owners are asked. */
    private Vote asked(String address, Viewer viewer) {
        Vote vote = organisers.vote(address, viewer);
        if (nominations.windows(vote.id()).isEmpty()) {
            throw new NotFound();
        }
        return vote;
    }

    private ModelAndView page(Vote vote, Viewer viewer, Map<String, String> typed, Outcome outcome, String note) {
        List<NominationWindow> windows = nominations.windows(vote.id());
        @Nullable
        NominationWindow open = windows.stream()
                .filter(window -> window.isOpenOn(organisers.today()))
                .findFirst()
                .orElse(null);
        @Nullable
        VoteForm form = open == null && outcome instanceof Outcome.Stored
                ? null
                : NominationForms.candidate(
                                new FormBuilder(
                                                "/my/votes/" + vote.id() + "/nominations",
                                                "decisions.nomination.send",
                                                typed,
                                                outcome)
                                        .hidden("decision", (open == null ? windows.getFirst() : open).decision()),
                                List.of(Nomination.Source.SELF, Nomination.Source.JOINT))
                        .build();
        return Views.of(
                "decisions/drafting/my-nominations",
                new MyNominationPage(
                        vote,
                        windows,
                        form,
                        nominations.list(vote.id()).stream()
                                .filter(nomination -> nomination.byAccount() == viewer.accountId())
                                .toList(),
                        nominations.postings(vote.id()),
                        note));
    }

    /** The candidates as posted, also before the notice: names and statements with their consent. */
    @PublicPage
    @GetMapping("/votes/{vote}/candidates")
    ModelAndView candidates(@PathVariable String vote) {
        Vote found = VoteId.parse(vote)
                .flatMap(id -> votes.find(id, RowScope.everything()))
                .filter(one -> !one.rehearsal())
                .orElseThrow(NotFound::new);
        List<Posting> postings = nominations.postings(found.id());
        if (postings.isEmpty()) {
            throw new NotFound();
        }
        return Views.of(
                "decisions/drafting/candidates", new MyNominationPage(found, List.of(), null, List.of(), postings, ""));
    }
}
