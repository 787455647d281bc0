package org.linli.decisions.counting;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.Viewer;
import org.linli.platform.todo.Todo;
import org.linli.platform.todo.TodoGroup;
import org.linli.platform.todo.TodoGroup.Column;
import org.springframework.stereotype.Component;

/** What counting puts on a desk: counts to run and to sign, objections to rule on, results to make final, duties with their days. */
@Component
class CountingTodo implements Todo {

    private static final String PLACE = TodoRows.PLACE;

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

    private final TodoRows rows;

    CountingTodo(TodoRows rows) {
        this.rows = rows;
    }

    @Override
    public List<TodoGroup> groups(Viewer viewer, RowScope scope, LocalDate today, int limit) {
        return switch (viewer.role()) {
            case STREET ->
                both(
                        rows.find(
                                Column.MINE,
                                List.of(TO_COUNT, TO_RULE, TO_FINISH, DUTIES),
                                Role.STREET,
                                scope,
                                today,
                                limit),
                        rows.find(Column.OTHERS, List.of(DUTIES), Role.COMMITTEE, scope, today, limit));
            case COMMUNITY_WORKER ->
                both(
                        rows.find(Column.MINE, List.of(TO_COUNT), Role.COMMUNITY_WORKER, scope, today, limit),
                        rows.find(Column.OTHERS, List.of(TO_RULE), Role.COMMUNITY_WORKER, scope, today, limit));
            case COMMITTEE, PMC ->
                rows.find(Column.MINE, List.of(TO_COUNT, DUTIES), Role.COMMITTEE, scope, today, limit);
            case COUNTY, CITY -> rows.find(Column.OTHERS, List.of(TO_RULE), viewer.role(), scope, today, limit);
            case OWNER, OCCUPANT, PROJECT_MANAGER, COMPANY, SPECIALIST, AGENCY, AUDITOR, SYSTEM_ADMIN, SECURITY_ADMIN ->
                List.of();
        };
    }

    private static List<TodoGroup> both(List<TodoGroup> mine, List<TodoGroup> others) {
        return Stream.concat(mine.stream(), others.stream()).toList();
    }
}
