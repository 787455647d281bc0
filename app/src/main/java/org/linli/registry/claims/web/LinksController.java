package org.linli.registry.claims.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.platform.files.Downloads;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.time.AskedDates;
import org.linli.platform.time.BusinessTime;
import org.linli.platform.web.NotFound;
import org.linli.platform.web.Views;
import org.linli.registry.claims.ClaimDesk;
import org.linli.registry.claims.ClaimResult;
import org.linli.registry.claims.Link;
import org.linli.registry.claims.LinkId;
import org.linli.registry.claims.Links;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Guardians and representatives, whom the street accepts. */
@Controller
class LinksController {

    private static final int LINES = 100;

    private final Links links;
    private final Downloads downloads;
    private final BusinessTime time;

    LinksController(Links links, Downloads downloads, BusinessTime time) {
        this.links = links;
        this.downloads = downloads;
        this.time = time;
    }

    @Scoped(
            value = "list",
            roles = {Role.STREET})
    @GetMapping("/claim-links")
    ModelAndView list(Viewer viewer) {
        return Views.of(
                "claims/links",
                new LinksPage(
                        time.today(),
                        links.list(viewer, Link.State.SUBMITTED, LINES),
                        links.list(viewer, Link.State.ACCEPTED, LINES)));
    }

    @Scoped(
            value = "link",
            roles = {Role.STREET})
    @GetMapping("/claim-links/{link}")
    ModelAndView file(@PathVariable String link, Viewer viewer) {
        return page(link, viewer, null);
    }

    private ModelAndView page(String link, Viewer viewer, ClaimResult.@Nullable Reason refused) {
        Links.File file = links.find(viewer, link(link)).orElseThrow(NotFound::new);
        ModelAndView view = Views.of("claims/link", new LinksPage.File(time.today(), file, refused));
        if (refused != null) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    private static LinkId link(String text) {
        return LinkId.parse(text).orElseThrow(NotFound::new);
    }

    @Scoped(
            value = "link",
            roles = {Role.STREET})
    @GetMapping("/claim-links/{link}/papers/{paper:1}")
    void paper(@PathVariable String link, @PathVariable int paper, Viewer viewer, HttpServletResponse response)
            throws IOException {
        ClaimDesk.Paper found = links.paper(viewer, link(link)).orElseThrow(NotFound::new);
        downloads.send(response, found.hash(), found.type(), "link-" + link + "-" + paper);
    }

    /** @param to last day, empty without an end */
    @Scoped(
            value = "link",
            roles = {Role.STREET})
    @PostMapping("/claim-links/{link}/acceptance")
    ModelAndView accept(
            @PathVariable String link,
            @RequestParam(defaultValue = "0") int owner,
            @RequestParam(defaultValue = "") String to,
            Viewer viewer) {
        Optional<LocalDate> day = AskedDates.day(to);
        LinkId id = link(link);
        if (day.isEmpty() && !to.isBlank()) {
            return page(link, viewer, ClaimResult.Reason.DAY);
        }
        return answer(link, viewer, links.accept(viewer, id, owner, day.orElse(null)));
    }

    @Scoped(
            value = "link",
            roles = {Role.STREET})
    @PostMapping("/claim-links/{link}/return")
    ModelAndView giveBack(@PathVariable String link, @RequestParam(defaultValue = "") String reason, Viewer viewer) {
        return answer(link, viewer, links.giveBack(viewer, link(link), MyHomeController.limited(reason)));
    }

    private ModelAndView answer(String link, Viewer viewer, Links.Result result) {
        return switch (result) {
            case Links.Result.Done(LinkId id) -> Views.redirect("/claim-links/" + id);
            case Links.Result.Refused(ClaimResult.Reason reason) -> page(link, viewer, reason);
            case Links.Result.Unknown() -> throw new NotFound();
        };
    }
}
