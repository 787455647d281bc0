package org.linli.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.divisions.Divisions;
import org.linli.figures.AsOf;
import org.linli.figures.Figures;
import org.linli.figures.Goals;
import org.linli.figures.Targets;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scope;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.time.BusinessTime;
import org.linli.platform.todo.TodoGroup;
import org.linli.platform.web.MenuEntry;
import org.linli.platform.web.MenuSource;
import org.linli.platform.web.Views;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where everybody who works here begins: what waits, due when, one click from the work. */
@Controller
class DeskController implements MenuSource {

    private final DeskLines lines;
    private final StandIns standIns;
    private final Figures figures;
    private final Targets targets;
    private final Divisions divisions;
    private final BusinessTime time;

    DeskController(
            DeskLines lines,
            StandIns standIns,
            Figures figures,
            Targets targets,
            Divisions divisions,
            BusinessTime time) {
        this.lines = lines;
        this.standIns = standIns;
        this.figures = figures;
        this.targets = targets;
        this.divisions = divisions;
        this.time = time;
    }

    @Scoped(
            value = "list",
            roles = {
                Role.OWNER, Role.OCCUPANT, Role.COMMITTEE, Role.PMC, Role.PROJECT_MANAGER, Role.COMPANY,
                Role.SPECIALIST, Role.COMMUNITY_WORKER, Role.STREET, Role.COUNTY, Role.CITY, Role.AGENCY,
                Role.AUDITOR, Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN
            })
    @GetMapping("/desk")
    ModelAndView desk(DeskQuery query, Viewer viewer) {
        if (isResident(viewer)) {
            return Views.redirect("/my");
        }
        LocalDate today = time.today();
        List<TodoGroup> all = lines.all(viewer, query, today);
        List<TodoGroup> groups = lines.filtered(all, query, today);
        boolean nothingWaits =
                query.isBlank() && groups.stream().noneMatch(group -> group.column() == TodoGroup.Column.MINE);
        return Views.of(
                "desk/desk",
                new DeskPage(
                        today,
                        query,
                        all.stream().map(TodoGroup::key).distinct().toList(),
                        lines.choices(viewer, query),
                        groups,
                        standIns.ofAbsent(viewer.accountId()),
                        standIns.ofDeputy(viewer.accountId()).stream()
                                .flatMap(standIn -> lines.deputised(standIn, viewer, today).stream())
                                .toList(),
                        nothingWaits ? lines.next(viewer, today) : Optional.empty(),
                        areaFigures(viewer, today),
                        ownCommunity(viewer)));
    }

    private static boolean isResident(Viewer viewer) {
        return viewer.role() == Role.OWNER || viewer.role() == Role.OCCUPANT;
    }

    private static @Nullable CommunityId ownCommunity(Viewer viewer) {
        return viewer.scope() instanceof Scope.OfCommunity(CommunityId community) ? community : null;
    }

    /** The figures of the viewer's own division against its target, or that of the nearest division above where it has none. */
    private List<DeskPage.AreaFigure> areaFigures(Viewer viewer, LocalDate today) {
        if (!(viewer.scope() instanceof Scope.OfDivision(DivisionCode division))
                || divisions.find(division).isEmpty()) {
            return List.of();
        }
        Goals goals = targets.around(division, today.getYear());
        return figures.listFor(division).stream()
                .limit(5)
                .map(figure -> new DeskPage.AreaFigure(
                        figure,
                        division,
                        figures.value(figure, AsOf.day(today), division),
                        goals.nearest(figure.code(), division)))
                .toList();
    }

    @Override
    public List<MenuEntry> entries(Viewer viewer) {
        if (isResident(viewer)) {
            return List.of(
                    new MenuEntry(0, "desk.menu.home", "/my", 0), new MenuEntry(5, "desk.menu.figures", "/figures", 0));
        }
        return viewer.isBusiness()
                ? List.of(
                        new MenuEntry(0, "desk.menu.desk", "/desk", 0),
                        new MenuEntry(5, "desk.menu.figures", "/figures", 0))
                : List.of(new MenuEntry(0, "desk.menu.desk", "/desk", 0));
    }
}
