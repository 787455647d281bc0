package org.linli.decisions.proposals;

import java.time.LocalDate;
import java.util.List;
import org.linli.decisions.counting.TodoRows;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.Viewer;
import org.linli.platform.todo.Todo;
import org.linli.platform.todo.TodoGroup;
import org.linli.platform.todo.TodoGroup.Column;
import org.springframework.stereotype.Component;

/**
 * A fifth of the owners proposed something: the committee calls the vote; the street does once the committee is late, and at once where
 * there is none.
 *
 * <p>Source: State Council property management regulation art. 13 [V]; the fifteen days are our default [D].
 */
@Component
class ProposalTodo implements Todo {

    private static final String WAITING = """
            select 'todo.proposal-call' key, t.community_id, c.name, c.division_code, p.matter subject, t.due_on due,
                   '/desk/communities/' || t.community_id || '/proposals' href
            from linli.proposal_reached t %s
            join linli.proposal p on p.community_id = t.community_id and p.proposal_no = t.proposal_no
            where t.reached_on <= cast(:today as date)
              and not exists (select 1 from linli.proposal_call v
                               where v.community_id = t.community_id and v.proposal_no = t.proposal_no)
            """.formatted(TodoRows.PLACE);

    private static final String LATE_OR_ALONE = WAITING + """
              and (t.due_on < cast(:today as date)
                   or not exists (select 1 from linli.committee o
                                   where o.community_id = t.community_id and o.superseded_at is null
                                     and o.kind in ('COMMITTEE', 'PMC') and o.term_from <= cast(:today as date)
                                     and o.term_to >= cast(:today as date)
                                     and o.valid_from <= cast(:today as date)
                                     and (o.valid_to is null or o.valid_to > cast(:today as date))))
            """;

    private final TodoRows rows;

    ProposalTodo(TodoRows rows) {
        this.rows = rows;
    }

    @Override
    public List<TodoGroup> groups(Viewer viewer, RowScope scope, LocalDate today, int limit) {
        return switch (viewer.role()) {
            case COMMITTEE, PMC -> rows.find(Column.MINE, List.of(WAITING), viewer.role(), scope, today, limit);
            case STREET -> rows.find(Column.MINE, List.of(LATE_OR_ALONE), viewer.role(), scope, today, limit);
            default -> List.of();
        };
    }
}
