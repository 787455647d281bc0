package org.linli.decisions.editions.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.Vote;
import org.linli.decisions.Votes;
import org.linli.decisions.editions.Edition;
import org.linli.decisions.editions.EditionResult;
import org.linli.decisions.editions.Editions;
import org.linli.platform.files.FileStore;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.RowScopes;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.time.BusinessTime;
import org.linli.platform.web.NotFound;
import org.linli.platform.web.Views;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Full editions at the desk: asked for, confirmed by another, downloaded by the two. */
@Controller
class EditionController {

    private final Votes votes;
    private final Editions editions;
    private final FileStore files;
    private final RowScopes scopes;
    private final BusinessTime time;

    EditionController(Votes votes, Editions editions, FileStore files, RowScopes scopes, BusinessTime time) {
        this.votes = votes;
        this.editions = editions;
        this.files = files;
        this.scopes = scopes;
        this.time = time;
    }

    @Scoped(
            value = "vote",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @GetMapping("/desk/votes/{address}/editions")
    ModelAndView list(@PathVariable String address, Viewer viewer) {
        return page(vote(address, viewer), viewer, "", "", null);
    }

    @Scoped(
            value = "vote",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @PostMapping("/desk/votes/{address}/editions")
    ModelAndView request(
            @PathVariable String address,
            @RequestParam(defaultValue = "") String order,
            @RequestParam(defaultValue = "") String authority,
            Viewer viewer) {
        Vote vote = vote(address, viewer);
        return answer(vote, viewer, order, authority, editions.request(vote, order, authority, viewer));
    }

    @Scoped(
            value = "vote",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @PostMapping("/desk/votes/{address}/editions/{number}/confirmation")
    ModelAndView confirm(@PathVariable String address, @PathVariable int number, Viewer viewer) {
        Vote vote = vote(address, viewer);
        return answer(vote, viewer, "", "", editions.confirm(vote, edition(vote, number), viewer));
    }

    @Scoped(
            value = "vote",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @GetMapping("/desk/votes/{address}/editions/{number}/file")
    void download(@PathVariable String address, @PathVariable int number, Viewer viewer, HttpServletResponse response)
            throws IOException {
        Vote vote = vote(address, viewer);
        String hash = editions.download(vote, edition(vote, number), viewer).orElseThrow(NotFound::new);
        try (FileStore.Copy copy = files.open(hash)) {
            response.setContentType("application/zip");
            response.setContentLengthLong(Files.size(copy.path()));
            response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
            response.setHeader("Content-Security-Policy", "sandbox");
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename("linli-vote-" + vote.id() + "-full-" + number + ".zip", StandardCharsets.UTF_8)
                            .build()
                            .toString());
            Files.copy(copy.path(), response.getOutputStream());
        }
    }

    private ModelAndView answer(Vote vote, Viewer viewer, String order, String authority, EditionResult result) {
        return switch (result) {
            case EditionResult.Done done -> Views.redirect("/desk/votes/" + vote.id() + "/editions");
            case EditionResult.Refused refused ->
                page(vote, viewer, order, authority, "editions.problem." + refused.problem());
        };
    }

    private ModelAndView page(Vote vote, Viewer viewer, String order, String authority, @Nullable String problem) {
        return Views.of(
                "decisions/editions/editions",
                new EditionsPage(vote, editions.list(vote), viewer, time.now(), order, authority, problem));
    }

    private Vote vote(String address, Viewer viewer) {
        return votes.get(address, scopes.of(viewer));
    }

    private Edition edition(Vote vote, int number) {
        return editions.list(vote).stream()
                .filter(edition -> edition.number() == number)
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
