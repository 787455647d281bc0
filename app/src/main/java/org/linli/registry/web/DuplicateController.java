package org.linli.registry.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.registry.CommunityBase;
import org.linli.registry.CommunityDuplicates;
import org.linli.registry.CommunityDuplicates.Comparison;
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

/** “This is the same as …”: the department looks at two records of one community side by side and keeps one. */
@Controller
class DuplicateController {

    private final CommunityDuplicates duplicates;
    private final FiguresMoved figuresMoved;
    private final Desk desk;

    DuplicateController(CommunityDuplicates duplicates, FiguresMoved figuresMoved, Desk desk) {
        this.duplicates = duplicates;
        this.figuresMoved = figuresMoved;
        this.desk = desk;
    }

    @Scoped(
            value = "community",
            roles = {Role.COUNTY, Role.CITY})
    @GetMapping("/registry/communities/{id}/duplicate")
    ModelAndView ask(@PathVariable long id, Viewer viewer) {
        return form(desk.file(id, viewer), Map.of(), Optional.empty()).view();
    }

    @Scoped(
            value = "community",
            roles = {Role.COUNTY, Role.CITY})
    @PostMapping("/registry/communities/{id}/duplicate")
    ModelAndView drop(@PathVariable long id, @RequestParam Map<String, String> typed, Viewer viewer) {
        CommunityFile file = desk.file(id, viewer);
        Fields fields = new Fields(typed);
        String kept = fields.required("kept_code", 20);
        String reason = fields.required("reason", 200);
        Optional<Comparison> compared = duplicates.compare(file, kept, desk.scope(viewer));
        if (compared.isEmpty() && !kept.isEmpty()) {
            fields.refuse("kept_code", "community-unknown", kept);
        }
        Form form = form(file, typed, compared);
        if (!fields.isSound() || compared.isEmpty()) {
            return form.answer(fields.refused(), "");
        }
        Supplier<Outcome> act =
                () -> duplicates.drop(file.id(), fields.number("version"), kept, reason, desk.clerk(viewer));
        return form.correct(
                act,
                figuresMoved,
                desk.moved(file.base().division(), compared.get().kept().base().division()),
                Desk.href(compared.get().kept().id()));
    }

    private static Form form(CommunityFile file, Map<String, String> typed, Optional<Comparison> compared) {
        String path = Desk.href(file.id());
        Form form = new Form("registry.duplicate", file.base().name(), path + "/duplicate", path, typed)
                .help("registry.duplicate.help")
                .submit("registry.correction.preview")
                .required("kept_code")
                .required("reason")
                .hidden("version", file.version());
        compared.ifPresent(found -> form.table(table(found)));
        return form;
    }

    /** Both records, field by field where either says anything, and what goes over. */
    private static FormPage.Table table(Comparison compared) {
        Map<String, String> dropped = compared.dropped().base().typed();
        Map<String, String> kept = compared.kept().base().typed();
        List<FormPage.Row> rows = new ArrayList<>();
        rows.add(new FormPage.Row(
                "registry.field.code",
                compared.dropped().code(),
                compared.kept().code(),
                true));
        for (String field : CommunityBase.FIELDS) {
            String one = dropped.getOrDefault(field, "");
            String other = kept.getOrDefault(field, "");
            if (!one.isEmpty() || !other.isEmpty()) {
                rows.add(new FormPage.Row(
                        "registry.field." + field,
                        CommunityForms.shown(field, one),
                        CommunityForms.shown(field, other),
                        !Objects.equals(one, other)));
            }
        }
        rows.add(new FormPage.Row(
                "registry.duplicate.engagements", Integer.toString(compared.engagements()), "→", false));
        rows.add(new FormPage.Row("registry.codes.title", Integer.toString(compared.codes()), "→", false));
        compared.ties().forEach(tie -> rows.add(new FormPage.Row("registry.tie." + tie, "✗", "", true)));
        return new FormPage.Table("registry.duplicate.dropped", "registry.duplicate.kept", rows);
    }
}
