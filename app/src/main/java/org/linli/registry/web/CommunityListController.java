package org.linli.registry.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.linli.divisions.DivisionChoices;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.sheets.SheetWriter;
import org.linli.platform.web.Frames;
import org.linli.platform.web.Texts;
import org.linli.platform.web.Views;
import org.linli.registry.Communities;
import org.linli.registry.CommunityList;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of communities, on the page and as a sheet. */
@Controller
class CommunityListController {

    static final int PAGE = 50;

    private static final List<String> COLUMNS = List.of(
            "code",
            "name",
            "division_code",
            "address",
            "type",
            "year_built",
            "gfa_dm2",
            "buildings",
            "households",
            "residents",
            "state",
            "company",
            "missing",
            "verified_on");

    private final Communities communities;
    private final DivisionChoices choices;
    private final Desk desk;
    private final Frames frames;

    CommunityListController(Communities communities, DivisionChoices choices, Desk desk, Frames frames) {
        this.communities = communities;
        this.choices = choices;
        this.desk = desk;
        this.frames = frames;
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
    @GetMapping("/registry/communities")
    ModelAndView list(CommunityQuery query, Viewer viewer, HttpServletRequest request) {
        @Nullable String parameters = request.getQueryString();
        return Views.of(
                "registry/communities",
                new CommunitiesPage(
                        query,
                        desk.day(query.asOf()),
                        communities.list(query.filter(desk, PAGE), desk.scope(viewer)),
                        choices.of(desk.division(query.division()), desk.scope(viewer)),
                        parameters == null ? "" : "?" + parameters,
                        Desk.mayWrite(viewer)));
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
    @GetMapping("/registry/communities.xlsx")
    void sheet(CommunityQuery query, Viewer viewer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Texts texts = frames.texts(request);
        CommunityList list = communities.list(query.filter(desk, Integer.MAX_VALUE), desk.scope(viewer));
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader(
                "Content-Disposition", "attachment; filename=communities-" + desk.day(query.asOf()) + ".xlsx");
        try (SheetWriter sheet = SheetWriter.xlsx(
                response.getOutputStream(),
                texts.t("registry.menu.communities"),
                COLUMNS.stream()
                        .map(column -> texts.t("registry.field." + column))
                        .toList())) {
            list.rows().forEach(row -> sheet.row(cells(row, texts)));
        }
    }

    private static List<?> cells(CommunityList.Row row, Texts texts) {
        List<String> missing = row.day().missing().stream()
                .sorted()
                .map(field -> texts.of("base-field", field))
                .toList();
        return Arrays.asList(
                row.day().code(),
                row.base().name(),
                row.place(),
                row.base().address(),
                row.base().type() == null
                        ? null
                        : texts.of(
                                "community-type",
                                Objects.requireNonNull(row.base().type())),
                row.base().yearBuilt(),
                row.base().gfaDm2() == null
                        ? null
                        : java.math.BigDecimal.valueOf(
                                Objects.requireNonNull(row.base().gfaDm2()), 2),
                row.base().buildings(),
                row.base().households(),
                row.base().residents(),
                texts.of("service-state", row.day().coverage().state()),
                row.day().company(),
                String.join(" ", missing),
                row.day().verifiedOn());
    }
}
