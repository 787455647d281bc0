package org.linli.decisions.reach.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.linli.decisions.Vote;
import org.linli.decisions.casting.web.DeviceMarks;
import org.linli.decisions.reach.Act;
import org.linli.decisions.reach.Problem;
import org.linli.decisions.reach.RollView;
import org.linli.decisions.reach.assistance.Assistance;
import org.linli.decisions.reach.assistance.AssistanceRequests;
import org.linli.decisions.reach.assistance.Session;
import org.linli.decisions.reach.assistance.VotingDevices;
import org.linli.decisions.reach.assistance.VotingPoint;
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

/** 助老投票: voting points, the pairs that visit, and their sessions. */
@Controller
class AssistanceController {

    private final ReachDesk desk;
    private final VotingPoints points;
    private final Assistance assistance;
    private final AssistanceRequests requests;
    private final VotingDevices devices;
    private final DeviceMarks marks;

    AssistanceController(
            ReachDesk desk,
            VotingPoints points,
            Assistance assistance,
            AssistanceRequests requests,
            VotingDevices devices,
            DeviceMarks marks) {
        this.desk = desk;
        this.points = points;
        this.assistance = assistance;
        this.requests = requests;
        this.devices = devices;
        this.marks = marks;
    }

    @Scoped(
            value = "vote",
            roles = {Role.STREET, Role.COMMUNITY_WORKER, Role.COUNTY, Role.CITY})
    @GetMapping("/desk/votes/{vote}/assisted")
    ModelAndView list(@PathVariable String vote, HttpServletRequest request, Viewer viewer) {
        return list(desk.vote(vote, viewer), viewer, Refusal.NONE, Typed.NOTHING, marks.find(request));
    }

    private ModelAndView list(Vote vote, Viewer viewer, Refusal refusal, Typed typed) {
        return list(vote, viewer, refusal, typed, Optional.empty());
    }

    private ModelAndView list(Vote vote, Viewer viewer, Refusal refusal, Typed typed, Optional<byte[]> here) {
        Optional<RollView> roll = desk.roll(vote);
        Map<Integer, String> addresses = roll.map(found -> found.parts().stream()
                        .collect(Collectors.toMap(RollView.Part::homeNo, RollView.Part::address, (a, b) -> a)))
                .orElse(Map.of());
        List<VotingPoint> all = points.list(vote);
        return Answers.page(
                "assistance",
                new AssistancePage(
                        desk.head(vote, roll, viewer),
                        all,
                        all.stream()
                                .filter(point -> point.first().account() == viewer.accountId()
                                        || point.second().account() == viewer.accountId())
                                .toList(),
                        assistance.list(vote).stream()
                                .map(session ->
                                        new AssistancePage.Line(session, addresses.getOrDefault(session.homeNo(), "")))
                                .toList(),
                        requests.open(vote).stream()
                                .map(wish ->
                                        new AssistancePage.Wish(addresses.getOrDefault(wish.homeNo(), ""), wish.at()))
                                .toList(),
                        devices.list(vote),
                        here.map(HexFormat.of()::formatHex).orElse(""),
                        ReachDesk.actor(viewer),
                        viewer.role() == Role.STREET || viewer.role() == Role.COMMUNITY_WORKER,
                        refusal,
                        typed),
                refusal);
    }

    @Scoped(
            value = "vote",
            roles = {Role.STREET, Role.COMMUNITY_WORKER})
    @PostMapping("/desk/votes/{vote}/voting-points")
    ModelAndView register(
            @PathVariable String vote, @RequestParam MultiValueMap<String, String> fields, Viewer viewer) {
        Vote found = desk.vote(vote, viewer);
        Typed typed = new Typed(fields);
        Act act = points.register(
                found,
                typed.choice("kind", VotingPoint.Kind.class).orElse(VotingPoint.Kind.POINT),
                typed.text("place"),
                typed.text("hours"),
                typed.text("first"),
                typed.text("second"),
                ReachDesk.actor(viewer));
        return answer(act, found, viewer, typed);
    }

    /** The device is the one that this request comes from. */
    @Scoped(
            value = "vote",
            roles = {Role.STREET, Role.COMMUNITY_WORKER})
    @PostMapping("/desk/votes/{vote}/voting-points/{point}/device")
    ModelAndView registerDevice(
            @PathVariable String vote,
            @PathVariable int point,
            HttpServletRequest request,
            HttpServletResponse response,
            Viewer viewer) {
        Vote found = desk.vote(vote, viewer);
        Act act = devices.register(found, point, marks.of(request, response), ReachDesk.actor(viewer));
        return answer(act, found, viewer, Typed.NOTHING);
    }

    @Scoped(
            value = "vote",
            roles = {Role.STREET, Role.COMMUNITY_WORKER})
    @PostMapping("/desk/votes/{vote}/voting-devices/withdrawal")
    ModelAndView withdrawDevice(
            @PathVariable String vote, @RequestParam MultiValueMap<String, String> fields, Viewer viewer) {
        Vote found = desk.vote(vote, viewer);
        Typed typed = new Typed(fields);
        Act act = devices.withdraw(found, typed.text("device"), typed.text("reason"), ReachDesk.actor(viewer));
        return answer(act, found, viewer, typed);
    }

    @Scoped(
            value = "vote",
            roles = {Role.STREET, Role.COMMUNITY_WORKER})
    @PostMapping("/desk/votes/{vote}/assisted")
    ModelAndView open(@PathVariable String vote, @RequestParam MultiValueMap<String, String> fields, Viewer viewer) {
        Vote found = desk.vote(vote, viewer);
        Typed typed = new Typed(fields);
        Act act = open(found, typed, viewer);
        return act instanceof Act.Done(int number)
                ? Views.redirect("/desk/votes/" + vote + "/assisted/" + number)
                : list(found, viewer, Refusal.of(act), typed);
    }

    private ModelAndView answer(Act act, Vote vote, Viewer viewer, Typed typed) {
        return act instanceof Act.Done
                ? Views.redirect("/desk/votes/" + vote.id() + "/assisted")
                : list(vote, viewer, Refusal.of(act), typed);
    }

    private Act open(Vote vote, Typed typed, Viewer viewer) {
        Optional<RollView> roll = desk.roll(vote);
        int home = roll.map(found -> ReachDesk.home(found, typed.number("building"), typed.text("room")))
                .orElse(0);
        List<Integer> owners = desk.owners(vote, home);
        int which = Math.max(1, typed.number("owner"));
        return which > owners.size()
                ? Act.refused(roll.isEmpty() ? Problem.NOT_FROZEN : Problem.NO_SUCH_HOME)
                : assistance.open(
                        vote,
                        typed.number("point"),
                        home,
                        owners.get(which - 1),
                        typed.choice("identity", Session.IdentityPaper.class).orElse(null),
                        ReachDesk.actor(viewer));
    }
}
