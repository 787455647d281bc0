package org.linli.publishing.notices.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.platform.files.DocumentType;
import org.linli.platform.files.Downloads;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.RowScopes;
import org.linli.platform.scope.Scope;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.time.BusinessTime;
import org.linli.platform.web.NotFound;
import org.linli.platform.web.Views;
import org.linli.publishing.notices.Notice;
import org.linli.publishing.notices.NoticeId;
import org.linli.publishing.notices.Notices;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Notices on the desk: what hangs, its photos, taking it down. */
@Controller
class NoticeController {

    private final Notices notices;
    private final Downloads downloads;
    private final RowScopes scopes;
    private final BusinessTime time;

    NoticeController(Notices notices, Downloads downloads, RowScopes scopes, BusinessTime time) {
        this.notices = notices;
        this.downloads = downloads;
        this.scopes = scopes;
        this.time = time;
    }

    @Scoped(
            value = "list",
            roles = {
                Role.COMMITTEE,
                Role.PMC,
                Role.SPECIALIST,
                Role.STREET,
                Role.COMMUNITY_WORKER,
                Role.COUNTY,
                Role.CITY
            })
    @GetMapping("/desk/notices")
    ModelAndView list(Viewer viewer) {
        return Views.of(
                "publishing/notices",
                new NoticesPage(
                        notices.list(scopes.of(viewer)),
                        NoticeMenu.WRITERS.contains(viewer.role()),
                        viewer.scope() instanceof Scope.OfDivision && viewer.role() != Role.SPECIALIST,
                        time.today()));
    }

    @Scoped(
            value = "notice",
            roles = {
                Role.COMMITTEE,
                Role.PMC,
                Role.SPECIALIST,
                Role.STREET,
                Role.COMMUNITY_WORKER,
                Role.COUNTY,
                Role.CITY
            })
    @GetMapping("/desk/notices/{notice}")
    ModelAndView one(@PathVariable String notice, Viewer viewer) {
        return page(find(notice, viewer), viewer, null);
    }

    @Scoped(
            value = "notice",
            roles = {Role.COMMITTEE, Role.PMC, Role.SPECIALIST, Role.STREET, Role.COMMUNITY_WORKER})
    @PostMapping("/desk/notices/{notice}/photos")
    ModelAndView addPhoto(
            @PathVariable String notice,
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Viewer viewer)
            throws IOException {
        Notice found = find(notice, viewer);
        LocalDate on = NoticeForm.day(typed.getOrDefault("on", "")).orElse(LocalDate.EPOCH);
        try (InputStream content = file == null ? InputStream.nullInputStream() : file.getInputStream()) {
            return answer(
                    found, viewer, notices.addPhoto(found, typed.getOrDefault("place", ""), on, content, by(viewer)));
        }
    }

    @Scoped(
            value = "notice",
            roles = {Role.COMMITTEE, Role.PMC, Role.STREET, Role.COMMUNITY_WORKER})
    @PostMapping("/desk/notices/{notice}/retraction")
    ModelAndView retract(@PathVariable String notice, @RequestParam(defaultValue = "") String reason, Viewer viewer) {
        Notice found = find(notice, viewer);
        return answer(found, viewer, notices.retract(found, reason, by(viewer)));
    }

    @Scoped(
            value = "notice",
            roles = {
                Role.COMMITTEE,
                Role.PMC,
                Role.SPECIALIST,
                Role.STREET,
                Role.COMMUNITY_WORKER,
                Role.COUNTY,
                Role.CITY
            })
    @GetMapping("/desk/notices/{notice}/photos/{number}")
    void photo(@PathVariable String notice, @PathVariable int number, Viewer viewer, HttpServletResponse response)
            throws IOException {
        Notice found = find(notice, viewer);
        Notice.Photo photo = notices.photos(found.id()).stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow(NotFound::new);
        downloads.send(response, photo.hash(), DocumentType.JPEG, "notice-" + found.id() + "-" + number);
    }

    private ModelAndView answer(Notice notice, Viewer viewer, Notices.Taken taken) {
        return switch (taken) {
            case Notices.Done done -> Views.redirect("/desk/notices/" + notice.id());
            case Notices.Refused(var problem, var checked) -> page(notice, viewer, problem);
        };
    }

    private ModelAndView page(Notice notice, Viewer viewer, Notices.@Nullable Problem problem) {
        List<Notice.Photo> photos = notices.photos(notice.id());
        boolean writes = NoticeMenu.WRITERS.contains(viewer.role());
        ModelAndView view = Views.of(
                "publishing/notice",
                new NoticePage(
                        notice,
                        photos,
                        writes && notice.retracted() == null,
                        (writes || viewer.role() == Role.SPECIALIST) && notice.retracted() == null,
                        photos.stream().map(Notice.Photo::place).distinct().toList(),
                        time.today(),
                        problem));
        if (problem != null) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    private Notice find(String notice, Viewer viewer) {
        return NoticeId.parse(notice)
                .flatMap(id -> notices.find(id, scopes.of(viewer)))
                .orElseThrow(NotFound::new);
    }

    private static Notices.By by(Viewer viewer) {
        return new Notices.By(viewer.name(), viewer.accountId());
    }
}
