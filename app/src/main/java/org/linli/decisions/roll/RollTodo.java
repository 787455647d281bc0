package org.linli.decisions.roll;

import java.time.LocalDate;
import java.util.List;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.Viewer;
import org.linli.platform.todo.Todo;
import org.linli.platform.todo.TodoGroup;
import org.linli.platform.todo.TodoQuery;
import org.springframework.stereotype.Component;

/** What rolls ask of those who organise: complete them before the notice, rule on challenges before the opening. */
@Component
class RollTodo implements Todo {

    private static final String LAST_STATE = """
            select s.state from linli.vote_state s where s.community_id = t.community_id and s.vote_no = t.vote_no
            order by s.state_no desc limit 1
            """;
    private static final String LAST_VERSION = """
            join linli.vote_version v on v.community_id = t.community_id and v.vote_no = t.vote_no
                 and v.version_no = (select max(l.version_no) from linli.vote_version l
                                      where l.community_id = t.community_id and l.vote_no = t.vote_no)
            """;

    /** Due before the opening: afterwards the roll holds, and the result shows what nobody ruled on. */
    private static final String CHALLENGES = """
            select t.community_id, t.vote_no, v.title, c.name, v.opens_on - 1 due
            from linli.roll_challenge t
            %s
            join linli.community_place c on c.community_id = t.community_id
            where not exists (select 1 from linli.roll_ruling r
                               where r.community_id = t.community_id and r.vote_no = t.vote_no
                                 and r.challenge_no = t.challenge_no)
              and (%s) in ('NOTICED', 'OPEN', 'CLOSED', 'PRELIMINARY', 'OBJECTION') and %s
            """.formatted(LAST_VERSION, LAST_STATE, RowScope.SQL);

    /** A notice that nears, or has begun, without a roll. */
    private static final String READINESS = """
            select t.community_id, t.vote_no, v.title, c.name, v.notice_on due
            from linli.vote t
            %s
            join linli.community_place c on c.community_id = t.community_id
            where v.notice_on <= cast(:today as date) + 7
              and not exists (select 1 from linli.roll_version r
                               where r.community_id = t.community_id and r.vote_no = t.vote_no)
              and (%s) in ('DRAFT', 'REVIEW', 'NOTICED') and %s
            """.formatted(LAST_VERSION, LAST_STATE, RowScope.SQL);

    private final TodoQuery query;

    RollTodo(TodoQuery query) {
        this.query = query;
    }

    @Override
    public List<TodoGroup> groups(Viewer viewer, RowScope rows, LocalDate today, int limit) {
        return switch (viewer.role()) {
            case STREET, COMMUNITY_WORKER, COMMITTEE, PMC ->
                List.of(
                        group("roll-challenge", CHALLENGES, rows, today, limit),
                        group("roll-readiness", READINESS, rows, today, limit));
            case COUNTY,
                    CITY,
                    SPECIALIST,
                    COMPANY,
                    PROJECT_MANAGER,
                    OWNER,
                    OCCUPANT,
                    AGENCY,
                    AUDITOR,
                    SYSTEM_ADMIN,
                    SECURITY_ADMIN -> List.of();
        };
    }

    private TodoGroup group(String rule, String statement, RowScope rows, LocalDate today, int limit) {
        TodoQuery.Found<TodoGroup.Line> found = query.find(
                statement,
                "due, community_id, vote_no",
                rows,
                today,
                limit,
                (row, n) -> new TodoGroup.Line(
                        row.getString("title"),
                        row.getString("name"),
                        row.getObject("due", LocalDate.class),
                        "/desk/votes/" + row.getLong("community_id") + "-" + row.getInt("vote_no") + "/roll"));
        return new TodoGroup(TodoGroup.Column.MINE, "todo." + rule, found.total(), "/desk/votes", found.lines());
    }
}
