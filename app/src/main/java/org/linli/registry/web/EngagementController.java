package org.linli.registry.web;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.figures.AsOf;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.web.NotFound;
import org.linli.registry.CommunityFile;
import org.linli.registry.Engagement;
import org.linli.registry.EngagementFiles;
import org.linli.registry.EngagementTerms;
import org.linli.registry.Engagements;
import org.linli.registry.Fields;
import org.linli.registry.FiguresMoved;
import org.linli.registry.Outcome;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Contracts of a community: signed, started, renewed, changed, corrected, ended. */
@Controller
class EngagementController {

    private final Engagements engagements;
    private final EngagementFiles files;
    private final FiguresMoved figuresMoved;
    private final Suggested suggested;
    private final Desk desk;

    EngagementController(
            Engagements engagements, EngagementFiles files, FiguresMoved figuresMoved, Suggested suggested, Desk desk) {
        this.engagements = engagements;
        this.files = files;
        this.figuresMoved = figuresMoved;
        this.suggested = suggested;
        this.desk = desk;
    }

    /** The acts on one engagement, each with its own form. */
    private enum Step {
        START,
        RENEWAL,
        CHANGE,
        CORRECTION,
        END;

        String path() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @GetMapping("/registry/communities/{id}/engagements/new")
    ModelAndView askNew(@PathVariable long id, Viewer viewer) {
        return newForm(desk.file(id, viewer), Map.of()).view();
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @PostMapping("/registry/communities/{id}/engagements/new")
    ModelAndView sign(
            @PathVariable long id,
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Viewer viewer)
            throws IOException {
        CommunityFile community = desk.file(id, viewer);
        Fields fields = new Fields(typed);
        EngagementTerms terms = EngagementTerms.read(fields);
        String reason = fields.required("reason", 200);
        Form form = newForm(community, typed);
        if (!fields.isSound()) {
            return form.answer(fields.refused(), "");
        }
        try (InputStream content = content(file)) {
            return form.answer(
                    files.sign(community.id(), terms, reason, content, desk.clerk(viewer)), back(community.id()));
        }
    }

    private static InputStream content(@Nullable MultipartFile file) throws IOException {
        return file == null ? InputStream.nullInputStream() : file.getInputStream();
    }

    private Form newForm(CommunityFile file, Map<String, String> typed) {
        return CommunityForms.terms(
                        new Form(
                                        "registry.engagement.new",
                                        file.base().name(),
                                        Desk.href(file.id()) + "/engagements/new",
                                        back(file.id()),
                                        typed)
                                .help("registry.engagement.new.help"),
                        suggested::companies)
                .required("reason")
                .file("file");
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @GetMapping("/registry/communities/{id}/engagements/{number}/{step:start|renewal|change|correction|end}")
    ModelAndView ask(
            @PathVariable long id,
            @PathVariable int number,
            @PathVariable String step,
            @RequestParam(defaultValue = "0") int row,
            Viewer viewer) {
        CommunityFile file = desk.file(id, viewer);
        Engagement engagement = engagement(file.id(), number, row, viewer);
        Map<String, String> typed = new HashMap<>(engagement.terms().typed());
        LocalDate start = engagement.serviceStartOn();
        if (start != null) {
            typed.put("start_on", start.toString());
        }
        if (step(step) == Step.RENEWAL) {
            typed.remove("signed_on");
            LocalDate end = engagement.terms().contractTo();
            typed.put("contract_from", (end == null ? desk.today() : end.plusDays(1)).toString());
            typed.remove("contract_to");
        }
        return form(step(step), file, engagement, CommunityForms.with(typed, "from", desk.today()))
                .view();
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @PostMapping("/registry/communities/{id}/engagements/{number}/{step:start|renewal|change|correction|end}")
    ModelAndView act(
            @PathVariable long id,
            @PathVariable int number,
            @PathVariable String step,
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Viewer viewer)
            throws IOException {
        CommunityFile community = desk.file(id, viewer);
        Fields fields = new Fields(typed);
        Engagement engagement = engagement(community.id(), number, fields.number("row"), viewer);
        Form form = form(step(step), community, engagement, typed);
        if (step(step) == Step.CORRECTION) {
            return correct(form, community, engagement, fields, viewer);
        }
        try (InputStream content = content(file)) {
            return form.answer(act(step(step), engagement, fields, content, viewer), back(community.id()));
        }
    }

    private Outcome act(Step step, Engagement engagement, Fields fields, InputStream content, Viewer viewer) {
        CommunityId id = engagement.community();
        int number = engagement.number();
        int version = fields.number("version");
        switch (step) {
            case START -> {
                LocalDate on = fields.requiredDate("start_on");
                String evidence = fields.required("start_evidence", 200);
                return fields.isSound()
                        ? files.confirmStart(id, number, version, on, evidence, desk.clerk(viewer))
                        : fields.refused();
            }
            case END -> {
                LocalDate lastDay = fields.requiredDate("last_day");
                String reason = fields.required("reason", 200);
                return fields.isSound()
                        ? files.end(id, number, version, lastDay, reason, content, desk.clerk(viewer))
                        : fields.refused();
            }
            case RENEWAL -> {
                EngagementTerms terms = EngagementTerms.read(fields);
                String reason = fields.required("reason", 200);
                return fields.isSound()
                        ? files.renew(id, number, version, terms, reason, content, desk.clerk(viewer))
                        : fields.refused();
            }
            case CHANGE, CORRECTION -> {
                EngagementTerms terms = EngagementTerms.read(fields);
                LocalDate from = fields.requiredDate("from");
                String reason = fields.required("reason", 200);
                return fields.isSound()
                        ? engagements.change(id, number, version, terms, from, reason, desk.clerk(viewer))
                        : fields.refused();
            }
        }
        throw new IllegalStateException("unknown step " + step);
    }

    private ModelAndView correct(Form form, CommunityFile file, Engagement engagement, Fields fields, Viewer viewer) {
        EngagementTerms terms = EngagementTerms.read(fields);
        LocalDate start = fields.date("start_on");
        String reason = fields.required("reason", 200);
        if (!fields.isSound()) {
            return form.answer(fields.refused(), "");
        }
        java.util.function.Supplier<Outcome> act = () -> engagements.correct(
                file.id(),
                engagement.number(),
                fields.number("version"),
                fields.number("row"),
                terms,
                start,
                reason,
                desk.clerk(viewer));
        return form.correct(act, figuresMoved, desk.moved(file.base().division()), back(file.id()));
    }

    private Form form(Step step, CommunityFile file, Engagement engagement, Map<String, String> typed) {
        Form form = new Form(
                        "registry.engagement." + step.path(),
                        file.base().name() + " · " + engagement.companyName(),
                        Desk.href(file.id()) + "/engagements/" + engagement.number() + "/" + step.path(),
                        back(file.id()),
                        typed)
                .help("registry.engagement." + step.path() + ".help")
                .submit("registry.engagement." + step.path() + ".submit")
                .hidden("version", engagement.version())
                .hidden("row", engagement.rowVersion());
        return switch (step) {
            case START -> form.requiredDate("start_on").required("start_evidence");
            case END -> form.requiredDate("last_day").required("reason").file("file");
            case RENEWAL ->
                CommunityForms.terms(form, suggested::companies)
                        .required("reason")
                        .file("file");
            case CHANGE -> CommunityForms.terms(form.requiredDate("from").required("reason"), suggested::companies);
            case CORRECTION -> CommunityForms.terms(form.required("reason").date("start_on"), suggested::companies);
        };
    }

    /** The version shown if it is still held for true, else the newest. */
    private Engagement engagement(CommunityId id, int number, int row, Viewer viewer) {
        return engagements.list(id, AsOf.day(desk.today()), desk.scope(viewer)).stream()
                .filter(engagement -> engagement.number() == number && engagement.rowVersion() == row)
                .findFirst()
                .or(() -> engagements.find(id, number, desk.scope(viewer)))
                .orElseThrow(NotFound::new);
    }

    private static Step step(String path) {
        return Step.valueOf(path.toUpperCase(java.util.Locale.ROOT));
    }

    private static String back(CommunityId id) {
        return Desk.href(id) + "?tab=engagements";
    }
}
