package org.linli.registry.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.web.NotFound;
import org.linli.registry.Committees;
import org.linli.registry.CommunityFile;
import org.linli.registry.Fields;
import org.linli.registry.Memberships;
import org.linli.registry.Outcome;
import org.linli.registry.Specialists;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 更正 of members and resident specialists: they were never as recorded. No figure counts them, so none moves. */
@Controller
class GovernanceCorrectionController {

    private final Committees committees;
    private final Memberships memberships;
    private final Specialists specialists;
    private final Desk desk;

    GovernanceCorrectionController(Committees committees, Memberships memberships, Specialists specialists, Desk desk) {
        this.committees = committees;
        this.memberships = memberships;
        this.specialists = specialists;
        this.desk = desk;
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @GetMapping("/registry/communities/{id}/committees/{number}/members/{member}/correction")
    ModelAndView askMember(@PathVariable long id, @PathVariable int number, @PathVariable int member, Viewer viewer) {
        CommunityFile file = desk.file(id, viewer);
        Committees.Member found = member(file, number, member, viewer);
        Map<String, String> typed = new HashMap<>();
        typed.put("post", found.post().name());
        typed.put("member_from", found.from().toString());
        Committees.Side side = found.side();
        put(typed, "side", side == null ? null : side.name());
        LocalDate to = found.to();
        if (to != null) {
            typed.put("last_day", to.minusDays(1).toString());
        }
        return memberForm(file, committee(file, number, viewer), found, typed).view();
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @PostMapping("/registry/communities/{id}/committees/{number}/members/{member}/correction")
    ModelAndView correctMember(
            @PathVariable long id,
            @PathVariable int number,
            @PathVariable int member,
            @RequestParam Map<String, String> typed,
            Viewer viewer) {
        CommunityFile file = desk.file(id, viewer);
        Committees.Member found = member(file, number, member, viewer);
        Fields fields = new Fields(typed);
        String name = fields.text("name", 60);
        Committees.Post post = fields.requiredChoice("post", Committees.Post.class);
        Committees.Side side = fields.choice("side", Committees.Side.class);
        LocalDate from = fields.requiredDate("member_from");
        LocalDate lastDay = fields.date("last_day");
        String reason = fields.required("reason", 200);
        Outcome outcome = fields.isSound()
                ? memberships.correct(
                        file.id(),
                        number,
                        member,
                        fields.number("version"),
                        name,
                        post,
                        side,
                        from,
                        lastDay,
                        reason,
                        desk.clerk(viewer))
                : fields.refused();
        return memberForm(file, committee(file, number, viewer), found, typed).answer(outcome, back(file));
    }

    /** The recorded name is masked and so is not put into the field: left blank it stays as it is. */
    private static Form memberForm(
            CommunityFile file, Committees.Committee committee, Committees.Member member, Map<String, String> typed) {
        String path = Desk.href(file.id()) + "/committees/" + committee.number() + "/members/" + member.number()
                + "/correction";
        Form form = new Form(
                        "registry.correction.title",
                        file.base().name() + " · " + member.name(),
                        path,
                        back(file),
                        typed)
                .hidden("version", member.version())
                .text("name")
                .choice("post", true, "registry.post", Committees.Post.values());
        return GovernanceController.sideOf(committee.term().kind(), form)
                .help("registry.member.correction.help")
                .requiredDate("member_from")
                .date("last_day")
                .required("reason");
    }

    private Committees.Committee committee(CommunityFile file, int number, Viewer viewer) {
        return committees.find(file.id(), number, desk.scope(viewer)).orElseThrow(NotFound::new);
    }

    private Committees.Member member(CommunityFile file, int number, int member, Viewer viewer) {
        return committees.find(file.id(), number, desk.scope(viewer)).stream()
                .flatMap(committee -> committee.members().stream())
                .filter(found -> found.number() == member)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @GetMapping("/registry/communities/{id}/specialists/{number}/correction")
    ModelAndView askSpecialist(@PathVariable long id, @PathVariable int number, Viewer viewer) {
        CommunityFile file = desk.file(id, viewer);
        Specialists.Specialist found = specialist(file, number, viewer);
        Map<String, String> typed = new HashMap<>();
        typed.put("name", found.name());
        put(typed, "staff_no", found.staffNo());
        put(typed, "desk_place", found.deskPlace());
        put(typed, "deputy", found.deputy() ? "on" : null);
        typed.put("appointed_on", found.appointedOn().toString());
        LocalDate ended = found.endedOn();
        put(typed, "last_day", ended == null ? null : ended.minusDays(1).toString());
        return specialistForm(file, found, typed).view();
    }

    private static void put(Map<String, String> typed, String field, @org.jspecify.annotations.Nullable String value) {
        if (value != null) {
            typed.put(field, value);
        }
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @PostMapping("/registry/communities/{id}/specialists/{number}/correction")
    ModelAndView correctSpecialist(
            @PathVariable long id, @PathVariable int number, @RequestParam Map<String, String> typed, Viewer viewer) {
        CommunityFile file = desk.file(id, viewer);
        Specialists.Specialist found = specialist(file, number, viewer);
        Fields fields = new Fields(typed);
        Specialists.Facts facts = new Specialists.Facts(
                fields.required("name", 60),
                fields.text("staff_no", 30),
                fields.flag("deputy"),
                fields.text("desk_place", 100),
                fields.requiredDate("appointed_on"),
                fields.date("last_day"));
        String reason = fields.required("reason", 200);
        Outcome outcome = fields.isSound()
                ? specialists.correct(file.id(), number, fields.number("version"), facts, reason, desk.clerk(viewer))
                : fields.refused();
        return specialistForm(file, found, typed).answer(outcome, back(file));
    }

    private static Form specialistForm(
            CommunityFile file, Specialists.Specialist specialist, Map<String, String> typed) {
        return new Form(
                        "registry.correction.title",
                        file.base().name() + " · " + specialist.name(),
                        Desk.href(file.id()) + "/specialists/" + specialist.number() + "/correction",
                        back(file),
                        typed)
                .help("registry.specialist.correction.help")
                .hidden("version", specialist.version())
                .required("name")
                .text("staff_no")
                .check("deputy", "registry.field.deputy")
                .text("desk_place")
                .requiredDate("appointed_on")
                .date("last_day")
                .required("reason");
    }

    private Specialists.Specialist specialist(CommunityFile file, int number, Viewer viewer) {
        return specialists.find(file.id(), number, desk.scope(viewer)).orElseThrow(NotFound::new);
    }

    private static String back(CommunityFile file) {
        return Desk.href(file.id()) + "?tab=committees";
    }
}
