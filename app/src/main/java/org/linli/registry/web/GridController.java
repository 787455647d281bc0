package org.linli.registry.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.linli.divisions.Divisions;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.web.NotFound;
import org.linli.platform.web.Views;
import org.linli.registry.Communities;
import org.linli.registry.CommunityBase;
import org.linli.registry.CommunityList;
import org.linli.registry.FieldError;
import org.linli.registry.Fields;
import org.linli.registry.Outcome;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Up to 500 communities edited in one table and stored as one change, all or nothing. */
@Controller
class GridController {

    static final int ROWS = 500;

    private final Communities communities;
    private final Divisions divisions;
    private final Desk desk;

    GridController(Communities communities, Divisions divisions, Desk desk) {
        this.communities = communities;
        this.divisions = divisions;
        this.desk = desk;
    }

    @Scoped(
            value = "list",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @GetMapping("/registry/grid")
    ModelAndView grid(CommunityQuery query, Viewer viewer) {
        CommunityList list = communities.list(query.filter(desk, ROWS), desk.scope(viewer));
        return page(query, list, values(list), Map.of(), desk.today().toString(), "", false);
    }

    @Scoped(
            value = "list",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @PostMapping("/registry/grid")
    ModelAndView store(CommunityQuery query, @RequestParam Map<String, String> typed, Viewer viewer) {
        CommunityList list = communities.list(query.filter(desk, ROWS), desk.scope(viewer));
        Map<String, List<FieldError>> errors = new HashMap<>();
        List<Communities.Edit> edits = new ArrayList<>();
        for (CommunityList.Row row : list.rows()) {
            if (typed.containsKey(row.id() + ".version")) {
                read(row, typed, errors, edits);
            }
        }
        Fields whole = new Fields(typed);
        LocalDate from = whole.requiredDate("from");
        String reason = whole.required("reason", 200);
        if (!whole.isSound()) {
            add(errors, whole.refused().errors());
        }
        Outcome outcome = errors.isEmpty()
                ? communities.changeMany(edits, from, reason, desk.clerk(viewer))
                : new Outcome.Refused(List.of());
        return switch (outcome) {
            case Outcome.Stored(String key) -> Views.redirect("/registry/communities");
            case Outcome.Unknown() -> throw new NotFound();
            case Outcome.Overtaken() -> again(query, list, typed, errors, true);
            case Outcome.Refused(List<FieldError> found) -> {
                add(errors, found);
                yield again(query, list, typed, errors, false);
            }
        };
    }

    /** Reads a row over what the file says; a row that nobody touched is no edit. */
    private void read(
            CommunityList.Row row,
            Map<String, String> typed,
            Map<String, List<FieldError>> errors,
            List<Communities.Edit> edits) {
        Map<String, String> cells = new HashMap<>(row.base().typed());
        for (String field : GridPage.FIELDS) {
            cells.put(field, typed.getOrDefault(row.id() + "." + field, cells.getOrDefault(field, "")));
        }
        Fields fields = new Fields(cells);
        CommunityBase base = CommunityBase.read(fields, divisions);
        CommunityId id = row.id();
        if (!fields.isSound()) {
            add(
                    errors,
                    fields.refused().errors().stream()
                            .map(error -> new FieldError(id + "." + error.field(), error.key(), error.args()))
                            .toList());
        } else if (!base.equals(row.base())) {
            edits.add(new Communities.Edit(id, new Fields(typed).number(id + ".version"), base));
        }
    }

    private static void add(Map<String, List<FieldError>> errors, List<FieldError> found) {
        found.forEach(error -> errors.computeIfAbsent(error.field(), field -> new ArrayList<>())
                .add(error));
    }

    private ModelAndView again(
            CommunityQuery query,
            CommunityList list,
            Map<String, String> typed,
            Map<String, List<FieldError>> errors,
            boolean overtaken) {
        Map<String, String> values = new HashMap<>(values(list));
        values.putAll(typed);
        ModelAndView view = page(
                query,
                list,
                values,
                errors,
                typed.getOrDefault("from", ""),
                typed.getOrDefault("reason", ""),
                overtaken);
        view.setStatus(overtaken ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private static Map<String, String> values(CommunityList list) {
        return list.rows().stream()
                .flatMap(row -> row.base().typed().entrySet().stream()
                        .map(cell -> Map.entry(row.id() + "." + cell.getKey(), cell.getValue())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static ModelAndView page(
            CommunityQuery query,
            CommunityList list,
            Map<String, String> values,
            Map<String, List<FieldError>> errors,
            String from,
            String reason,
            boolean overtaken) {
        return Views.of(
                "registry/grid",
                new GridPage(
                        query,
                        list.rows(),
                        values,
                        errors,
                        from,
                        reason,
                        !list.next().isEmpty(),
                        overtaken));
    }
}
