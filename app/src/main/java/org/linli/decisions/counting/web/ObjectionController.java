package org.linli.decisions.counting.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.Vote;
import org.linli.decisions.counting.Objections;
import org.linli.decisions.counting.Objections.Evidence;
import org.linli.decisions.counting.Taken;
import org.linli.decisions.counting.Taken.Refusal;
import org.linli.platform.files.Downloads;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.web.NotFound;
import org.linli.platform.web.Views;
import org.linli.publishing.gate.PublicTexts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Objections read and ruled on by the street. */
@Controller
class ObjectionController {

    private final DeskVotes votes;
    private final Objections objections;
    private final Downloads downloads;

    ObjectionController(DeskVotes votes, Objections objections, Downloads downloads) {
        this.votes = votes;
        this.objections = objections;
        this.downloads = downloads;
    }

    @Scoped(
            value = "vote",
            roles = {Role.STREET, Role.COMMUNITY_WORKER, Role.COUNTY, Role.CITY})
    @GetMapping("/desk/votes/{vote}/objections")
    ModelAndView list(@PathVariable String vote, Viewer viewer) {
        return page(votes.get(vote, viewer), viewer, null, "", 0);
    }

    @Scoped(
            value = "vote",
            roles = {Role.STREET})
    @PostMapping("/desk/votes/{vote}/objections/{number}/ruling")
    ModelAndView rule(
            @PathVariable String vote,
            @PathVariable int number,
            @RequestParam boolean upheld,
            @RequestParam String reason,
            Viewer viewer) {
        Vote found = votes.get(vote, viewer);
        return switch (Acts.take(() -> objections.rule(found, number, upheld, reason, viewer))) {
            case Taken.Done() -> Views.redirect("/desk/votes/" + found.id() + "/objections");
            case Taken.Refused(Refusal code) -> page(found, viewer, code, reason, number);
        };
    }

    @Scoped(
            value = "vote",
            roles = {Role.STREET, Role.COMMUNITY_WORKER, Role.COUNTY, Role.CITY})
    @GetMapping("/desk/votes/{vote}/objections/{number}/files/{file}")
    void download(
            @PathVariable String vote,
            @PathVariable int number,
            @PathVariable int file,
            Viewer viewer,
            HttpServletResponse response)
            throws IOException {
        Vote found = votes.get(vote, viewer);
        Evidence evidence = objections.find(found.id(), number).stream()
                .flatMap(objection -> objection.files().stream())
                .filter(one -> one.number() == file)
                .findFirst()
                .orElseThrow(NotFound::new);
        downloads.send(response, evidence.hash(), evidence.type(), "异议材料" + number + "-" + file);
    }

    private ModelAndView page(Vote vote, Viewer viewer, @Nullable Refusal refused, String typed, int number) {
        PublicTexts.@Nullable Checked found = refused == Refusal.PERSONAL_DATA ? objections.read(vote, typed) : null;
        ModelAndView view = Views.of(
                "decisions/counting/objections",
                new ObjectionsPage(
                        vote,
                        viewer.role() == Role.STREET,
                        objections.list(vote.id()).stream()
                                .map(objection -> new ObjectionsPage.Line(
                                        objection, objections.text(vote.id(), objection.number())))
                                .toList(),
                        refused,
                        found == null ? typed : found.masked(),
                        number,
                        found));
        if (refused != null) {
            view.setStatus(refused == Refusal.OVERTAKEN ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }
}
