package org.linli.registry.web;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.linli.divisions.Divisions;
import org.linli.figures.AsOf;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.registry.Communities;
import org.linli.registry.CommunityBase;
import org.linli.registry.CommunityFile;
import org.linli.registry.Fields;
import org.linli.registry.FiguresMoved;
import org.linli.registry.Outcome;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Registration, 变更 and 更正 of a community's base data. */
@Controller
class CommunityChangeController {

    /** The box by which a clerk says that a near name is another community's. */
    private static final String DIFFERENT = "different";

    private final Communities communities;
    private final FiguresMoved figuresMoved;
    private final Divisions divisions;
    private final Suggested suggested;
    private final Desk desk;

    CommunityChangeController(
            Communities communities, FiguresMoved figuresMoved, Divisions divisions, Suggested suggested, Desk desk) {
        this.communities = communities;
        this.figuresMoved = figuresMoved;
        this.divisions = divisions;
        this.suggested = suggested;
        this.desk = desk;
    }

    @Scoped(
            value = "list",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @GetMapping("/registry/communities/new")
    ModelAndView askNew(Viewer viewer) {
        return newForm(Map.of("from", desk.today().toString()), viewer).view();
    }

    @Scoped(
            value = "list",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @PostMapping("/registry/communities/new")
    ModelAndView register(@RequestParam Map<String, String> typed, Viewer viewer) {
        Fields fields = new Fields(typed);
        CommunityBase base = CommunityBase.read(fields, divisions);
        LocalDate from = fields.requiredDate("from");
        String reason = fields.required("reason", 200);
        if (!fields.isSound()) {
            return newForm(typed, viewer).answer(fields.refused(), "");
        }
        Optional<Outcome> asked = asked(base, Optional.empty(), typed);
        Outcome outcome = asked.orElseGet(() -> communities.register(base, from, reason, desk.clerk(viewer)));
        return differing(newForm(typed, viewer), asked, typed)
                .answer(outcome, outcome instanceof Outcome.Stored(String key) ? "/registry/communities/" + key : "/");
    }

    /** Asks about a near name until the clerk has said that this is another community. */
    private Optional<Outcome> asked(CommunityBase base, Optional<CommunityId> self, Map<String, String> typed) {
        return typed.containsKey(DIFFERENT) ? Optional.empty() : communities.askNear(base, self);
    }

    private static Form differing(Form form, Optional<Outcome> asked, Map<String, String> typed) {
        return asked.isPresent() || typed.containsKey(DIFFERENT)
                ? form.check(DIFFERENT, "registry.different-name")
                : form;
    }

    private Form newForm(Map<String, String> typed, Viewer viewer) {
        return CommunityForms.base(
                        new Form(
                                "registry.community.new",
                                "",
                                "/registry/communities/new",
                                "/registry/communities",
                                typed),
                        () -> suggested.places(viewer))
                .requiredDate("from")
                .required("reason");
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @GetMapping("/registry/communities/{id}/change")
    ModelAndView askChange(@PathVariable long id, Viewer viewer) {
        CommunityFile file = desk.file(id, viewer);
        return changeForm(file, CommunityForms.with(file.base().typed(), "from", desk.today()), viewer)
                .view();
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @PostMapping("/registry/communities/{id}/change")
    ModelAndView change(@PathVariable long id, @RequestParam Map<String, String> typed, Viewer viewer) {
        CommunityFile file = desk.file(id, viewer);
        Fields fields = new Fields(typed);
        CommunityBase base = CommunityBase.read(fields, divisions);
        LocalDate from = fields.requiredDate("from");
        String reason = fields.required("reason", 200);
        if (!fields.isSound()) {
            return changeForm(file, typed, viewer).answer(fields.refused(), "");
        }
        Optional<Outcome> asked = asked(base, Optional.of(file.id()), typed);
        Outcome outcome = asked.orElseGet(
                () -> communities.change(file.id(), fields.number("version"), base, from, reason, desk.clerk(viewer)));
        return differing(changeForm(file, typed, viewer), asked, typed).answer(outcome, Desk.href(file.id()));
    }

    private Form changeForm(CommunityFile file, Map<String, String> typed, Viewer viewer) {
        String path = Desk.href(file.id());
        return CommunityForms.base(
                        new Form("registry.change.title", file.base().name(), path + "/change", path, typed)
                                .help("registry.change.help")
                                .submit("registry.change.submit")
                                .requiredDate("from")
                                .required("reason"),
                        () -> suggested.places(viewer))
                .hidden("version", file.version());
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @GetMapping("/registry/communities/{id}/correction")
    ModelAndView askCorrection(@PathVariable long id, @RequestParam(defaultValue = "") String asOf, Viewer viewer) {
        CommunityFile file = communities
                .find(desk.community(id, viewer), AsOf.day(desk.day(asOf)), desk.scope(viewer))
                .orElseGet(() -> desk.file(id, viewer));
        return correctionForm(file, file.rowVersion(), file.base().typed(), viewer)
                .view();
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @PostMapping("/registry/communities/{id}/correction")
    ModelAndView correct(@PathVariable long id, @RequestParam Map<String, String> typed, Viewer viewer) {
        CommunityFile file = desk.file(id, viewer);
        Fields fields = new Fields(typed);
        CommunityBase base = CommunityBase.read(fields, divisions);
        String reason = fields.required("reason", 200);
        int row = fields.number("row");
        boolean isPresent = fields.number("version") == file.version();
        Form form = correctionForm(file, isPresent ? row : file.rowVersion(), typed, viewer);
        if (!fields.isSound()) {
            return form.answer(fields.refused(), "");
        }
        Optional<Outcome> asked = asked(base, Optional.of(file.id()), typed);
        differing(form, asked, typed);
        if (asked.isPresent()) {
            return form.answer(asked.get(), "");
        }
        return form.correct(
                () -> communities.correct(file.id(), fields.number("version"), row, base, reason, desk.clerk(viewer)),
                figuresMoved,
                desk.moved(file.base().division(), base.division()),
                Desk.href(file.id()));
    }

    private Form correctionForm(CommunityFile file, int row, Map<String, String> typed, Viewer viewer) {
        String path = Desk.href(file.id());
        return CommunityForms.base(
                        new Form("registry.correction.title", file.base().name(), path + "/correction", path, typed)
                                .help("registry.correction.help")
                                .submit("registry.correction.preview")
                                .required("reason"),
                        () -> suggested.places(viewer))
                .hidden("version", file.version())
                .hidden("row", row);
    }
}
