package org.linli.decisions.meetings.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.meetings.Meeting;
import org.linli.decisions.meetings.Meetings;
import org.linli.decisions.meetings.Meetings.Problem;
import org.linli.decisions.meetings.Minutes;
import org.linli.figures.AsOf;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.RowScopes;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.time.BusinessTime;
import org.linli.platform.web.NotFound;
import org.linli.platform.web.Views;
import org.linli.registry.Communities;
import org.linli.registry.CommunityFile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Minutes of the committee: taken, hung, and voided when they were wrong. */
@Controller
class MeetingController {

    private final Meetings meetings;
    private final Communities communities;
    private final RowScopes scopes;
    private final BusinessTime time;

    MeetingController(Meetings meetings, Communities communities, RowScopes scopes, BusinessTime time) {
        this.meetings = meetings;
        this.communities = communities;
        this.scopes = scopes;
        this.time = time;
    }

    @Scoped(
            value = "community",
            roles = {Role.COMMITTEE, Role.STREET, Role.COMMUNITY_WORKER})
    @GetMapping("/desk/communities/{id}/meetings")
    ModelAndView list(@PathVariable long id, @RequestParam(defaultValue = "") String on, Viewer viewer) {
        return page(file(id, viewer), viewer, MeetingForm.on(on), null);
    }

    /** @throws NotFound beyond the viewer's scope */
    private CommunityFile file(long id, Viewer viewer) {
        return Optional.of(id)
                .filter(number -> number > 0)
                .flatMap(number -> communities.find(new CommunityId(number), AsOf.day(time.today()), scopes.of(viewer)))
                .orElseThrow(NotFound::new);
    }

    private ModelAndView page(CommunityFile file, Viewer viewer, MeetingForm form, @Nullable String problem) {
        RowScope scope = scopes.of(viewer);
        LocalDate day = form.day().filter(met -> !met.isAfter(time.today())).orElse(time.today());
        boolean writes = viewer.role() != Role.COMMUNITY_WORKER;
        ModelAndView view = Views.of(
                "decisions/meetings/meetings",
                new MeetingsPage(
                        file.id().value(),
                        file.base().name(),
                        meetings.list(file.id(), scope),
                        day,
                        meetings.committee(file.id(), day, scope)
                                .filter(committee -> writes)
                                .map(committee -> committee.seated(day))
                                .orElse(List.of()),
                        writes,
                        form,
                        problem));
        if (problem != null) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    @Scoped(
            value = "community",
            roles = {Role.COMMITTEE, Role.STREET})
    @PostMapping("/desk/communities/{id}/meetings")
    ModelAndView record(@PathVariable long id, @RequestParam MultiValueMap<String, String> typed, Viewer viewer) {
        CommunityFile file = file(id, viewer);
        MeetingForm form = MeetingForm.of(typed);
        Optional<Minutes> minutes = form.minutes();
        return minutes.isEmpty()
                ? page(file, viewer, form, "meetings.refused.unreadable")
                : answer(file, viewer, form, meetings.record(file, minutes.get(), scopes.of(viewer), viewer));
    }

    @Scoped(
            value = "community",
            roles = {Role.COMMITTEE, Role.STREET})
    @PostMapping("/desk/communities/{id}/meetings/{number}/notice")
    ModelAndView hang(@PathVariable long id, @PathVariable int number, Viewer viewer) {
        CommunityFile file = file(id, viewer);
        return answer(file, viewer, MeetingForm.EMPTY, meetings.hang(file, meeting(file, number, viewer), viewer));
    }

    @Scoped(
            value = "community",
            roles = {Role.COMMITTEE, Role.STREET})
    @PostMapping("/desk/communities/{id}/meetings/{number}/voiding")
    ModelAndView voidMinutes(
            @PathVariable long id,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String reason,
            Viewer viewer) {
        CommunityFile file = file(id, viewer);
        return answer(
                file, viewer, MeetingForm.EMPTY, meetings.voidMinutes(meeting(file, number, viewer), reason, viewer));
    }

    private Meeting meeting(CommunityFile file, int number, Viewer viewer) {
        return meetings.find(file.id(), number, scopes.of(viewer)).orElseThrow(NotFound::new);
    }

    private ModelAndView answer(CommunityFile file, Viewer viewer, MeetingForm form, Optional<Problem> problem) {
        return problem.isEmpty()
                ? Views.redirect("/desk/communities/" + file.id() + "/meetings")
                : page(file, viewer, form, "meetings.refused." + problem.get().name());
    }
}
