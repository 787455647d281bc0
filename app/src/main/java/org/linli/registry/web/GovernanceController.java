package org.linli.registry.web;

import java.time.LocalDate;
import java.util.Map;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.web.NotFound;
import org.linli.registry.Committees;
import org.linli.registry.CommunityFile;
import org.linli.registry.Fields;
import org.linli.registry.Memberships;
import org.linli.registry.Specialists;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Committees with their members, and resident specialists. */
@Controller
class GovernanceController {

    private final Committees committees;
    private final Memberships memberships;
    private final Specialists specialists;
    private final Desk desk;

    GovernanceController(Committees committees, Memberships memberships, Specialists specialists, Desk desk) {
        this.committees = committees;
        this.memberships = memberships;
        this.specialists = specialists;
        this.desk = desk;
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @GetMapping("/registry/communities/{id}/committees/new")
    ModelAndView askNew(@PathVariable long id, @RequestParam Map<String, String> proposed, Viewer viewer) {
        // A vote that elected a committee proposes what it knows of the term.
        return form("registry.committee.new", "/committees/new", desk.file(id, viewer), proposed)
                .view();
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @PostMapping("/registry/communities/{id}/committees/new")
    ModelAndView elect(@PathVariable long id, @RequestParam Map<String, String> typed, Viewer viewer) {
        CommunityFile file = desk.file(id, viewer);
        Fields fields = new Fields(typed);
        Committees.Term term = Committees.Term.read(fields);
        String reason = fields.required("reason", 200);
        return form("registry.committee.new", "/committees/new", file, typed)
                .answer(
                        fields.isSound()
                                ? committees.elect(file.id(), term, reason, desk.clerk(viewer))
                                : fields.refused(),
                        back(file.id()));
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @GetMapping("/registry/communities/{id}/committees/{number}/{step:change|correction}")
    ModelAndView askChange(@PathVariable long id, @PathVariable int number, @PathVariable String step, Viewer viewer) {
        CommunityFile file = desk.file(id, viewer);
        Committees.Committee committee = committee(file.id(), number, viewer);
        return changeForm(
                        step,
                        file,
                        committee,
                        CommunityForms.with(committee.term().typed(), "from", desk.today()))
                .view();
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @PostMapping("/registry/communities/{id}/committees/{number}/{step:change|correction}")
    ModelAndView change(
            @PathVariable long id,
            @PathVariable int number,
            @PathVariable String step,
            @RequestParam Map<String, String> typed,
            Viewer viewer) {
        CommunityFile file = desk.file(id, viewer);
        Committees.Committee committee = committee(file.id(), number, viewer);
        Fields fields = new Fields(typed);
        Committees.Term term = Committees.Term.read(fields);
        String reason = fields.required("reason", 200);
        boolean change = step.equals("change");
        LocalDate from = change ? fields.requiredDate("from") : desk.today();
        int version = fields.number("version");
        Form form = changeForm(step, file, committee, typed);
        if (!fields.isSound()) {
            return form.answer(fields.refused(), "");
        }
        return form.answer(
                change
                        ? committees.change(file.id(), number, version, term, from, reason, desk.clerk(viewer))
                        : committees.correct(file.id(), number, version, term, reason, desk.clerk(viewer)),
                back(file.id()));
    }

    private static Form changeForm(
            String step, CommunityFile file, Committees.Committee committee, Map<String, String> typed) {
        Form form = form("registry." + step + ".title", "/committees/" + committee.number() + "/" + step, file, typed)
                .help("registry." + step + ".help")
                .hidden("version", committee.version());
        return step.equals("change") ? form.requiredDate("from") : form;
    }

    private static Form form(String title, String path, CommunityFile file, Map<String, String> typed) {
        return new Form(title, file.base().name(), Desk.href(file.id()) + path, back(file.id()), typed)
                .help("registry.committee.help")
                .choice("kind", true, "registry.committee-kind", Committees.Kind.values())
                .requiredDate("decided_on")
                .requiredDate("term_from")
                .requiredDate("term_to")
                .required("agreed_size")
                .text("filing_no")
                .date("filed_on")
                .head("registry.committee.papers")
                .text("decision_no")
                .text("certificate_no")
                .text("uscc")
                .text("account")
                .longText("seals")
                .longText("hand_over")
                .longText("audit")
                .required("reason");
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @GetMapping("/registry/communities/{id}/committees/{number}/members/new")
    ModelAndView askMember(@PathVariable long id, @PathVariable int number, Viewer viewer) {
        CommunityFile file = desk.file(id, viewer);
        Committees.Committee committee = committee(file.id(), number, viewer);
        return memberForm(
                        file,
                        committee,
                        Map.of("member_from", committee.term().termFrom().toString()))
                .view();
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @PostMapping("/registry/communities/{id}/committees/{number}/members/new")
    ModelAndView addMember(
            @PathVariable long id, @PathVariable int number, @RequestParam Map<String, String> typed, Viewer viewer) {
        CommunityFile file = desk.file(id, viewer);
        Fields fields = new Fields(typed);
        String name = fields.required("name", 60);
        Committees.Post post = fields.requiredChoice("post", Committees.Post.class);
        Committees.Side side = fields.choice("side", Committees.Side.class);
        LocalDate from = fields.requiredDate("member_from");
        return memberForm(file, committee(file.id(), number, viewer), typed)
                .answer(
                        fields.isSound()
                                ? memberships.add(file.id(), number, name, post, side, from, desk.clerk(viewer))
                                : fields.refused(),
                        back(file.id()));
    }

    private static Form memberForm(CommunityFile file, Committees.Committee committee, Map<String, String> typed) {
        Form form = new Form(
                        "registry.member.new",
                        file.base().name(),
                        Desk.href(file.id()) + "/committees/" + committee.number() + "/members/new",
                        back(file.id()),
                        typed)
                .required("name")
                .choice("post", true, "registry.post", Committees.Post.values());
        return sideOf(committee.term().kind(), form).requiredDate("member_from");
    }

    /** On a mixed body each member stands for somebody; on a committee all are owners, and nobody is asked. */
    static Form sideOf(Committees.Kind kind, Form form) {
        return switch (kind) {
            case COMMITTEE -> form;
            case PMC ->
                form.help("registry.side.help.PMC").choice("side", true, "registry.side", Committees.Side.values());
            case PREPARATORY_GROUP ->
                form.help("registry.side.help.PREPARATORY_GROUP")
                        .choice("side", true, "registry.side", Committees.Side.values());
        };
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @GetMapping("/registry/communities/{id}/committees/{number}/members/{member}/end")
    ModelAndView askMemberEnd(
            @PathVariable long id, @PathVariable int number, @PathVariable int member, Viewer viewer) {
        CommunityFile file = desk.file(id, viewer);
        committee(file.id(), number, viewer);
        return endForm(file, "/committees/" + number + "/members/" + member + "/end", lastDay())
                .view();
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @PostMapping("/registry/communities/{id}/committees/{number}/members/{member}/end")
    ModelAndView endMember(
            @PathVariable long id,
            @PathVariable int number,
            @PathVariable int member,
            @RequestParam Map<String, String> typed,
            Viewer viewer) {
        CommunityFile file = desk.file(id, viewer);
        Fields fields = new Fields(typed);
        LocalDate lastDay = fields.requiredDate("last_day");
        return endForm(file, "/committees/" + number + "/members/" + member + "/end", typed)
                .answer(
                        fields.isSound()
                                ? memberships.end(file.id(), number, member, lastDay, desk.clerk(viewer))
                                : fields.refused(),
                        back(file.id()));
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @GetMapping("/registry/communities/{id}/specialists/new")
    ModelAndView askSpecialist(@PathVariable long id, Viewer viewer) {
        return specialistForm(
                        desk.file(id, viewer),
                        Map.of("appointed_on", desk.today().toString()))
                .view();
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @PostMapping("/registry/communities/{id}/specialists/new")
    ModelAndView appoint(@PathVariable long id, @RequestParam Map<String, String> typed, Viewer viewer) {
        CommunityFile file = desk.file(id, viewer);
        Fields fields = new Fields(typed);
        String name = fields.required("name", 60);
        String staffNo = fields.text("staff_no", 30);
        String place = fields.text("desk_place", 100);
        LocalDate on = fields.requiredDate("appointed_on");
        return specialistForm(file, typed)
                .answer(
                        fields.isSound()
                                ? specialists.appoint(
                                        file.id(), name, staffNo, fields.flag("deputy"), place, on, desk.clerk(viewer))
                                : fields.refused(),
                        back(file.id()));
    }

    private static Form specialistForm(CommunityFile file, Map<String, String> typed) {
        return new Form(
                        "registry.specialist.new",
                        file.base().name(),
                        Desk.href(file.id()) + "/specialists/new",
                        back(file.id()),
                        typed)
                .required("name")
                .text("staff_no")
                .check("deputy", "registry.field.deputy")
                .text("desk_place")
                .requiredDate("appointed_on");
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @GetMapping("/registry/communities/{id}/specialists/{number}/end")
    ModelAndView askSpecialistEnd(@PathVariable long id, @PathVariable int number, Viewer viewer) {
        return endForm(fileOfSpecialist(id, number, viewer), "/specialists/" + number + "/end", lastDay())
                .view();
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @PostMapping("/registry/communities/{id}/specialists/{number}/end")
    ModelAndView endSpecialist(
            @PathVariable long id, @PathVariable int number, @RequestParam Map<String, String> typed, Viewer viewer) {
        CommunityFile file = fileOfSpecialist(id, number, viewer);
        Fields fields = new Fields(typed);
        LocalDate lastDay = fields.requiredDate("last_day");
        return endForm(file, "/specialists/" + number + "/end", typed)
                .answer(
                        fields.isSound()
                                ? specialists.end(file.id(), number, lastDay, desk.clerk(viewer))
                                : fields.refused(),
                        back(file.id()));
    }

    /** @throws NotFound if nobody of this number was appointed here */
    private CommunityFile fileOfSpecialist(long id, int number, Viewer viewer) {
        CommunityFile file = desk.file(id, viewer);
        return specialists
                .find(file.id(), number, desk.scope(viewer))
                .map(found -> file)
                .orElseThrow(NotFound::new);
    }

    private static Form endForm(CommunityFile file, String path, Map<String, String> typed) {
        return new Form("registry.end.title", file.base().name(), Desk.href(file.id()) + path, back(file.id()), typed)
                .requiredDate("last_day");
    }

    private Map<String, String> lastDay() {
        return Map.of("last_day", desk.today().toString());
    }

    private Committees.Committee committee(CommunityId id, int number, Viewer viewer) {
        return committees.find(id, number, desk.scope(viewer)).orElseThrow(NotFound::new);
    }

    private static String back(CommunityId id) {
        return Desk.href(id) + "?tab=committees";
    }
}
