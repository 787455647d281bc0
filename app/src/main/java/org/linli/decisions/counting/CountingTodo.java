package org.linli.decisions.counting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.divisions.Divisions;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.Viewer;
import org.linli.platform.todo.Todo;
import org.linli.platform.todo.TodoGroup;
import org.linli.platform.todo.TodoGroup.Column;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What counting puts on a desk: counts to run and to sign, objections to rule on, results to make final, duties with their days,
 * and committees whose term is about to end.
 *
 * <p>Source: domain reference a.7: 180, 90 and 60 days before the end of a term and the day after [V for 60 days, Taizhou
 * regulation art. 27; D for the others].
 */
@Component
class CountingTodo implements Todo {

    private static final String PLACE = """
            join linli.community_place c on c.community_id = t.community_id
            """;

    private static final String STATE = """
            (select s.state from linli.vote_state s
              where s.community_id = t.community_id and s.vote_no = t.vote_no
              order by s.state_no desc limit 1)
            """;

    private static final String TITLE = """
            (select v.title from linli.vote_version v
              where v.community_id = t.community_id and v.vote_no = t.vote_no
              order by v.version_no desc limit 1)
            """;

    /** Closed; the first count is not signed. The result should be known the day after the close. */
    private static final String TO_COUNT = """
            select 'todo.counting-count' key, t.community_id, c.name, c.division_code, %s subject,
                   (select max(s.day) + 1 from linli.vote_state s
                     where s.community_id = t.community_id and s.vote_no = t.vote_no) due,
                   '/desk/votes/' || t.community_id || '-' || t.vote_no || '/count' href
            from linli.vote t %s
            where %s = 'CLOSED'
            """.formatted(TITLE, PLACE, STATE);

    /** An objection is answered within seven days of being made. */
    private static final String TO_RULE = """
            select 'todo.counting-objection' key, t.community_id, c.name, c.division_code, t.public_summary subject,
                   (t.at at time zone 'Asia/Shanghai')::date + 7 due,
                   '/desk/votes/' || t.community_id || '-' || t.vote_no || '/objections' href
            from linli.vote_objection t %s
            where %s = 'OBJECTION' and not exists
                (select 1 from linli.vote_objection_ruling r
                  where r.community_id = t.community_id and r.vote_no = t.vote_no and r.objection_no = t.objection_no)
            """.formatted(PLACE, STATE);

    /** Decided at least so long ago that the objections may be over; the exact day is checked at the act. */
    private static final String TO_FINISH = """
            select 'todo.counting-final' key, t.community_id, c.name, c.division_code, %s subject, null::date due,
                   '/desk/votes/' || t.community_id || '-' || t.vote_no || '/count' href
            from linli.vote t %s
            where %s = 'OBJECTION'
              and (select max(s.day) from linli.vote_state s
                    where s.community_id = t.community_id and s.vote_no = t.vote_no and s.state = 'PRELIMINARY')
                  < cast(:today as date) - 7
            """.formatted(TITLE, PLACE, STATE);

    private static final String DUTIES = """
            select 'todo.duty-' || t.kind key, t.community_id, c.name, c.division_code, '' subject, t.due_on due,
                   '/desk/votes/' || t.community_id || '-' || t.vote_no || '/duties' href
            from linli.decision_duty t %s
            where t.role = any(:roles)
              and not exists (select 1 from linli.decision_duty_done f
                               where f.community_id = t.community_id and f.vote_no = t.vote_no and f.duty_no = t.duty_no)
              and not %s
            """.formatted(PLACE, DutyStore.OVERRULED.replace("d.", "t."));

    /** The last term of each community, from 180 days before its end until another one is recorded. */
    private static final String TERMS = """
            select case when t.term_to < cast(:today as date) then 'todo.term-over'
                        when t.term_to - 60 <= cast(:today as date) then 'todo.term-60'
                        when t.term_to - 90 <= cast(:today as date) then 'todo.term-90'
                        else 'todo.term-180' end key,
                   t.community_id, c.name, c.division_code, '' subject,
                   t.term_to - 60 due, '/registry/communities/' || t.community_id || '?tab=committees' href
            from linli.committee t %s
            where t.superseded_at is null and t.kind = 'COMMITTEE'
              and t.valid_from <= cast(:today as date) and (t.valid_to is null or t.valid_to > cast(:today as date))
              and t.term_to - 180 <= cast(:today as date)
              and not exists (select 1 from linli.committee o
                               where o.community_id = t.community_id and o.superseded_at is null and o.term_from > t.term_from)
            """.formatted(PLACE);

    private final JdbcClient jdbc;
    private final Divisions divisions;

    CountingTodo(JdbcClient jdbc, Divisions divisions) {
        this.jdbc = jdbc;
        this.divisions = divisions;
    }

    @Override
    public List<TodoGroup> groups(Viewer viewer, RowScope rows, LocalDate today, int limit) {
        return switch (viewer.role()) {
            case STREET ->
                both(
                        find(
                                Column.MINE,
                                List.of(TO_COUNT, TO_RULE, TO_FINISH, DUTIES, TERMS),
                                Role.STREET,
                                rows,
                                today,
                                limit),
                        find(Column.OTHERS, List.of(DUTIES), Role.COMMITTEE, rows, today, limit));
            case COMMUNITY_WORKER ->
                both(
                        find(Column.MINE, List.of(TO_COUNT), Role.COMMUNITY_WORKER, rows, today, limit),
                        find(Column.OTHERS, List.of(TO_RULE, TERMS), Role.COMMUNITY_WORKER, rows, today, limit));
            case COMMITTEE, PMC ->
                find(Column.MINE, List.of(TO_COUNT, DUTIES, TERMS), Role.COMMITTEE, rows, today, limit);
            case COUNTY, CITY -> find(Column.OTHERS, List.of(TO_RULE), viewer.role(), rows, today, limit);
            case OWNER, OCCUPANT, PROJECT_MANAGER, COMPANY, SPECIALIST, AGENCY, AUDITOR, SYSTEM_ADMIN, SECURITY_ADMIN ->
                List.of();
        };
    }

    private static List<TodoGroup> both(List<TodoGroup> mine, List<TodoGroup> others) {
        return Stream.concat(mine.stream(), others.stream()).toList();
    }

    /** @param role whose duties */
    private List<TodoGroup> find(
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
                    .query(CountingTodo::found)
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
