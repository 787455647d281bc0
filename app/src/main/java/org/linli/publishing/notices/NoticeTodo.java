package org.linli.publishing.notices;

import java.time.LocalDate;
import java.util.List;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.Viewer;
import org.linli.platform.todo.Todo;
import org.linli.platform.todo.TodoGroup;
import org.linli.platform.todo.TodoQuery;
import org.springframework.stereotype.Component;

/** Notices that hang now and of which no photo shows that they do. */
@Component
class NoticeTodo implements Todo {

    private static final String UNSEEN = """
            select c.subject, c.place_name, c.until_on, c.community_id, c.notice_no
            from linli.notice c
            where c.from_on <= :today and c.until_on >= :today
              and not exists (select 1 from linli.notice_retraction r
                               where r.community_id = c.community_id and r.notice_no = c.notice_no)
              and not exists (select 1 from linli.notice_photo p
                               where p.community_id = c.community_id and p.notice_no = c.notice_no)
              and %s
            """.formatted(RowScope.SQL);

    private final TodoQuery query;

    NoticeTodo(TodoQuery query) {
        this.query = query;
    }

    @Override
    public List<TodoGroup> groups(Viewer viewer, RowScope rows, LocalDate today, int limit) {
        return switch (viewer.role()) {
            case STREET, COMMUNITY_WORKER, COMMITTEE, PMC, SPECIALIST -> List.of(group(rows, today, limit));
            case COUNTY,
                    CITY,
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

    private TodoGroup group(RowScope rows, LocalDate today, int limit) {
        TodoQuery.Found<TodoGroup.Line> found = query.find(
                UNSEEN,
                "until_on, community_id, notice_no",
                rows,
                today,
                limit,
                (row, n) -> new TodoGroup.Line(
                        row.getString("subject"),
                        row.getString("place_name"),
                        row.getObject("until_on", LocalDate.class),
                        "/desk/notices/" + row.getLong("community_id") + "-" + row.getInt("notice_no")));
        return new TodoGroup(TodoGroup.Column.MINE, "todo.notice-photo", found.total(), "/desk/notices", found.lines());
    }
}
