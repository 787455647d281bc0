package org.linli.registry.lists;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.divisions.Divisions;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.scope.RowScope;
import org.linli.rules.intake.Texts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Reads a page of a list, limited to the rows of whoever looks. */
@Service
public class RegistryLists {

    private static final String WHERE = """
            where %s and c.division_code like :division
              and (:text = '' or lower(c.name) like :like or c.code = :text or c.pinyin like :like or lower(c.also) like :like)
              and (:state = '' or c.state = :state) and (:kind = '' or c.kind = :kind)
              and (:within = 0 or c.ends_on between :day and cast(:day as date) + :within)
              and (not :alone or c.alone)
            """.formatted(RowScope.SQL);
    private static final String KEY = "c.division_code || '/' || c.code || '/' || lpad(c.item_no::text, 6, '0')";

    private final JdbcClient jdbc;
    private final Divisions divisions;

    RegistryLists(JdbcClient jdbc, Divisions divisions) {
        this.jdbc = jdbc;
        this.divisions = divisions;
    }

    private record Found(ListRows.Row row, DivisionCode division) {}

    public ListRows list(RegistryList list, ListFilter filter, RowScope scope) {
        String from = "from (" + ListStatements.of(list) + ") c " + WHERE;
        Map<String, Object> parameters = parameters(filter);
        long total = jdbc.sql("select count(*) " + from)
                .params(parameters)
                .params(scope.parameters())
                .query(Long.class)
                .single();
        int limit = Math.min(filter.limit(), Integer.MAX_VALUE - 1);
        List<Found> found = jdbc.sql("select c.*, " + KEY + " key " + from + " and " + KEY
                        + " collate \"C\" > :after order by " + KEY + " collate \"C\" limit :limit")
                .params(parameters)
                .params(scope.parameters())
                .param("after", filter.after())
                .param("limit", limit + 1)
                .query((row, n) -> found(row, list))
                .list();
        Map<DivisionCode, String> places =
                divisions.fullNames(found.stream().map(Found::division).collect(Collectors.toSet()));
        List<ListRows.Row> rows = found.stream()
                .limit(limit)
                .map(one -> new ListRows.Row(
                        one.row.key(),
                        one.row.community(),
                        one.row.name(),
                        places.getOrDefault(one.division, ""),
                        one.row.state(),
                        one.row.cells()))
                .toList();
        return new ListRows(rows, total, found.size() > limit ? rows.getLast().key() : "");
    }

    private static Map<String, Object> parameters(ListFilter filter) {
        String text = Texts.normalise(filter.text());
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("day", filter.day());
        parameters.put("division", filter.division().value() + "%");
        parameters.put("text", text);
        parameters.put("like", "%" + text.toLowerCase(Locale.ROOT).replaceAll("([%_\\\\])", "\\\\$1") + "%");
        parameters.put("state", filter.state());
        parameters.put("kind", filter.kind());
        parameters.put("within", filter.withinDays());
        parameters.put("alone", filter.alone());
        return parameters;
    }

    private static Found found(ResultSet row, RegistryList list) throws SQLException {
        Map<String, @Nullable Object> cells = new HashMap<>();
        for (String column : list.columns()) {
            cells.put(
                    column,
                    switch (column) {
                        case "kind" -> "~" + list.kindWords() + "." + row.getString("kind");
                        case "agreed_size", "members", "deputies" -> row.getObject(column, Integer.class);
                        case "contract_from",
                                "contract_to",
                                "service_start_on",
                                "term_from",
                                "term_to",
                                "appointed_on",
                                "gone_from",
                                "ended_on" -> row.getObject(column, LocalDate.class);
                        default -> row.getString(column);
                    });
        }
        return new Found(
                new ListRows.Row(
                        row.getString("key"),
                        new CommunityId(row.getLong("community_id")),
                        row.getString("name"),
                        "",
                        row.getString("state"),
                        cells),
                new DivisionCode(row.getString("division_code")));
    }
}
