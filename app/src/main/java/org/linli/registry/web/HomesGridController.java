package org.linli.registry.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.web.NotFound;
import org.linli.platform.web.Views;
import org.linli.registry.CommunityFile;
import org.linli.registry.FieldError;
import org.linli.registry.Fields;
import org.linli.registry.HomeGrid;
import org.linli.registry.Homes;
import org.linli.registry.Outcome;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Up to 500 homes of a community edited in one table and stored as one change, all or nothing. */
@Controller
class HomesGridController {

    private final HomeGrid grid;
    private final Homes homes;
    private final Desk desk;

    HomesGridController(HomeGrid grid, Homes homes, Desk desk) {
        this.grid = grid;
        this.homes = homes;
        this.desk = desk;
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @GetMapping("/registry/communities/{id}/homes/grid")
    ModelAndView grid(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") int building,
            @RequestParam(defaultValue = "0") int after,
            Viewer viewer) {
        CommunityFile file = desk.file(id, viewer);
        List<HomeGrid.Row> found = grid.rows(file.id(), building, after, GridController.ROWS + 1, desk.scope(viewer));
        List<HomeGrid.Row> rows = found.stream().limit(GridController.ROWS).toList();
        return Views.of(
                "registry/homesGrid",
                new HomesGridPage(
                        file.base().name(),
                        Desk.href(file.id()),
                        buildings(file, viewer),
                        building,
                        rows,
                        values(rows),
                        Map.of(),
                        desk.today().toString(),
                        "",
                        found.size() > rows.size() ? rows.getLast().homeNo() : 0,
                        false));
    }

    private List<Homes.Building> buildings(CommunityFile file, Viewer viewer) {
        return homes.buildings(file.id(), desk.today(), desk.scope(viewer));
    }

    private static Map<String, String> values(List<HomeGrid.Row> rows) {
        return rows.stream()
                .flatMap(row -> HomeForms.typed(row.home()).entrySet().stream()
                        .map(cell -> Map.entry(row.homeNo() + "." + cell.getKey(), cell.getValue())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @PostMapping("/registry/communities/{id}/homes/grid")
    ModelAndView store(@PathVariable long id, @RequestParam Map<String, String> typed, Viewer viewer) {
        CommunityFile file = desk.file(id, viewer);
        HomesGridForm form = new HomesGridForm(typed);
        List<Integer> sent = form.numbers();
        List<HomeGrid.Row> rows =
                sent.size() > GridController.ROWS ? List.of() : grid.rows(file.id(), sent, desk.scope(viewer));
        if (rows.size() != sent.size()) {
            throw new NotFound();
        }
        rows.forEach(form::read);
        Fields whole = new Fields(typed);
        LocalDate from = whole.requiredDate("from");
        String reason = whole.required("reason", 200);
        if (!whole.isSound()) {
            form.add(whole.refused().errors(), FieldError::field);
        }
        Outcome outcome = form.isSound()
                ? grid.changeMany(file.id(), form.edits(), from, reason, desk.clerk(viewer))
                : new Outcome.Refused(List.of());
        return switch (outcome) {
            case Outcome.Stored(String key) ->
                Views.redirect(Desk.href(file.id()) + "?tab=homes&building=" + whole.number("building"));
            case Outcome.Unknown() -> throw new NotFound();
            case Outcome.Overtaken() -> again(file, rows, form, true, viewer);
            case Outcome.Refused(List<FieldError> found) -> {
                form.add(found, FieldError::field);
                yield again(file, rows, form, form.isOvertaken(), viewer);
            }
        };
    }

    /** The grid with what was typed. Its versions are the present ones: whoever sends it again has seen what is true now. */
    private ModelAndView again(
            CommunityFile file, List<HomeGrid.Row> rows, HomesGridForm form, boolean overtaken, Viewer viewer) {
        Map<String, String> values = new HashMap<>(values(rows));
        values.putAll(form.values());
        ModelAndView view = Views.of(
                "registry/homesGrid",
                new HomesGridPage(
                        file.base().name(),
                        Desk.href(file.id()),
                        buildings(file, viewer),
                        new Fields(Map.of("building", form.typed("building"))).number("building"),
                        rows,
                        values,
                        form.errors(),
                        form.typed("from"),
                        form.typed("reason"),
                        0,
                        overtaken));
        view.setStatus(overtaken ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }
}
