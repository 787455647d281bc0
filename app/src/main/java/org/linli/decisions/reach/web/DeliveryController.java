package org.linli.decisions.reach.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.Vote;
import org.linli.decisions.reach.Act;
import org.linli.decisions.reach.Problem;
import org.linli.decisions.reach.delivery.CollectorList;
import org.linli.decisions.reach.delivery.Deliveries;
import org.linli.decisions.reach.delivery.Delivery;
import org.linli.decisions.reach.delivery.Reminders;
import org.linli.decisions.reach.delivery.Way;
import org.linli.decisions.reach.delivery.Wording;
import org.linli.platform.files.Downloads;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.web.NotFound;
import org.linli.platform.web.Views;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** 送达与催投: the board, the lists of collectors, deliveries with evidence, reminders. */
@Controller
class DeliveryController {

    static final List<Role> WRITERS = List.of(Role.COMMITTEE, Role.PMC, Role.STREET, Role.COMMUNITY_WORKER);

    private final ReachDesk desk;
    private final Deliveries deliveries;
    private final Reminders reminders;
    private final Downloads downloads;

    DeliveryController(ReachDesk desk, Deliveries deliveries, Reminders reminders, Downloads downloads) {
        this.desk = desk;
        this.deliveries = deliveries;
        this.reminders = reminders;
        this.downloads = downloads;
    }

    @Scoped(
            value = "vote",
            roles = {Role.COMMITTEE, Role.PMC, Role.STREET, Role.COMMUNITY_WORKER, Role.COUNTY, Role.CITY})
    @GetMapping("/desk/votes/{vote}/delivery")
    ModelAndView board(@PathVariable String vote, @RequestParam(defaultValue = "0") int roll, Viewer viewer) {
        return board(desk.vote(vote, viewer), roll, viewer, null, Refusal.NONE, Typed.NOTHING);
    }

    private ModelAndView board(
            Vote vote, int rollNo, Viewer viewer, Reminders.@Nullable Outcome outcome, Refusal refusal, Typed typed) {
        Head head = desk.head(vote, desk.roll(vote), viewer);
        int shown = head.rolls().contains(rollNo)
                ? rollNo
                : head.rolls().stream().findFirst().orElse(0);
        return Answers.page(
                "delivery",
                new DeliveryPage(
                        head,
                        deliveries.board(vote, shown).orElse(null),
                        WRITERS.contains(viewer.role()),
                        reminded(vote),
                        outcome,
                        refusal,
                        typed),
                refusal);
    }

    private List<Integer> reminded(Vote vote) {
        Map<Integer, Long> most = reminders.list(vote).stream()
                .collect(Collectors.groupingBy(Reminders.Sent::ownerNo, Collectors.counting()));
        return java.util.stream.IntStream.rangeClosed(1, Reminders.AT_MOST)
                .mapToObj(times -> (int)
                        most.values().stream().filter(count -> count == times).count())
                .toList();
    }

    @Scoped(
            value = "vote",
            roles = {Role.COMMITTEE, Role.PMC, Role.STREET, Role.COMMUNITY_WORKER})
    @PostMapping("/desk/votes/{vote}/reminders")
    ModelAndView remind(@PathVariable String vote, @RequestParam MultiValueMap<String, String> fields, Viewer viewer) {
        Vote found = desk.vote(vote, viewer);
        Typed typed = new Typed(fields);
        Optional<Wording> wording = typed.choice("wording", Wording.class);
        if (wording.isEmpty()) {
            return board(found, 0, viewer, null, Refusal.of(Problem.NOTHING_CHOSEN), typed);
        }
        Reminders.Outcome outcome =
                reminders.remindAll(found, typed.number("building"), wording.get(), ReachDesk.actor(viewer));
        return board(found, 0, viewer, outcome, Refusal.NONE, typed);
    }

    @Scoped(
            value = "vote",
            roles = {Role.COMMITTEE, Role.PMC, Role.STREET, Role.COMMUNITY_WORKER, Role.COUNTY, Role.CITY})
    @GetMapping("/desk/votes/{vote}/delivery/{building}")
    ModelAndView list(@PathVariable String vote, @PathVariable int building, Viewer viewer) {
        return list(desk.vote(vote, viewer), building, viewer, Refusal.NONE, Typed.NOTHING);
    }

    private ModelAndView list(Vote vote, int building, Viewer viewer, Refusal refusal, Typed typed) {
        CollectorList list = deliveries.list(vote, building).orElseThrow(NotFound::new);
        List<Integer> homes =
                list.homes().stream().map(CollectorList.Home::homeNo).toList();
        List<Delivery> recorded = deliveries.all(vote).stream()
                .filter(delivery -> homes.contains(delivery.homeNo()))
                .toList();
        return Answers.page(
                "collector",
                new CollectorPage(
                        desk.head(vote, desk.roll(vote), viewer),
                        list,
                        recorded,
                        WRITERS.contains(viewer.role()),
                        refusal,
                        typed),
                refusal);
    }

    @Scoped(
            value = "vote",
            roles = {Role.COMMITTEE, Role.PMC, Role.STREET, Role.COMMUNITY_WORKER})
    @PostMapping("/desk/votes/{vote}/delivery/{building}")
    ModelAndView record(
            @PathVariable String vote,
            @PathVariable int building,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Viewer viewer)
            throws IOException {
        Vote found = desk.vote(vote, viewer);
        Typed typed = new Typed(fields);
        Act act;
        try (var content = Typed.content(file)) {
            act = deliveries.record(
                    found,
                    typed.numbers("home"),
                    typed.choice("way", Way.class).orElse(Way.PHONE_READ),
                    typed.day("on").orElse(java.time.LocalDate.EPOCH),
                    typed.text("place"),
                    content,
                    ReachDesk.actor(viewer));
        }
        return act instanceof Act.Done
                ? Views.redirect("/desk/votes/" + vote + "/delivery/" + building)
                : list(found, building, viewer, Refusal.of(act), typed);
    }

    @Scoped(
            value = "vote",
            roles = {Role.COMMITTEE, Role.PMC, Role.STREET, Role.COMMUNITY_WORKER})
    @PostMapping("/desk/votes/{vote}/delivery/{building}/{number}/voiding")
    ModelAndView voidDelivery(
            @PathVariable String vote,
            @PathVariable int building,
            @PathVariable int number,
            @RequestParam MultiValueMap<String, String> fields,
            Viewer viewer) {
        Vote found = desk.vote(vote, viewer);
        Typed typed = new Typed(fields);
        Act act = deliveries.voidDelivery(found, number, typed.text("reason"), ReachDesk.actor(viewer));
        return act instanceof Act.Done
                ? Views.redirect("/desk/votes/" + vote + "/delivery/" + building)
                : list(found, building, viewer, Refusal.of(act), typed);
    }

    @Scoped(
            value = "vote",
            roles = {Role.COMMITTEE, Role.PMC, Role.STREET, Role.COMMUNITY_WORKER, Role.COUNTY, Role.CITY})
    @GetMapping("/desk/votes/{vote}/deliveries/{number}/evidence")
    void evidence(@PathVariable String vote, @PathVariable int number, Viewer viewer, HttpServletResponse response)
            throws IOException {
        Delivery delivery = deliveries.all(desk.vote(vote, viewer)).stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow(NotFound::new);
        String hash = delivery.fileHash();
        var type = delivery.fileType();
        if (hash == null || type == null) {
            throw new NotFound();
        }
        downloads.send(response, hash, type, "delivery-" + number);
    }
}
