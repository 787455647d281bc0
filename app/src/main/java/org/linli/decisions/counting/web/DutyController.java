package org.linli.decisions.counting.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.Vote;
import org.linli.decisions.counting.Duties;
import org.linli.decisions.counting.Taken;
import org.linli.decisions.counting.Taken.Refusal;
import org.linli.platform.files.DocumentType;
import org.linli.platform.files.Downloads;
import org.linli.platform.files.FileStore;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.web.NotFound;
import org.linli.platform.web.Views;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Duties that follow a decision: their days, and the evidence that they are done. */
@Controller
class DutyController {

    private static final List<Role> ACTORS = List.of(Role.COMMITTEE, Role.PMC, Role.STREET, Role.COMMUNITY_WORKER);

    private final DeskVotes votes;
    private final Duties duties;
    private final FileStore files;
    private final Downloads downloads;

    DutyController(DeskVotes votes, Duties duties, FileStore files, Downloads downloads) {
        this.votes = votes;
        this.duties = duties;
        this.files = files;
        this.downloads = downloads;
    }

    @Scoped(
            value = "vote",
            roles = {Role.COMMITTEE, Role.PMC, Role.STREET, Role.COMMUNITY_WORKER, Role.COUNTY, Role.CITY})
    @GetMapping("/desk/votes/{vote}/duties")
    ModelAndView list(@PathVariable String vote, Viewer viewer) {
        return page(votes.get(vote, viewer), viewer, null, "", 0);
    }

    @Scoped(
            value = "vote",
            roles = {Role.COMMITTEE, Role.PMC, Role.STREET, Role.COMMUNITY_WORKER})
    @PostMapping("/desk/votes/{vote}/duties/{number}")
    ModelAndView done(
            @PathVariable String vote,
            @PathVariable int number,
            @RequestParam String evidence,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Viewer viewer)
            throws IOException {
        Vote found = votes.get(vote, viewer);
        try (InputStream content = file == null ? InputStream.nullInputStream() : file.getInputStream();
                FileStore.Copy copy = files.draft(content)) {
            boolean given = Files.size(copy.path()) > 0;
            if (given && DocumentType.of(copy.path()).isEmpty()) {
                return page(found, viewer, Refusal.FILE_KIND, evidence, number);
            }
            String hash = given ? put(copy) : null;
            return switch (Acts.take(() -> duties.done(found.id(), number, evidence, hash, DeskVotes.by(viewer)))) {
                case Taken.Done() -> Views.redirect("/desk/votes/" + found.id() + "/duties");
                case Taken.Refused(Refusal code) -> page(found, viewer, code, evidence, number);
            };
        }
    }

    private String put(FileStore.Copy copy) throws IOException {
        try (InputStream content = Files.newInputStream(copy.path())) {
            return files.put(content);
        }
    }

    @Scoped(
            value = "vote",
            roles = {Role.COMMITTEE, Role.PMC, Role.STREET, Role.COMMUNITY_WORKER, Role.COUNTY, Role.CITY})
    @GetMapping("/desk/votes/{vote}/duties/{number}/file")
    void download(@PathVariable String vote, @PathVariable int number, Viewer viewer, HttpServletResponse response)
            throws IOException {
        Vote found = votes.get(vote, viewer);
        String hash = duties.find(found.id(), number)
                .map(Duties.Duty::done)
                .filter(Objects::nonNull)
                .map(Duties.Done::fileHash)
                .orElseThrow(NotFound::new);
        DocumentType type;
        try (FileStore.Copy copy = files.open(hash)) {
            type = DocumentType.of(copy.path()).orElseThrow(NotFound::new);
        }
        downloads.send(response, hash, type, "办理凭证" + number);
    }

    private ModelAndView page(Vote vote, Viewer viewer, @Nullable Refusal refused, String typed, int number) {
        ModelAndView view = Views.of(
                "decisions/counting/duties",
                new DutiesPage(vote, duties.list(vote.id()), ACTORS.contains(viewer.role()), refused, typed, number));
        if (refused != null) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }
}
