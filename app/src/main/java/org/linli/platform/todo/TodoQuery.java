package org.linli.platform.todo;

import java.time.LocalDate;
import java.util.List;
import org.linli.platform.scope.RowScope;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What waits by a statement: counted whole, listed as far as it is most urgent. */
@Component
public class TodoQuery {

    private final JdbcClient jdbc;

    TodoQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param total how many there are in all @param lines the first of them */
    public record Found<T>(long total, List<T> lines) {}

    /**
     * @param statement carries {@link RowScope#SQL}; may name the day {@code :today}
     * @param order columns of the statement, the most urgent first
     */
    public <T> Found<T> find(
            String statement, String order, RowScope rows, LocalDate today, int limit, RowMapper<T> line) {
        long total = of("select count(*) from (" + statement + ") found", rows, today)
                .query(Long.class)
                .single();
        List<T> lines = of("select * from (" + statement + ") found order by " + order + " limit :limit", rows, today)
                .param("limit", limit)
                .query(line)
                .list();
        return new Found<>(total, lines);
    }

    private JdbcClient.StatementSpec of(String sql, RowScope rows, LocalDate today) {
        return jdbc.sql(sql).params(rows.parameters()).param("today", today);
    }
}
