package org.linli.registry;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What stands in the register under a key, whichever feature put it there, so that an act leaves nothing behind unseen. */
@Repository
class Ties {

    private final JdbcClient jdbc;

    Ties(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The tables that have every column of the key and hold a row under it, superseded or not.
     *
     * @param key values by columns
     * @param but tables that are no tie
     */
    List<String> of(Map<String, ?> key, Set<String> but) {
        Collection<String> columns = key.keySet();
        List<String> tables = jdbc.sql("""
                select t.table_name from information_schema.columns c
                join information_schema.tables t using (table_schema, table_name)
                where c.table_schema = 'linli' and c.column_name = any(:columns) and t.table_type = 'BASE TABLE'
                group by t.table_name having count(*) = :number
                order by 1
                """)
                .param("columns", columns.toArray(String[]::new))
                .param("number", columns.size())
                .query(String.class)
                .list();
        String condition =
                columns.stream().map(column -> column + " = :" + column).collect(Collectors.joining(" and "));
        return jdbc.sql(tables.stream()
                        .filter(table -> !but.contains(table))
                        .map(table -> "select '%s' where exists (select from linli.%s where %s)"
                                .formatted(table, table, condition))
                        .collect(Collectors.joining(" union all ")))
                .params(key)
                .query(String.class)
                .list();
    }
}
