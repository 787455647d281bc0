package org.linli.decisions.roll.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.Recusal;
import org.linli.decisions.Vote;
import org.linli.decisions.Votes;
import org.linli.decisions.Votes.By;
import org.linli.decisions.drafting.web.DeskFrames;
import org.linli.decisions.roll.Challenges;
import org.linli.decisions.roll.FrozenRoll;
import org.linli.decisions.roll.Readiness;
import org.linli.decisions.roll.Rolls;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.RowScopes;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.web.Views;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Readiness before the freeze, versions and challenges after it. */
@Controller
class RollController {

    private final Votes votes;
    private final Rolls rolls;
    private final Readiness readiness;
    private final Challenges challenges;
    private final Recusal recusal;
    private final DeskFrames frames;
    private final RowScopes scopes;

    RollController(
            Votes votes,
            Rolls rolls,
            Readiness readiness,
            Challenges challenges,
            Recusal recusal,
            DeskFrames frames,
            RowScopes scopes) {
        this.votes = votes;
        this.rolls = rolls;
        this.readiness = readiness;
        this.challenges = challenges;
        this.recusal = recusal;
        this.frames = frames;
        this.scopes = scopes;
    }

    @Scoped(
            value = "vote",
            roles = {Role.COMMITTEE, Role.PMC, Role.STREET, Role.COMMUNITY_WORKER, Role.COUNTY, Role.CITY})
    @GetMapping("/desk/votes/{vote}/roll")
    ModelAndView roll(@PathVariable String vote, Viewer viewer) {
        return page(get(vote, viewer), viewer, null, Map.of());
    }

    @Scoped(
            value = "vote",
            roles = {Role.COMMITTEE, Role.PMC, Role.STREET, Role.COMMUNITY_WORKER})
    @PostMapping("/desk/votes/{vote}/roll/statements")
    ModelAndView accept(@PathVariable String vote, @RequestParam String reason, Viewer viewer) {
        Vote found = get(vote, viewer);
        return answer(
                found,
                viewer,
                readiness.accept(found, reason, by(viewer)).map(Enum::name),
                Map.of("statement", reason));
    }

    @Scoped(
            value = "vote",
            roles = {Role.COMMITTEE, Role.PMC, Role.STREET, Role.COMMUNITY_WORKER})
    @PostMapping("/desk/votes/{vote}/roll/pairs")
    ModelAndView resolve(
            @PathVariable String vote,
            @RequestParam int one,
            @RequestParam int other,
            @RequestParam boolean same,
            @RequestParam String reason,
            Viewer viewer) {
        Vote found = get(vote, viewer);
        return answer(
                found,
                viewer,
                readiness.resolve(found, one, other, same, reason, by(viewer)).map(Enum::name),
                Map.of("pair-" + one + "-" + other, reason));
    }

    @Scoped(
            value = "vote",
            roles = {Role.COMMITTEE, Role.PMC, Role.STREET, Role.COMMUNITY_WORKER})
    @PostMapping("/desk/votes/{vote}/roll/challenges/{number}/ruling")
    ModelAndView rule(
            @PathVariable String vote,
            @PathVariable int number,
            @RequestParam boolean upheld,
            @RequestParam String reason,
            Viewer viewer) {
        Vote found = get(vote, viewer);
        Optional<Challenges.Refusal> refused = recusal.isDue(viewer, found.id().community())
                ? Optional.of(Challenges.Refusal.OWNS_A_HOME)
                : challenges.rule(found, number, upheld, reason, by(viewer));
        return answer(found, viewer, refused.map(Enum::name), Map.of("challenge-" + number, reason));
    }

    private Vote get(String address, Viewer viewer) {
        return votes.get(address, scopes.of(viewer));
    }

    private static By by(Viewer viewer) {
        return new By(viewer.name(), viewer.accountId());
    }

    private ModelAndView answer(Vote vote, Viewer viewer, Optional<String> refused, Map<String, String> typed) {
        return refused.isPresent()
                ? page(vote, viewer, "decisions.roll.refused." + refused.get(), typed)
                : Views.redirect("/desk/votes/" + vote.id() + "/roll");
    }

    private ModelAndView page(Vote vote, Viewer viewer, @Nullable String refused, Map<String, String> typed) {
        Optional<FrozenRoll> frozen = rolls.find(vote.id());
        Map<Integer, String> rooms = new HashMap<>();
        frozen.ifPresent(roll -> roll.entries()
                .forEach(entry -> entry.parts()
                        .forEach(part ->
                                rooms.put(part.homeNo(), RollPage.label(part.building(), part.unit(), part.room())))));
        return Views.of(
                "decisions/roll/roll",
                new RollPage(
                        vote,
                        frames.of(vote, viewer),
                        frozen.isPresent() ? null : readiness.report(vote),
                        rolls.versions(vote.id()),
                        challenges.list(vote.id()),
                        rooms,
                        Challenges.window(vote),
                        List.of(Role.COMMITTEE, Role.PMC, Role.STREET, Role.COMMUNITY_WORKER)
                                .contains(viewer.role()),
                        List.of(Role.STREET, Role.COUNTY, Role.CITY).contains(viewer.role()),
                        refused,
                        typed));
    }
}
