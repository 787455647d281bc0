package org.linli.decisions.counting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.divisions.Divisions;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.RowScope;
import org.linli.platform.todo.TodoGroup;
import org.linli.platform.todo.TodoGroup.Column;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lines of a desk read by statements of one shape: key, community_id, name, division_code, subject, due and href, of a table
 * {@code t} with its community's place {@code c}.
 */
@Component
public class TodoRows {

    public static final String PLACE = """
            join linli.community_place c on c.community_id = t.community_id
            """;

    private final JdbcClient jdbc;
    private final Divisions divisions;

    TodoRows(JdbcClient jdbc, Divisions divisions) {
        this.jdbc = jdbc;
        this.divisions = divisions;
    }

    /** @param role whose duties */
    public List<TodoGroup> find(
            Column column, List<String> statements, Role role, RowScope rows, LocalDate today, int limit) {
        List<Found> found = new ArrayList<>();
        for (String statement : statements) {
            found.addAll(jdbc.sql("""
                    select key, subject, name, division_code, due, href, whole total
                    from (select w.*, count(*) over (partition by key) whole, row_number() over (partition by key order by due nulls first, community_id) place
                          from (%s and %s) w) f
                    where place <= :limit
                    order by key, place
                    """.formatted(statement, RowScope.SQL))
                    .params(rows.parameters())
                    .param("today", today)
                    .param("limit", limit)
                    .param("roles", new String[] {role.name()})
                    .query(TodoRows::found)
                    .list());
        }
        Map<DivisionCode, String> places =
                divisions.fullNames(found.stream().map(Found::division).collect(Collectors.toSet()));
        return found.stream()
                .collect(Collectors.groupingBy(Found::key, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(lines -> group(column, lines, places))
                .toList();
    }

    private static TodoGroup group(Column column, List<Found> lines, Map<DivisionCode, String> places) {
        return new TodoGroup(
                column,
                lines.getFirst().key,
                lines.getFirst().total,
                "/desk/votes",
                lines.stream()
                        .map(line -> new TodoGroup.Line(
                                line.subject.isEmpty() ? line.name : line.name + " · " + line.subject,
                                places.getOrDefault(line.division, ""),
                                line.due,
                                line.href))
                        .toList());
    }

    private static Found found(ResultSet row, int number) throws SQLException {
        return new Found(
                row.getString("key"),
                row.getString("subject"),
                row.getString("name"),
                new DivisionCode(row.getString("division_code")),
                row.getObject("due", LocalDate.class),
                row.getString("href"),
                row.getLong("total"));
    }

    private record Found(
            String key,
            String subject,
            String name,
            DivisionCode division,
            @Nullable LocalDate due,
            String href,
            long total) {}
}
