package org.linli.decisions.reach.web;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.Vote;
import org.linli.decisions.reach.Act;
import org.linli.decisions.reach.Problem;
import org.linli.decisions.reach.RollView;
import org.linli.decisions.reach.proxies.Instructions;
import org.linli.decisions.reach.proxies.Proxies;
import org.linli.people.Phone;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The register of proxies at the desk, and the entering of paper forms. */
@Controller
class ProxyController {

    private static final List<Role> WRITERS = List.of(Role.STREET, Role.COMMUNITY_WORKER);

    private final ReachDesk desk;
    private final Proxies proxies;
    private final ProxyPages pages;

    ProxyController(ReachDesk desk, Proxies proxies, ProxyPages pages) {
        this.desk = desk;
        this.proxies = proxies;
        this.pages = pages;
    }

    @Scoped(
            value = "vote",
            roles = {Role.COMMITTEE, Role.PMC, Role.STREET, Role.COMMUNITY_WORKER, Role.COUNTY, Role.CITY})
    @GetMapping("/desk/votes/{vote}/proxies")
    ModelAndView register(@PathVariable String vote, Viewer viewer) {
        return register(desk.vote(vote, viewer), viewer, Refusal.NONE, Typed.NOTHING);
    }

    private ModelAndView register(Vote vote, Viewer viewer, Refusal refusal, Typed typed) {
        boolean mayWrite = WRITERS.contains(viewer.role());
        Head head = desk.head(vote, desk.roll(vote), viewer);
        return Answers.page(
                "proxies", pages.page(head, vote, pages.register(vote), List.of(), mayWrite, refusal, typed), refusal);
    }

    @Scoped(
            value = "vote",
            roles = {Role.STREET, Role.COMMUNITY_WORKER})
    @PostMapping("/desk/votes/{vote}/proxies")
    ModelAndView enter(
            @PathVariable String vote,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Viewer viewer)
            throws IOException {
        Vote found = desk.vote(vote, viewer);
        Typed typed = new Typed(fields);
        Act act;
        try (var content = Typed.content(file)) {
            act = enter(found, typed, content, viewer);
        }
        return act instanceof Act.Done
                ? Views.redirect("/desk/votes/" + vote + "/proxies")
                : register(found, viewer, Refusal.of(act), typed);
    }

    private Act enter(Vote vote, Typed typed, java.io.InputStream content, Viewer viewer) {
        Optional<RollView> roll = desk.roll(vote);
        int home = roll.map(found -> ReachDesk.home(found, typed.number("building"), typed.text("room")))
                .orElse(0);
        Optional<RollView.Entry> entry = roll.flatMap(found -> found.ofHome(home));
        if (entry.isEmpty()) {
            return Act.refused(roll.isEmpty() ? Problem.NOT_FROZEN : Problem.NO_SUCH_HOME);
        }
        Optional<Phone> phone = Phone.parse(typed.text("phone"));
        if (phone.isEmpty()) {
            return Act.refused(Problem.NO_SUCH_PHONE);
        }
        AnswerForm form = form(vote, entry.get(), typed);
        if (form.problem().isPresent()) {
            return Act.refused(form.problem().get());
        }
        List<Integer> owners = desk.owners(vote, home);
        int which = Math.max(1, typed.number("owner"));
        return which > owners.size()
                ? Act.refused(Problem.NO_SUCH_HOME)
                : proxies.grantOnPaper(
                        vote,
                        home,
                        owners.get(which - 1),
                        phone.get(),
                        new Instructions(form.answers(), form.discretion()),
                        content,
                        ReachDesk.actor(viewer));
    }

    static AnswerForm form(Vote vote, RollView.Entry entry, Typed typed) {
        SortedSet<Integer> decisions = new TreeSet<>();
        vote.items().stream()
                .filter(item -> entry.areas().containsKey(item.rollNo()))
                .forEach(item -> decisions.add(item.number()));
        return AnswerForm.instruction(vote, decisions, typed);
    }

    @Scoped(
            value = "vote",
            roles = {Role.STREET, Role.COMMUNITY_WORKER})
    @PostMapping("/desk/votes/{vote}/proxies/{number}/withdrawal")
    ModelAndView withdraw(@PathVariable String vote, @PathVariable int number, Viewer viewer) {
        Vote found = desk.vote(vote, viewer);
        Act act = proxies.withdraw(found, number, ReachDesk.actor(viewer));
        return act instanceof Act.Done
                ? Views.redirect("/desk/votes/" + vote + "/proxies")
                : register(found, viewer, Refusal.of(act), Typed.NOTHING);
    }
}
