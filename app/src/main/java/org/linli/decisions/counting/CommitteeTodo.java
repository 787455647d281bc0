package org.linli.decisions.counting;

import java.time.LocalDate;
import java.util.List;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.Viewer;
import org.linli.platform.todo.Todo;
import org.linli.platform.todo.TodoGroup;
import org.linli.platform.todo.TodoGroup.Column;
import org.springframework.stereotype.Component;

/**
 * What committees owe by the calendar, whether or not they were elected here: re-election before the term ends, filing, hand-over
 * by a member who left, and re-election once fewer than half of the seats are filled.
 *
 * <p>Source: Taizhou regulation arts. 27, 28 and 30 [V]; State Council property management regulation art. 16 [V]; 180 and 90 days
 * before the end are early reminders [D], [K] (domain reference a.7).
 */
@Component
class CommitteeTodo implements Todo {

    private static final String IN_TERM = """
            t.superseded_at is null and t.kind = 'COMMITTEE'
              and t.valid_from <= cast(:today as date) and (t.valid_to is null or t.valid_to > cast(:today as date))
            """;

    private static final String FILE = "'/registry/communities/' || t.community_id || '?tab=committees' href";

    /** The last term of each community, from 180 days before its end until another one is recorded. */
    private static final String TERMS = """
            select case when t.term_to < cast(:today as date) then 'todo.term-over'
                        when t.term_to - 60 <= cast(:today as date) then 'todo.term-60'
                        when t.term_to - 90 <= cast(:today as date) then 'todo.term-90'
                        else 'todo.term-180' end key,
                   t.community_id, c.name, c.division_code, '' subject,
                   t.term_to - 60 due, %s
            from linli.committee t %s
            where %s
              and t.term_to - 180 <= cast(:today as date)
              and not exists (select 1 from linli.committee o
                               where o.community_id = t.community_id and o.superseded_at is null and o.term_from > t.term_from
                                 and o.kind <> 'PREPARATORY_GROUP')
            """.formatted(FILE, TodoRows.PLACE, IN_TERM);

    /** Thirty days after the election; what a vote of Linli opened as a duty is not said twice. */
    private static final String FILING = """
            select 'todo.committee-filing' key, t.community_id, c.name, c.division_code, '' subject, t.decided_on + 30 due, %s
            from linli.committee t %s
            where %s and t.filing_no is null and t.decided_on <= cast(:today as date) and t.term_to >= cast(:today as date)
              and not exists (select 1 from linli.decision_duty d
                               where d.community_id = t.community_id and d.kind = 'FILING'
                                 and d.due_on between t.decided_on + 30 and t.decided_on + 45)
            """.formatted(FILE, TodoRows.PLACE, IN_TERM);

    /** Fewer than half of the seats are filled. Nobody is counted whose members nobody recorded. */
    private static final String HALF = """
            select 'todo.committee-half' key, t.community_id, c.name, c.division_code, '' subject, null::date due, %s
            from linli.committee t %s
            where %s and t.term_from <= cast(:today as date) and t.term_to >= cast(:today as date)
              and exists (select 1 from linli.committee_member m
                           where m.community_id = t.community_id and m.committee_no = t.committee_no and m.superseded_at is null)
              and 2 * (select count(*) from linli.committee_member m
                        where m.community_id = t.community_id and m.committee_no = t.committee_no and m.superseded_at is null
                          and m.post <> 'ALTERNATE' and m.member_from <= cast(:today as date)
                          and (m.member_to is null or m.member_to > cast(:today as date))) < t.agreed_size
            """.formatted(FILE, TodoRows.PLACE, IN_TERM);

    /** Three days after the last day of a member who left before the term ended; said until then, for nothing records it as done. */
    private static final String LEFT = """
            select 'todo.member-handover' key, t.community_id, c.name, c.division_code, '' subject, m.member_to + 2 due, %s
            from linli.committee t %s
            join linli.committee_member m
              on m.community_id = t.community_id and m.committee_no = t.committee_no and m.superseded_at is null
            where %s and m.member_to <= t.term_to and m.member_to <= cast(:today as date)
              and m.member_to + 2 >= cast(:today as date)
            """.formatted(FILE, TodoRows.PLACE, IN_TERM);

    private final TodoRows rows;

    CommitteeTodo(TodoRows rows) {
        this.rows = rows;
    }

    @Override
    public List<TodoGroup> groups(Viewer viewer, RowScope scope, LocalDate today, int limit) {
        List<String> statements = List.of(TERMS, FILING, HALF, LEFT);
        return switch (viewer.role()) {
            case STREET, COMMITTEE, PMC -> rows.find(Column.MINE, statements, viewer.role(), scope, today, limit);
            case COMMUNITY_WORKER -> rows.find(Column.OTHERS, statements, viewer.role(), scope, today, limit);
            case COUNTY -> rows.find(Column.OTHERS, List.of(FILING), viewer.role(), scope, today, limit);
            default -> List.of();
        };
    }
}
