package org.linli.registry.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.linli.divisions.Divisions;
import org.linli.figures.AsOf;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.time.BusinessTime;
import org.linli.platform.web.NotFound;
import org.linli.platform.web.Views;
import org.linli.registry.Communities;
import org.linli.registry.CommunityBase;
import org.linli.registry.CommunityFile;
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

/**
 * Up to 500 communities edited in one table and stored as one change, all or nothing.
 *
 * <p>It edits what is true today, whatever day the list it was opened from looked at.
 */
@Controller
class GridController {

    static final int ROWS = 500;

    private final Communities communities;
    private final Divisions divisions;
    private final Desk desk;
    private final BusinessTime time;

    GridController(Communities communities, Divisions divisions, Desk desk, BusinessTime time) {
        this.communities = communities;
        this.divisions = divisions;
        this.desk = desk;
        this.time = time;
    }

    @Scoped(
            value = "list",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @GetMapping("/registry/grid")
    ModelAndView grid(CommunityQuery query, Viewer viewer) {
        Instant opened = time.now();
        CommunityList list = communities.list(query.today().filter(desk, ROWS), desk.scope(viewer));
        return Views.of(
                "registry/grid",
                new GridPage(
                        query,
                        list.rows(),
                        values(list.rows()),
                        Map.of(),
                        desk.today().toString(),
                        "",
                        opened,
                        list.next(),
                        false));
    }

    @Scoped(
            value = "list",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @PostMapping("/registry/grid")
    ModelAndView store(CommunityQuery query, @RequestParam Map<String, String> typed, Viewer viewer) {
        Instant now = time.now();
        GridForm form = new GridForm(typed);
        List<CommunityId> sent = form.ids();
        List<CommunityList.Row> rows =
                sent.size() > ROWS ? List.of() : communities.rows(sent, desk.today(), desk.scope(viewer));
        if (rows.size() != sent.size()) {
            throw new NotFound();
        }
        read(form, rows, now, desk.scope(viewer));
        Fields whole = new Fields(typed);
        LocalDate from = whole.requiredDate("from");
        String reason = whole.required("reason", 200);
        if (!whole.isSound()) {
            form.add(whole.refused().errors(), FieldError::field);
        }
        Outcome outcome = form.isSound()
                ? communities.changeMany(form.edits(), from, reason, desk.clerk(viewer))
                : new Outcome.Refused(List.of());
        return switch (outcome) {
            case Outcome.Stored(String key) -> Views.redirect("/registry/communities");
            case Outcome.Unknown() -> throw new NotFound();
            case Outcome.Overtaken() -> again(query, rows, form, now, true);
            case Outcome.Refused(List<FieldError> found) -> {
                form.add(found, FieldError::field);
                yield again(query, rows, form, now, form.isOvertaken());
            }
        };
    }

    private void read(GridForm form, List<CommunityList.Row> rows, Instant now, RowScope scope) {
        Instant opened = form.opened(now);
        LocalDate day = LocalDate.ofInstant(opened, BusinessTime.ZONE);
        Map<CommunityId, CommunityBase> then = day.equals(desk.today()) ? Map.of() : bases(rows, day, scope);
        for (CommunityList.Row row : rows) {
            CommunityBase shown = form.version(row) == row.version()
                    ? then.getOrDefault(row.id(), row.base())
                    : communities
                            .find(row.id(), new AsOf(day, Optional.of(opened)), scope)
                            .map(CommunityFile::base)
                            .orElse(row.base());
            form.read(row, shown, divisions);
        }
        Map<CommunityId, String> names = rows.stream()
                .collect(Collectors.toMap(
                        CommunityList.Row::id, row -> row.base().name()));
        form.edits().stream()
                .filter(edit -> !edit.base().name().equals(names.get(edit.id())) && !form.isDifferent(edit.id()))
                .forEach(edit -> communities
                        .askNear(edit.base(), Optional.of(edit.id()))
                        .ifPresent(asked -> near(form, edit.id(), asked)));
    }

    private static void near(GridForm form, CommunityId id, Outcome asked) {
        if (asked instanceof Outcome.Refused(List<FieldError> errors)) {
            form.add(errors, error -> id + "." + error.field());
        }
    }

    private Map<CommunityId, CommunityBase> bases(List<CommunityList.Row> rows, LocalDate day, RowScope scope) {
        return communities.rows(rows.stream().map(CommunityList.Row::id).toList(), day, scope).stream()
                .collect(Collectors.toMap(CommunityList.Row::id, CommunityList.Row::base));
    }

    /** The grid with what was typed. Its versions are the present ones: whoever sends it again has seen what is true now. */
    private static ModelAndView again(
            CommunityQuery query, List<CommunityList.Row> rows, GridForm form, Instant now, boolean overtaken) {
        Map<String, String> values = new HashMap<>(values(rows));
        values.putAll(form.values());
        ModelAndView view = Views.of(
                "registry/grid",
                new GridPage(
                        query,
                        rows,
                        values,
                        form.errors(),
                        form.typed("from"),
                        form.typed("reason"),
                        now,
                        "",
                        overtaken));
        view.setStatus(overtaken ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private static Map<String, String> values(List<CommunityList.Row> rows) {
        return rows.stream()
                .flatMap(row -> row.base().typed().entrySet().stream()
                        .map(cell -> Map.entry(row.id() + "." + cell.getKey(), cell.getValue())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
