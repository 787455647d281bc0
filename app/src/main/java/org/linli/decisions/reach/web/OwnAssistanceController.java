package org.linli.decisions.reach.web;

import java.util.List;
import java.util.Optional;
import org.linli.decisions.Vote;
import org.linli.decisions.reach.Act;
import org.linli.decisions.reach.RollView;
import org.linli.decisions.reach.VotingOwners;
import org.linli.decisions.reach.assistance.AssistanceRequests;
import org.linli.decisions.reach.assistance.VotingPoints;
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

/** An owner reads where help to vote is to be had, and asks for a visit. */
@Controller
class OwnAssistanceController {

    private final ReachDesk desk;
    private final AssistanceRequests requests;
    private final VotingPoints points;
    private final VotingOwners voters;

    OwnAssistanceController(ReachDesk desk, AssistanceRequests requests, VotingPoints points, VotingOwners voters) {
        this.desk = desk;
        this.requests = requests;
        this.points = points;
        this.voters = voters;
    }

    @Scoped(
            value = "vote",
            roles = {Role.OWNER})
    @GetMapping("/my/votes/{vote}/assistance")
    ModelAndView own(@PathVariable String vote, Viewer viewer) {
        return own(desk.publicVote(vote, viewer), viewer, Refusal.NONE);
    }

    private ModelAndView own(Vote vote, Viewer viewer, Refusal refusal) {
        Optional<RollView> roll = desk.roll(vote);
        List<Integer> asked = requests.ofAccount(vote, viewer.accountId()).stream()
                .map(AssistanceRequests.Request::homeNo)
                .toList();
        List<MyAssistancePage.Home> homes = voters.entriesOf(vote.id(), viewer.accountId()).stream()
                .flatMap(voter -> roll.flatMap(found -> found.part(voter.homeNo())).stream())
                .map(part -> new MyAssistancePage.Home(part.homeNo(), part.address(), asked.contains(part.homeNo())))
                .toList();
        return Answers.page(
                "my-assistance", new MyAssistancePage(Head.of(vote, roll), points.list(vote), homes, refusal), refusal);
    }

    @Scoped(
            value = "vote",
            roles = {Role.OWNER})
    @PostMapping("/my/votes/{vote}/assistance")
    ModelAndView ask(@PathVariable String vote, @RequestParam MultiValueMap<String, String> fields, Viewer viewer) {
        Vote found = desk.publicVote(vote, viewer);
        Act act = requests.ask(found, new Typed(fields).number("home"), viewer.accountId());
        return act instanceof Act.Done
                ? Views.redirect("/my/votes/" + vote + "/assistance")
                : own(found, viewer, Refusal.of(act));
    }
}
