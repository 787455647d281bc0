package org.linli.decisions.reach.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.linli.decisions.reach.assistance.AssistanceRequests;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.Viewer;
import org.linli.platform.todo.Todo;
import org.linli.platform.todo.TodoGroup;
import org.linli.platform.todo.TodoGroup.Column;
import org.linli.platform.todo.TodoQuery;
import org.springframework.stereotype.Component;

/**
 * What reaching everybody puts on a desk: papers to read again, papers still out after the close, homes that nothing reached, owners
 * who ask for help. Lines show homes and numbers of papers, never names and never choices.
 */
@Component
class ReachTodo implements Todo {

    private static final String FROM_VOTE = """
            join linli.community_place c on c.community_id = t.community_id
            join linli.vote_version v on v.community_id = t.community_id and v.vote_no = t.vote_no
                 and v.version_no = (select max(l.version_no) from linli.vote_version l
                                      where l.community_id = t.community_id and l.vote_no = t.vote_no)
            """;

    private static final String STATE = """
            (select s.state from linli.vote_state s where s.community_id = t.community_id and s.vote_no = t.vote_no
              order by s.state_no desc limit 1)
            """;

    private static final String NOT_VOIDED = """
            not exists (select 1 from linli.paper_void w
                         where w.community_id = t.community_id and w.vote_no = t.vote_no and w.paper_no = t.paper_no)
            """;

    private static final String NOT_CAST = """
            not exists (select 1 from linli.ballot b where b.community_id = t.community_id and b.vote_no = t.vote_no
                         and b.entry_id = t.entry_id and b.serial = t.serial)
            """;

    /** Read once; a second person has to read it for itself before it counts. */
    private static final String SECOND_READING = """
            select t.community_id, t.vote_no, v.title || ' · № ' || t.paper_no subject, c.name, null::date due,
                   '/paper/' || t.paper_no page, t.paper_no place
            from linli.paper_ballot t %s
            where (select count(*) from linli.paper_reading r
                    where r.community_id = t.community_id and r.vote_no = t.vote_no and r.paper_no = t.paper_no) = 1
              and %s and %s and %s
            """.formatted(FROM_VOTE, NOT_VOIDED, NOT_CAST, RowScope.SQL);

    /** The vote is closed and a paper is neither cast nor voided: the count would not tell what became of it. */
    private static final String UNRECONCILED = """
            select t.community_id, t.vote_no, min(v.title) || ' × ' || count(*) subject, min(c.name) name,
                   min(v.last_day) + 1 due, '/paper' page, 0 place
            from linli.paper_ballot t %s
            where %s in ('CLOSED', 'PRELIMINARY', 'OBJECTION') and %s and %s and %s
            group by t.community_id, t.vote_no
            """.formatted(FROM_VOTE, STATE, NOT_VOIDED, NOT_CAST, RowScope.SQL);

    /**
     * Three days before the end there are homes to whose owner nothing was delivered anywhere and whose ballot is not in. A ballot that
     * was hung up stands as delivered here from the first day: there is no more to be done about it.
     */
    private static final String NOT_REACHED = """
            select t.community_id, t.vote_no, v.title || ' × ' || n.homes subject, c.name, v.last_day due, '/delivery' page, 0 place
            from linli.vote t %s
            cross join lateral (
                select count(*) homes from linli.roll_part p
                where p.community_id = t.community_id and p.vote_no = t.vote_no and p.kind = 'HOUSE'
                  and p.version_no = (select max(r.version_no) from linli.roll_version r
                                       where r.community_id = t.community_id and r.vote_no = t.vote_no)
                  and not exists (select 1 from linli.ballot b where b.community_id = p.community_id and b.vote_no = p.vote_no
                                     and b.entry_id = p.entry_id)
                  and not exists (select 1 from linli.roll_part o
                                  join linli.ballot_delivery d on d.community_id = o.community_id and d.vote_no = o.vote_no
                                       and d.home_no = o.home_no
                                  where o.community_id = p.community_id and o.vote_no = p.vote_no
                                    and o.version_no = p.version_no and o.entry_id = p.entry_id
                                    and not exists (select 1 from linli.ballot_delivery_void w
                                                     where w.community_id = d.community_id and w.vote_no = d.vote_no
                                                       and w.delivery_no = d.delivery_no))
            ) n
            where v.last_day - 3 <= cast(:today as date) and %s in ('NOTICED', 'OPEN') and n.homes > 0 and %s
            """.formatted(FROM_VOTE, STATE, RowScope.SQL);

    private static final String ASSISTANCE =
            """
            select t.community_id, t.vote_no, v.title || ' · ' || p.building || ' ' || p.unit || ' ' || p.room subject, c.name,
                   v.last_day due, '/assisted' page, t.home_no place
            from linli.assistance_request t %s
            join linli.roll_part p on p.community_id = t.community_id and p.vote_no = t.vote_no and p.home_no = t.home_no
                 and p.version_no = (select max(r.version_no) from linli.roll_version r
                                      where r.community_id = t.community_id and r.vote_no = t.vote_no)
            where %s in ('NOTICED', 'OPEN') and %s and %s
            """.formatted(FROM_VOTE, STATE, AssistanceRequests.UNANSWERED, RowScope.SQL);

    private final TodoQuery query;

    ReachTodo(TodoQuery query) {
        this.query = query;
    }

    @Override
    public List<TodoGroup> groups(Viewer viewer, RowScope rows, LocalDate today, int limit) {
        return switch (viewer.role()) {
            case STREET, COMMUNITY_WORKER ->
                List.of(
                        group("paper-reading", SECOND_READING, rows, today, limit),
                        group("paper-unreconciled", UNRECONCILED, rows, today, limit),
                        group("homes-unreached", NOT_REACHED, rows, today, limit),
                        group("assistance", ASSISTANCE, rows, today, limit));
            case COMMITTEE, PMC ->
                List.of(
                        group("paper-unreconciled", UNRECONCILED, rows, today, limit),
                        group("homes-unreached", NOT_REACHED, rows, today, limit));
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
        TodoQuery.Found<TodoGroup.Line> found =
                query.find(statement, "due, community_id, vote_no, place", rows, today, limit, (row, n) -> line(row));
        return new TodoGroup(Column.MINE, "todo." + rule, found.total(), "/desk/votes", found.lines());
    }

    private static TodoGroup.Line line(ResultSet row) throws SQLException {
        return new TodoGroup.Line(
                row.getString("subject"),
                row.getString("name"),
                row.getObject("due", LocalDate.class),
                "/desk/votes/" + row.getLong("community_id") + "-" + row.getInt("vote_no") + row.getString("page"));
    }
}
