package org.linli.decisions.casting;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.Viewer;
import org.linli.platform.time.BusinessTime;
import org.linli.platform.todo.Todo;
import org.linli.platform.todo.TodoGroup;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Contested ballots wait on the street's desk until they are ruled on, or the result is final. */
@Component
class DenialTodo implements Todo {

    private static final String OPEN = """
            from linli.ballot_denial t
            join linli.community_place c on c.community_id = t.community_id
            join linli.vote_version v on v.community_id = t.community_id and v.vote_no = t.vote_no
                 and v.version_no = (select max(l.version_no) from linli.vote_version l
                                      where l.community_id = t.community_id and l.vote_no = t.vote_no)
            where not exists (select 1 from linli.ballot_ruling r
                               where r.community_id = t.community_id and r.vote_no = t.vote_no and r.denial_no = t.denial_no)
              and (select s.state from linli.vote_state s
                    where s.community_id = t.community_id and s.vote_no = t.vote_no
                    order by s.state_no desc limit 1) in ('OPEN', 'CLOSED', 'PRELIMINARY', 'OBJECTION')
              and %s
            """.formatted(RowScope.SQL);

    private final JdbcClient jdbc;

    DenialTodo(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<TodoGroup> groups(Viewer viewer, RowScope rows, LocalDate today, int limit) {
        if (viewer.role() != Role.STREET) {
            return List.of();
        }
        long total = jdbc.sql("select count(*) " + OPEN)
                .params(rows.parameters())
                .query(Long.class)
                .single();
        List<TodoGroup.Line> lines = jdbc.sql("select t.community_id, t.vote_no, v.title, c.name, t.at " + OPEN
                        + " order by t.at, t.community_id, t.vote_no, t.denial_no limit :limit")
                .params(rows.parameters())
                .param("limit", limit)
                .query((row, n) -> new TodoGroup.Line(
                        row.getString("title"),
                        row.getString("name"),
                        Denials.dueOn(LocalDate.ofInstant(
                                row.getObject("at", OffsetDateTime.class).toInstant(), BusinessTime.ZONE)),
                        "/desk/votes/" + row.getLong("community_id") + "-" + row.getInt("vote_no") + "/denials"))
                .list();
        return List.of(new TodoGroup(TodoGroup.Column.MINE, "todo.ballot-denial", total, "/desk/votes", lines));
    }
}
