package org.linli.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.linli.divisions.Divisions;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.Viewer;
import org.linli.platform.todo.Todo;
import org.linli.platform.todo.TodoGroup;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Credit codes that wait for a second person, and what became of those that the viewer handed in. */
@Component
class CompanyTodo implements Todo {

    /** So long a decision on a code is news to who asked for it [D]. */
    private static final int NEWS_DAYS = 30;

    /** The last act on each code; companies are reference rows, so that their county must lie in the scope or the scope in it. */
    private static final String LAST = """
            select a.company_code, a.act, a.account_id, a.recorded_at, v.name, v.division_code, s.account_id shown_by
            from linli.company_code_act a
            join linli.company_version v on v.company_code = a.company_code and v.superseded_at is null
             and v.valid_from <= :today and (v.valid_to is null or v.valid_to > :today)
            join lateral (select o.account_id from linli.company_code_act o
                           where o.company_code = a.company_code and o.act = 'SHOWN' order by o.act_no desc limit 1) s on true
            where :governed <> ''
              and (v.division_code like :governed || '%' or :governed like v.division_code || '%')
              and a.act_no = (select max(l.act_no) from linli.company_code_act l where l.company_code = a.company_code)
            """;

    private static final String FOR_ME = LAST + " and a.act = 'SHOWN' and a.account_id <> :account";
    private static final String FOR_OTHERS = LAST + " and a.act = 'SHOWN' and a.account_id = :account";
    private static final String REFUSED = LAST + " and a.act = 'REFUSED' and s.account_id = :account";
    private static final String CONFIRMED =
            LAST + " and a.act = 'CONFIRMED' and s.account_id = :account and a.recorded_at > cast(:since as date)";

    private final JdbcClient jdbc;
    private final Divisions divisions;

    CompanyTodo(JdbcClient jdbc, Divisions divisions) {
        this.jdbc = jdbc;
        this.divisions = divisions;
    }

    @Override
    public List<TodoGroup> groups(Viewer viewer, RowScope rows, LocalDate today, int limit) {
        Asked asked = new Asked(viewer.accountId(), rows, today, limit);
        return switch (viewer.role()) {
            case COUNTY, CITY ->
                List.of(
                        group(TodoGroup.Column.MINE, "company-code-confirm", FOR_ME, asked),
                        group(TodoGroup.Column.OTHERS, "company-code-waits", FOR_OTHERS, asked),
                        group(TodoGroup.Column.MINE, "company-code-refused", REFUSED, asked),
                        group(TodoGroup.Column.NEWS, "company-code-confirmed", CONFIRMED, asked));
            case STREET ->
                List.of(
                        group(TodoGroup.Column.OTHERS, "company-code-waits", FOR_OTHERS, asked),
                        group(TodoGroup.Column.MINE, "company-code-refused", REFUSED, asked),
                        group(TodoGroup.Column.NEWS, "company-code-confirmed", CONFIRMED, asked));
            case COMMUNITY_WORKER,
                    SPECIALIST,
                    COMMITTEE,
                    PMC,
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

    private record Asked(long account, RowScope rows, LocalDate today, int limit) {

        Map<String, Object> parameters() {
            return Map.of(
                    "account",
                    account,
                    "today",
                    today,
                    "since",
                    today.minusDays(NEWS_DAYS),
                    "governed",
                    rows.divisionPattern().replace("%", ""));
        }
    }

    private TodoGroup group(TodoGroup.Column column, String rule, String statement, Asked asked) {
        long total = jdbc.sql("select count(*) from (" + statement + ") found")
                .params(asked.parameters())
                .query(Long.class)
                .single();
        List<TodoGroup.Line> lines = jdbc
                .sql(statement + " order by a.recorded_at, a.company_code limit :limit")
                .params(asked.parameters())
                .param("limit", asked.limit)
                .query((row, n) -> new TodoGroup.Line(
                        row.getString("name"),
                        row.getString("division_code"),
                        null,
                        "/registry/companies/" + row.getString("company_code")))
                .list()
                .stream()
                .map(line -> new TodoGroup.Line(
                        line.subject(), divisions.fullName(new DivisionCode(line.place())), null, line.href()))
                .toList();
        return new TodoGroup(column, "todo." + rule, total, "/registry/companies", lines);
    }
}
