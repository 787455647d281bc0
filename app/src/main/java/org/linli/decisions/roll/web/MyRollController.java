package org.linli.decisions.roll.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteState;
import org.linli.decisions.Votes;
import org.linli.decisions.roll.Challenges;
import org.linli.decisions.roll.FrozenRoll;
import org.linli.decisions.roll.OwnersView;
import org.linli.decisions.roll.Rolls;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.RowScopes;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.time.BusinessTime;
import org.linli.platform.web.NotFound;
import org.linli.platform.web.Views;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** An owner checks the own entry, looks for strangers on the roll, and challenges it. Before the notice there is nothing to see. */
@Controller
class MyRollController {

    private final Votes votes;
    private final Rolls rolls;
    private final OwnersView view;
    private final Challenges challenges;
    private final RowScopes scopes;
    private final BusinessTime time;

    MyRollController(
            Votes votes, Rolls rolls, OwnersView view, Challenges challenges, RowScopes scopes, BusinessTime time) {
        this.votes = votes;
        this.rolls = rolls;
        this.view = view;
        this.challenges = challenges;
        this.scopes = scopes;
        this.time = time;
    }

    @Scoped(
            value = "vote",
            roles = {Role.OWNER})
    @GetMapping("/my/votes/{vote}/roll")
    ModelAndView roll(@PathVariable String vote, @RequestParam(defaultValue = "0") int building, Viewer viewer) {
        return page(get(vote, viewer), building, viewer, null, "", 0);
    }

    @Scoped(
            value = "vote",
            roles = {Role.OWNER})
    @PostMapping("/my/votes/{vote}/roll/challenges")
    ModelAndView challenge(
            @PathVariable String vote,
            @RequestParam(defaultValue = "0") int home,
            @RequestParam String text,
            Viewer viewer) {
        Vote found = get(vote, viewer);
        boolean known =
                rolls.find(found.id()).flatMap(roll -> roll.ofHome(home)).isPresent();
        Optional<Challenges.Refusal> refused =
                challenges.challenge(found, viewer.accountId(), known ? home : null, text);
        return refused.isPresent()
                ? page(
                        found,
                        0,
                        viewer,
                        "decisions.roll.refused." + refused.get().name(),
                        text,
                        home)
                : Views.redirect("/my/votes/" + found.id() + "/roll");
    }

    private Vote get(String address, Viewer viewer) {
        Vote vote = votes.get(address, scopes.of(viewer));
        if (vote.step(VoteState.NOTICED).isEmpty()) {
            throw new NotFound();
        }
        return vote;
    }

    private ModelAndView page(
            Vote vote, int building, Viewer viewer, @Nullable String refused, String typed, int typedHome) {
        @Nullable FrozenRoll roll = rolls.find(vote.id()).orElse(null);
        List<OwnersView.Own> own = roll == null ? List.of() : view.own(vote, roll, viewer.accountId());
        List<LocalDate> days = Challenges.window(vote);
        LocalDate today = time.today();
        return Views.of(
                "decisions/roll/my-roll",
                new MyRollPage(
                        vote,
                        roll,
                        own,
                        building(roll, own, building),
                        challenges.list(vote.id()).stream()
                                .filter(challenge -> challenge.account() == viewer.accountId())
                                .toList(),
                        days,
                        roll != null
                                && vote.state() == VoteState.NOTICED
                                && !today.isBefore(days.getFirst())
                                && !today.isAfter(days.getLast()),
                        refused,
                        typed,
                        typedHome));
    }

    /** The building asked for, else the own one, else the first. */
    private static int building(@Nullable FrozenRoll roll, List<OwnersView.Own> own, int asked) {
        if (roll == null || asked > 0) {
            return asked;
        }
        return own.stream()
                .map(one -> one.entry().entry().parts().getFirst().buildingNo())
                .findFirst()
                .orElseGet(() -> OwnersView.buildings(roll).stream()
                        .map(OwnersView.Building::number)
                        .findFirst()
                        .orElse(0));
    }
}
