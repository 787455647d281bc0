package org.linli.decisions.meetings;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.linli.divisions.Divisions;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.Viewer;
import org.linli.platform.todo.Todo;
import org.linli.platform.todo.TodoGroup;
import org.linli.platform.todo.TodoGroup.Column;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a committee decided hangs within three days.
 *
 * <p>Source: neighbouring cities' property regulations as a model [D] (Hangzhou 29).
 */
@Component
class MeetingTodo implements Todo {

    private static final String WAITING = """
            select c.community_id, c.name, c.division_code, m.meeting_no, m.met_on
            from linli.committee_meeting m
            join linli.community_place c on c.community_id = m.community_id
            where not exists (select 1 from linli.committee_meeting_void v
                               where v.community_id = m.community_id and v.meeting_no = m.meeting_no)
              and not exists (select 1 from linli.notice n
                               where n.community_id = m.community_id
                                 and n.origin = 'meeting/' || m.community_id || '-' || m.meeting_no || '/')
              and %s
            order by m.met_on, c.community_id, m.meeting_no
            """.formatted(RowScope.SQL);

    private final JdbcClient jdbc;
    private final Divisions divisions;

    MeetingTodo(JdbcClient jdbc, Divisions divisions) {
        this.jdbc = jdbc;
        this.divisions = divisions;
    }

    private record Found(CommunityId community, String name, DivisionCode division, LocalDate due) {}

    @Override
    public List<TodoGroup> groups(Viewer viewer, RowScope rows, LocalDate today, int limit) {
        return switch (viewer.role()) {
            case COMMITTEE -> groups(Column.MINE, rows, limit);
            case STREET, COMMUNITY_WORKER -> groups(Column.OTHERS, rows, limit);
            default -> List.of();
        };
    }

    private List<TodoGroup> groups(Column column, RowScope rows, int limit) {
        List<Found> all = jdbc.sql(WAITING)
                .params(rows.parameters())
                .query((row, n) -> new Found(
                        new CommunityId(row.getLong("community_id")),
                        row.getString("name"),
                        new DivisionCode(row.getString("division_code")),
                        Meeting.postBy(row.getObject("met_on", LocalDate.class))))
                .list();
        if (all.isEmpty()) {
            return List.of();
        }
        List<Found> shown = all.stream()
                .sorted(Comparator.comparing(Found::due))
                .limit(limit)
                .toList();
        Map<DivisionCode, String> places =
                divisions.fullNames(shown.stream().map(Found::division).collect(Collectors.toSet()));
        return List.of(new TodoGroup(
                column,
                "todo.meeting-post",
                all.size(),
                "/registry/communities",
                shown.stream()
                        .map(found -> new TodoGroup.Line(
                                found.name,
                                places.getOrDefault(found.division, ""),
                                found.due,
                                "/desk/communities/" + found.community + "/meetings"))
                        .toList()));
    }
}
