package org.linli.registry.web;

import java.time.LocalDate;
import java.util.Map;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.web.NotFound;
import org.linli.platform.web.Views;
import org.linli.registry.CommunityFile;
import org.linli.registry.Fields;
import org.linli.registry.HomeLine;
import org.linli.registry.HomeSearch;
import org.linli.registry.Homes;
import org.linli.registry.Occupants;
import org.linli.registry.Outcome;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Tenants and others who use a home without owning it. */
@Controller
class OccupantController {

    private final Occupants occupants;
    private final Homes homes;
    private final Desk desk;

    OccupantController(Occupants occupants, Homes homes, Desk desk) {
        this.occupants = occupants;
        this.homes = homes;
        this.desk = desk;
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @GetMapping("/registry/communities/{id}/homes/{home}/occupants/new")
    ModelAndView askNew(@PathVariable long id, @PathVariable int home, Viewer viewer) {
        CommunityFile file = desk.file(id, viewer);
        return newForm(
                        file,
                        line(file, home, viewer),
                        Map.of("occupied_from", desk.today().toString()))
                .view();
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @PostMapping("/registry/communities/{id}/homes/{home}/occupants/new")
    ModelAndView add(
            @PathVariable long id, @PathVariable int home, @RequestParam Map<String, String> typed, Viewer viewer) {
        CommunityFile file = desk.file(id, viewer);
        Form form = newForm(file, line(file, home, viewer), typed);
        Fields fields = new Fields(typed);
        Occupants.Facts facts = Occupants.Facts.read(fields);
        LocalDate from = fields.requiredDate("occupied_from");
        String reason = fields.required("reason", 200);
        Outcome outcome = fields.isSound()
                ? occupants.add(file.id(), home, facts, from, reason, desk.clerk(viewer))
                : fields.refused();
        return form.answer(outcome, path(file, home));
    }

    private static Form newForm(CommunityFile file, HomeLine line, Map<String, String> typed) {
        return facts(form("registry.occupant.new", "/occupants/new", file, line, typed));
    }

    private static Form facts(Form form) {
        return form.choice("occupant_kind", true, "registry.occupant-kind", Occupants.Kind.values())
                .required("occupant_name")
                .text("phone")
                .requiredDate("occupied_from")
                .required("reason");
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @GetMapping("/registry/communities/{id}/homes/{home}/occupants/{occupant}/end")
    ModelAndView askEnd(@PathVariable long id, @PathVariable int home, @PathVariable int occupant, Viewer viewer) {
        CommunityFile file = desk.file(id, viewer);
        return endForm(file, line(file, home, viewer), occupant(file, home, occupant, viewer), Map.of())
                .view();
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @PostMapping("/registry/communities/{id}/homes/{home}/occupants/{occupant}/end")
    ModelAndView end(
            @PathVariable long id,
            @PathVariable int home,
            @PathVariable int occupant,
            @RequestParam Map<String, String> typed,
            Viewer viewer) {
        CommunityFile file = desk.file(id, viewer);
        Form form = endForm(file, line(file, home, viewer), occupant(file, home, occupant, viewer), typed);
        Fields fields = new Fields(typed);
        LocalDate lastDay = fields.requiredDate("last_day");
        String reason = fields.required("reason", 200);
        Outcome outcome = fields.isSound()
                ? occupants.end(
                        file.id(), home, occupant, fields.number("version"), lastDay, reason, desk.clerk(viewer))
                : fields.refused();
        return form.answer(outcome, path(file, home));
    }

    private static Form endForm(
            CommunityFile file, HomeLine line, Occupants.Occupant occupant, Map<String, String> typed) {
        return form("registry.occupant.end", "/occupants/" + occupant.number() + "/end", file, line, typed)
                .requiredDate("last_day")
                .required("reason")
                .hidden("version", occupant.version());
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @GetMapping("/registry/communities/{id}/homes/{home}/occupants/{occupant}/correction")
    ModelAndView askCorrection(
            @PathVariable long id, @PathVariable int home, @PathVariable int occupant, Viewer viewer) {
        CommunityFile file = desk.file(id, viewer);
        Occupants.Occupant held = occupant(file, home, occupant, viewer);
        // The name is typed again: the file shows it masked, and a correction says who it was.
        Map<String, String> typed = Map.of(
                "occupant_kind",
                held.kind().name(),
                "occupied_from",
                held.from().toString());
        return correctionForm(file, line(file, home, viewer), held, typed).view();
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @PostMapping("/registry/communities/{id}/homes/{home}/occupants/{occupant}/correction")
    ModelAndView correct(
            @PathVariable long id,
            @PathVariable int home,
            @PathVariable int occupant,
            @RequestParam Map<String, String> typed,
            Viewer viewer) {
        CommunityFile file = desk.file(id, viewer);
        Form form = correctionForm(file, line(file, home, viewer), occupant(file, home, occupant, viewer), typed);
        Fields fields = new Fields(typed);
        Occupants.Facts facts = Occupants.Facts.read(fields);
        LocalDate from = fields.requiredDate("occupied_from");
        String reason = fields.required("reason", 200);
        Outcome outcome = fields.isSound()
                ? occupants.correct(
                        file.id(), home, occupant, fields.number("version"), facts, from, reason, desk.clerk(viewer))
                : fields.refused();
        return form.answer(outcome, path(file, home));
    }

    private static Form correctionForm(
            CommunityFile file, HomeLine line, Occupants.Occupant occupant, Map<String, String> typed) {
        return facts(form(
                        "registry.occupant.correction",
                        "/occupants/" + occupant.number() + "/correction",
                        file,
                        line,
                        typed))
                .check("phone_none", "registry.occupant.phone-none")
                .help("registry.occupant.correction.help")
                .hidden("version", occupant.version());
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @GetMapping("/registry/communities/{id}/homes/{home}/occupants/{occupant}/reveal")
    ModelAndView askReveal(@PathVariable long id, @PathVariable int home, @PathVariable int occupant, Viewer viewer) {
        CommunityFile file = desk.file(id, viewer);
        return revealForm(file, line(file, home, viewer), occupant(file, home, occupant, viewer), Map.of())
                .view();
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @PostMapping("/registry/communities/{id}/homes/{home}/occupants/{occupant}/reveal")
    ModelAndView reveal(
            @PathVariable long id,
            @PathVariable int home,
            @PathVariable int occupant,
            @RequestParam Map<String, String> typed,
            Viewer viewer) {
        CommunityFile file = desk.file(id, viewer);
        Form form = revealForm(file, line(file, home, viewer), occupant(file, home, occupant, viewer), typed);
        Fields fields = new Fields(typed);
        HomeSearch.Reason why = fields.requiredChoice("reason", HomeSearch.Reason.class);
        if (!fields.isSound()) {
            return form.answer(fields.refused(), "");
        }
        return occupants
                .disclose(file.id(), home, occupant, why, viewer, desk.scope(viewer))
                .map(found -> Views.of(
                        "registry/reveal", RevealPage.ofOccupant(file.base().name(), path(file, home), found, why)))
                .orElseThrow(NotFound::new);
    }

    private static Form revealForm(
            CommunityFile file, HomeLine line, Occupants.Occupant occupant, Map<String, String> typed) {
        return form("registry.occupant.reveal", "/occupants/" + occupant.number() + "/reveal", file, line, typed)
                .help("registry.occupant.reveal.help")
                .submit("registry.reveal.submit")
                .choice("reason", true, "registry.search.reason", HomeSearch.Reason.values());
    }

    private static Form form(String text, String step, CommunityFile file, HomeLine line, Map<String, String> typed) {
        String path = path(file, line.homeNo());
        String subject = file.base().name() + " " + line.building() + " " + line.unit() + "-" + line.room();
        return new Form(text, subject, path + step, path, typed).help("registry.occupant.help");
    }

    private HomeLine line(CommunityFile file, int home, Viewer viewer) {
        return homes.find(file.id(), home, desk.today(), desk.scope(viewer)).orElseThrow(NotFound::new);
    }

    private Occupants.Occupant occupant(CommunityFile file, int home, int number, Viewer viewer) {
        return occupants.find(file.id(), home, number, desk.scope(viewer)).orElseThrow(NotFound::new);
    }

    private static String path(CommunityFile file, int home) {
        return Desk.href(file.id()) + "/homes/" + home;
    }
}
