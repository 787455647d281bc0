package org.linli.registry.lists.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.divisions.Division;
import org.linli.divisions.DivisionChoices;
import org.linli.divisions.Divisions;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.RowScopes;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.settings.Portal;
import org.linli.platform.sheets.SheetWriter;
import org.linli.platform.time.AskedDates;
import org.linli.platform.time.BusinessTime;
import org.linli.platform.web.Frames;
import org.linli.platform.web.Texts;
import org.linli.platform.web.Views;
import org.linli.registry.lists.ListFilter;
import org.linli.registry.lists.ListRows;
import org.linli.registry.lists.RegistryList;
import org.linli.registry.lists.RegistryLists;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The lists of contracts, owners' bodies and specialists, on the page and as a sheet. */
@Controller
class RegistryListController {

    private static final int PAGE = 50;
    private final RegistryLists lists;
    private final Divisions divisions;
    private final DivisionChoices choices;
    private final RowScopes scopes;
    private final Portal portal;
    private final Frames frames;
    private final BusinessTime time;

    RegistryListController(
            RegistryLists lists,
            Divisions divisions,
            DivisionChoices choices,
            RowScopes scopes,
            Portal portal,
            Frames frames,
            BusinessTime time) {
        this.lists = lists;
        this.divisions = divisions;
        this.choices = choices;
        this.scopes = scopes;
        this.portal = portal;
        this.frames = frames;
        this.time = time;
    }

    @Scoped(
            value = "list",
            roles = {
                Role.STREET,
                Role.COUNTY,
                Role.CITY,
                Role.COMMUNITY_WORKER,
                Role.SPECIALIST,
                Role.COMPANY,
                Role.PROJECT_MANAGER,
                Role.COMMITTEE,
                Role.PMC
            })
    @GetMapping({"/registry/engagements", "/registry/committees", "/registry/specialists", "/registry/ended-communities"
    })
    ModelAndView list(ListQuery query, Viewer viewer, HttpServletRequest request) {
        return page(asked(request), query, viewer, request);
    }

    @Scoped(
            value = "list",
            roles = {
                Role.STREET,
                Role.COUNTY,
                Role.CITY,
                Role.COMMUNITY_WORKER,
                Role.SPECIALIST,
                Role.COMPANY,
                Role.PROJECT_MANAGER,
                Role.COMMITTEE,
                Role.PMC
            })
    @GetMapping({
        "/registry/engagements.xlsx",
        "/registry/committees.xlsx",
        "/registry/specialists.xlsx",
        "/registry/ended-communities.xlsx"
    })
    void sheet(ListQuery query, Viewer viewer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        sheet(asked(request), query, viewer, request, response);
    }

    /** The list whose address it is; a handler is reached by no other. */
    private static RegistryList asked(HttpServletRequest request) {
        String uri = request.getRequestURI();
        return Arrays.stream(RegistryList.values())
                .filter(list -> uri.endsWith(list.path()) || uri.endsWith(list.path() + ".xlsx"))
                .findFirst()
                .orElseThrow();
    }

    private ModelAndView page(RegistryList list, ListQuery query, Viewer viewer, HttpServletRequest request) {
        @Nullable String parameters = request.getQueryString();
        return Views.of(
                "registry/list",
                new ListPage(
                        list,
                        query,
                        day(query),
                        rows(list, query, PAGE, viewer),
                        choices.of(division(query), scopes.of(viewer)),
                        parameters == null ? "" : "?" + parameters));
    }

    private LocalDate day(ListQuery query) {
        return AskedDates.day(query.asOf()).orElseGet(time::today);
    }

    private DivisionCode division(ListQuery query) {
        return divisions.find(query.division()).map(Division::code).orElseGet(portal::home);
    }

    private ListRows rows(RegistryList list, ListQuery query, int limit, Viewer viewer) {
        return lists.list(
                list,
                new ListFilter(
                        day(query),
                        division(query),
                        query.text(),
                        list.states().contains(query.state()) ? query.state() : "",
                        list.kinds().contains(query.kind()) ? query.kind() : "",
                        query.withinDays(),
                        list == RegistryList.SPECIALISTS && !query.alone().isEmpty(),
                        limit == PAGE ? query.after() : "",
                        limit),
                scopes.of(viewer));
    }

    private void sheet(
            RegistryList list, ListQuery query, Viewer viewer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Texts texts = frames.texts(request);
        ListRows rows = rows(list, query, Integer.MAX_VALUE, viewer);
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=" + list.path().substring("/registry/".length()) + "-" + day(query) + ".xlsx");
        List<String> titles = Stream.concat(
                        Stream.of("community_name", "division_code", "list_state"), list.columns().stream())
                .map(column -> texts.t("registry.field." + column))
                .toList();
        try (SheetWriter sheet = SheetWriter.xlsx(response.getOutputStream(), texts.t(title(list)), titles)) {
            rows.rows().forEach(row -> sheet.row(cells(list, row, texts)));
        }
    }

    private static List<@Nullable Object> cells(RegistryList list, ListRows.Row row, Texts texts) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(row.name());
        cells.add(row.place());
        cells.add(texts.t("lists.state." + row.state()));
        for (String column : list.columns()) {
            @Nullable Object cell = row.cells().get(column);
            cells.add(cell instanceof String text && text.startsWith("~") ? texts.t(text.substring(1)) : cell);
        }
        return cells;
    }

    static String title(RegistryList list) {
        return "lists.menu." + list.name();
    }
}
