package org.linli.decisions.counting.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.Vote;
import org.linli.decisions.counting.CountDesk;
import org.linli.decisions.counting.CountSheet;
import org.linli.decisions.counting.Counting;
import org.linli.decisions.counting.Finals;
import org.linli.decisions.counting.Taken;
import org.linli.decisions.counting.Taken.Refusal;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.web.Views;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Counting, witnessing, drawing lots, making final and filing. */
@Controller
class CountController {

    private final DeskVotes votes;
    private final Counting counting;
    private final CountDesk desk;
    private final Finals finals;

    CountController(DeskVotes votes, Counting counting, CountDesk desk, Finals finals) {
        this.votes = votes;
        this.counting = counting;
        this.desk = desk;
        this.finals = finals;
    }

    @Scoped(
            value = "vote",
            roles = {Role.COMMITTEE, Role.PMC, Role.STREET, Role.COMMUNITY_WORKER, Role.COUNTY, Role.CITY})
    @GetMapping("/desk/votes/{vote}/count")
    ModelAndView show(@PathVariable String vote, Viewer viewer) {
        return page(votes.get(vote, viewer), viewer, null);
    }

    @Scoped(
            value = "vote",
            roles = {Role.COMMITTEE, Role.PMC, Role.STREET, Role.COMMUNITY_WORKER})
    @PostMapping("/desk/votes/{vote}/count")
    ModelAndView count(@PathVariable String vote, Viewer viewer) {
        Vote found = votes.get(vote, viewer);
        return answer(found, viewer, Acts.take(() -> counting.count(found, DeskVotes.by(viewer))));
    }

    @Scoped(
            value = "vote",
            roles = {Role.STREET, Role.COMMUNITY_WORKER})
    @PostMapping("/desk/votes/{vote}/count/signature")
    ModelAndView sign(@PathVariable String vote, @RequestParam int count, Viewer viewer) {
        Vote found = votes.get(vote, viewer);
        return answer(found, viewer, Acts.take(() -> counting.sign(found, count, viewer)));
    }

    @Scoped(
            value = "vote",
            roles = {Role.COMMITTEE, Role.PMC, Role.STREET, Role.COMMUNITY_WORKER})
    @PostMapping("/desk/votes/{vote}/count/lot")
    ModelAndView draw(
            @PathVariable String vote,
            @RequestParam int decision,
            @RequestParam String order,
            @RequestParam String record,
            Viewer viewer) {
        Vote found = votes.get(vote, viewer);
        return answer(
                found,
                viewer,
                Acts.take(() -> counting.draw(found, decision, numbers(order), record, DeskVotes.by(viewer))));
    }

    /** Numbers as people write them one after another; anything else makes the order one that fits nowhere. */
    private static List<Integer> numbers(String text) {
        return Arrays.stream(text.strip().split("[\\s,，、;；]+", -1))
                .filter(word -> word.matches("\\d{1,4}"))
                .map(Integer::valueOf)
                .toList();
    }

    @Scoped(
            value = "vote",
            roles = {Role.STREET, Role.COMMUNITY_WORKER})
    @PostMapping("/desk/votes/{vote}/count/witnesses")
    ModelAndView accept(@PathVariable String vote, @RequestParam long account, Viewer viewer) {
        Vote found = votes.get(vote, viewer);
        counting.accept(found, account, DeskVotes.by(viewer));
        return Views.redirect("/desk/votes/" + found.id() + "/count");
    }

    @Scoped(
            value = "vote",
            roles = {Role.STREET, Role.COMMUNITY_WORKER})
    @PostMapping("/desk/votes/{vote}/final")
    ModelAndView finish(@PathVariable String vote, Viewer viewer) {
        Vote found = votes.get(vote, viewer);
        return answer(found, viewer, Acts.take(() -> finals.finish(found, DeskVotes.by(viewer))));
    }

    @Scoped(
            value = "vote",
            roles = {Role.STREET})
    @PostMapping("/desk/votes/{vote}/filing")
    ModelAndView file(@PathVariable String vote, @RequestParam String number, Viewer viewer) {
        Vote found = votes.get(vote, viewer);
        return answer(found, viewer, Acts.take(() -> finals.file(found, number, DeskVotes.by(viewer))));
    }

    private ModelAndView answer(Vote vote, Viewer viewer, Taken taken) {
        return switch (taken) {
            case Taken.Done() -> Views.redirect("/desk/votes/" + vote.id() + "/count");
            case Taken.Refused(Refusal code) -> page(votes.get(vote.id().toString(), viewer), viewer, code);
        };
    }

    private ModelAndView page(Vote vote, Viewer viewer, @Nullable Refusal refused) {
        List<CountSheet> sheets = counting.list(vote.id());
        Optional<CountSheet> seen = sheets.isEmpty()
                ? Optional.empty()
                : Optional.of(sheets.getLast()).filter(sheet -> desk.maySee(vote, sheet, viewer));
        boolean witness = viewer.role() == Role.STREET || viewer.role() == Role.COMMUNITY_WORKER;
        Refusal against = seen.filter(sheet -> witness)
                .flatMap(sheet -> desk.against(vote, sheet, viewer))
                .orElse(null);
        CountPage page = new CountPage(
                vote,
                sheets,
                seen.map(sheet -> vote.items().stream()
                                .map(item -> new ItemView(item, sheet.result().item(item.number()), false))
                                .toList())
                        .orElse(List.of()),
                desk.offers(vote).stream()
                        .map(offer -> new CountPage.Offer(offer.account(), offer.name(), offer.accepted()))
                        .toList(),
                seen.isPresent() && witness && against == null,
                against,
                finals.against(vote).orElse(null),
                refused);
        ModelAndView view = Views.of("decisions/counting/count", page);
        if (refused != null) {
            view.setStatus(refused == Refusal.OVERTAKEN ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }
}
