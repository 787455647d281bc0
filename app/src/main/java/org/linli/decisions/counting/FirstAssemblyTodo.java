package org.linli.decisions.counting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.divisions.Divisions;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.Viewer;
import org.linli.platform.todo.Todo;
import org.linli.platform.todo.TodoGroup;
import org.linli.rules.decisions.assembly.FirstAssembly;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Communities that have neither committee nor 物管会 although their first owners' assembly is due, for those who guide it. */
@Component
class FirstAssemblyTodo implements Todo {

    private static final String AREAS = """
            select c.community_id, c.name, c.division_code, max(v.delivered_on) first_delivery,
                   coalesce(sum(h.area_dm2) filter (where h.state = 'DELIVERED'), 0)::bigint delivered,
                   coalesce(sum(h.area_dm2), 0)::bigint total
            from linli.community_place c
            join linli.community_version v on v.community_id = c.community_id and v.superseded_at is null
             and v.valid_from <= cast(:today as date) and (v.valid_to is null or v.valid_to > cast(:today as date))
            join linli.home h on h.community_id = c.community_id and h.superseded_at is null
             and h.valid_from <= cast(:today as date) and (h.valid_to is null or h.valid_to > cast(:today as date))
            where %s
              and not exists (select 1 from linli.committee t
                               where t.community_id = c.community_id and t.superseded_at is null
                                 and t.valid_from <= cast(:today as date)
                                 and (t.valid_to is null or t.valid_to > cast(:today as date)))
            group by c.community_id, c.name, c.division_code
            order by c.name, c.community_id
            """.formatted(RowScope.SQL);

    private final JdbcClient jdbc;
    private final Divisions divisions;

    FirstAssemblyTodo(JdbcClient jdbc, Divisions divisions) {
        this.jdbc = jdbc;
        this.divisions = divisions;
    }

    private record Area(
            long community,
            String name,
            DivisionCode division,
            @Nullable LocalDate firstDelivery,
            long delivered,
            long total) {}

    @Override
    public List<TodoGroup> groups(Viewer viewer, RowScope rows, LocalDate today, int limit) {
        return switch (viewer.role()) {
            case STREET, COMMUNITY_WORKER -> List.of(group(rows, today, limit));
            default -> List.of();
        };
    }

    private TodoGroup group(RowScope rows, LocalDate today, int limit) {
        List<Area> due = jdbc
                .sql(AREAS)
                .params(rows.parameters())
                .param("today", today)
                .query(FirstAssemblyTodo::area)
                .list()
                .stream()
                .filter(area -> FirstAssembly.isDue(area.delivered, area.total, area.firstDelivery, today))
                .toList();
        List<Area> shown = due.stream().limit(limit).toList();
        Map<DivisionCode, String> places =
                divisions.fullNames(shown.stream().map(Area::division).collect(Collectors.toSet()));
        return new TodoGroup(
                TodoGroup.Column.OTHERS,
                "todo.first-assembly",
                due.size(),
                "/desk?kind=todo.first-assembly",
                shown.stream()
                        .map(area -> new TodoGroup.Line(
                                area.name,
                                places.getOrDefault(area.division, ""),
                                null,
                                "/registry/communities/" + area.community + "?tab=committees"))
                        .toList());
    }

    private static Area area(ResultSet row, int number) throws SQLException {
        return new Area(
                row.getLong("community_id"),
                row.getString("name"),
                new DivisionCode(row.getString("division_code")),
                row.getObject("first_delivery", LocalDate.class),
                row.getLong("delivered"),
                row.getLong("total"));
    }
}
