package org.linli.publishing.notices.web;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.RowScopes;
import org.linli.platform.scope.Scope;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.time.BusinessTime;
import org.linli.platform.web.Views;
import org.linli.publishing.gate.PublicTexts;
import org.linli.publishing.notices.NewNotice;
import org.linli.publishing.notices.NoticePlaces;
import org.linli.publishing.notices.Notices;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Staff write a notice; what the gate finds in it comes back to be masked with one click. */
@Controller
class NewNoticeController {

    private static final int DAYS = 7;

    private final Notices notices;
    private final NoticePlaces places;
    private final PublicTexts gate;
    private final RowScopes scopes;
    private final BusinessTime time;

    NewNoticeController(Notices notices, NoticePlaces places, PublicTexts gate, RowScopes scopes, BusinessTime time) {
        this.notices = notices;
        this.places = places;
        this.gate = gate;
        this.scopes = scopes;
        this.time = time;
    }

    @Scoped(
            value = "list",
            roles = {Role.COMMITTEE, Role.PMC, Role.STREET, Role.COMMUNITY_WORKER})
    @GetMapping("/desk/notices/new")
    ModelAndView ask(Viewer viewer) {
        LocalDate today = time.today();
        return page(
                new NoticeForm(
                        "", "", "", today.toString(), today.plusDays(DAYS).toString()),
                viewer,
                null,
                null);
    }

    @Scoped(
            value = "list",
            roles = {Role.COMMITTEE, Role.PMC, Role.STREET, Role.COMMUNITY_WORKER})
    @PostMapping("/desk/notices/new")
    ModelAndView post(@RequestParam Map<String, String> typed, Viewer viewer) {
        NoticeForm form = NoticeForm.of(typed);
        Optional<NewNotice> notice = notice(form, viewer);
        if (notice.isEmpty()) {
            return page(form, viewer, Notices.Problem.NO_SUCH_PLACE, null);
        }
        if (typed.containsKey("mask")) {
            String text = form.subject() + "\n" + form.body();
            return page(form.masked(gate.check(text, notice.get().division()).masked()), viewer, null, null);
        }
        return switch (notices.post(notice.get(), new Notices.By(viewer.name(), viewer.accountId()))) {
            case Notices.Done(var id) -> Views.redirect("/desk/notices/" + id);
            case Notices.Refused(var problem, var checked) -> page(form, viewer, problem, checked);
        };
    }

    private Optional<NewNotice> notice(NoticeForm form, Viewer viewer) {
        LocalDate from = NoticeForm.day(form.from()).orElse(LocalDate.EPOCH);
        LocalDate until = NoticeForm.day(form.until()).orElse(LocalDate.EPOCH);
        if (form.place().isEmpty() && viewer.scope() instanceof Scope.OfDivision(var division)) {
            return Optional.of(new NewNotice(
                    null,
                    division.value(),
                    viewer.scopeName(),
                    "OTHER",
                    null,
                    "",
                    form.subject(),
                    form.body(),
                    from,
                    until));
        }
        return Optional.of(form.place())
                .filter(place -> place.matches("[0-9]{1,18}"))
                .flatMap(place -> places.find(new CommunityId(Long.parseLong(place)), scopes.of(viewer)))
                .map(place -> new NewNotice(
                        place.community(),
                        place.division(),
                        place.name(),
                        "OTHER",
                        null,
                        "",
                        form.subject(),
                        form.body(),
                        from,
                        until));
    }

    private ModelAndView page(
            NoticeForm form, Viewer viewer, Notices.@Nullable Problem problem, PublicTexts.@Nullable Checked checked) {
        String division = viewer.scope() instanceof Scope.OfDivision ? viewer.scopeName() : "";
        ModelAndView view = Views.of(
                "publishing/notice-new",
                new NewNoticePage(form, places.list(scopes.of(viewer)), division, problem, checked));
        if (problem != null) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }
}
