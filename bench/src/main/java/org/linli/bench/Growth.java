package org.linli.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.linli.platform.postgres.Copy;
import org.linli.rules.codes.CommunityCode;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes a larger city of the one there is: every community again and again, in its own neighbourhood, served as it is. */
final class Growth {

    private static final int STREET_DIGITS = 9;
    private static final int CODE_DIGITS_BEFORE_CHECK = 13;

    private final JdbcClient jdbc;
    private final Copy copy;

    Growth(JdbcClient jdbc, Copy copy) {
        this.jdbc = jdbc;
        this.copy = copy;
    }

    private record Community(long id, String code) {}

    /** Until there are so many times the communities; in the running transaction. */
    void grow(int times) {
        List<Community> communities = jdbc.sql("select community_id, code from linli.community order by community_id")
                .query((row, n) -> new Community(row.getLong(1), row.getString(2)))
                .list();
        jdbc.sql("create temporary table twin (community_id bigint, twin_id bigint, twin_code text) on commit drop")
                .update();
        copy.into("twin", List.of("community_id", "twin_id", "twin_code"), rows -> {
            Map<String, Integer> last = lastSequences(communities);
            long id = communities.getLast().id();
            for (int time = 1; time < times; time++) {
                for (Community community : communities) {
                    String street = community.code().substring(0, STREET_DIGITS);
                    int sequence = last.merge(street, 1, Integer::sum);
                    rows.row(community.id(), ++id, CommunityCode.of(street, sequence));
                }
            }
        });
        for (String table : List.of("community", "community_version", "engagement_version", "community_facts")) {
            twins(table);
        }
    }

    private static Map<String, Integer> lastSequences(List<Community> communities) {
        Map<String, Integer> last = new HashMap<>();
        for (Community community : communities) {
            int sequence = Integer.parseInt(community.code(), STREET_DIGITS, CODE_DIGITS_BEFORE_CHECK, 10);
            last.merge(community.code().substring(0, STREET_DIGITS), sequence, Math::max);
        }
        return last;
    }

    /** Copies all rows of a table; its columns are asked for, so that a new one needs no change here. */
    private void twins(String table) {
        List<String> columns =
                jdbc.sql("""
                select column_name::text from information_schema.columns
                where table_schema = 'linli' and table_name = :table order by ordinal_position
                """).param("table", table).query(String.class).list();
        String values = columns.stream().map(column -> value(table, column)).collect(Collectors.joining(", "));
        jdbc.sql("insert into linli.%s (%s) select %s from twin join linli.%s t using (community_id)"
                        .formatted(table, String.join(", ", columns), values, table))
                .update();
    }

    private static String value(String table, String column) {
        if (column.equals("community_id")) {
            return "twin_id";
        }
        return table.equals("community") && column.equals("code") ? "twin_code" : "t." + column;
    }
}
