package org.linli.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.platform.scope.RowScope;
import org.linli.rules.intake.Texts;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A table whose facts have two dates each.
 *
 * <p>变更 and 更正 are the only two ways in which a recorded fact is replaced, and both leave the old row as it was but for
 * the instant at which Linli stopped holding it for true.
 */
final class DatedRows {

    /** Expects the alias {@code t} to be a table of community rows. */
    static final String IN_SCOPE =
            "exists (select 1 from linli.community_place c where c.community_id = t.community_id and " + RowScope.SQL
                    + ")";

    private static final String VALIDITY = "version_no, valid_from, valid_to, recorded_at, superseded_at, recorded_by";

    private final JdbcClient jdbc;
    private final Shape shape;
    private final String select;
    private final String insert;

    /**
     * The columns of such a table.
     *
     * @param keys key columns without {@code version_no}
     * @param facts the columns that carry the fact
     * @param reasoned whether it has {@code act} and {@code reason}
     * @param scoped whether it holds community rows
     */
    record Shape(String table, List<String> keys, List<String> facts, boolean reasoned, boolean scoped) {}

    DatedRows(JdbcClient jdbc, Shape shape) {
        this.jdbc = jdbc;
        this.shape = shape;
        this.select = """
                select %s, %s%s, %s from %s t
                where %s
                """.formatted(
                        String.join(", ", shape.keys()),
                        VALIDITY,
                        shape.reasoned() ? ", act, reason" : "",
                        String.join(", ", shape.facts()),
                        shape.table(),
                        shape.scoped() ? IN_SCOPE : "true");
        List<String> columns = Stream.of(
                        shape.keys(),
                        List.of("version_no", "valid_from", "valid_to", "recorded_at", "recorded_by"),
                        shape.reasoned() ? List.of("act", "reason") : List.<String>of(),
                        shape.facts())
                .flatMap(List::stream)
                .toList();
        this.insert = "insert into %s (%s) values (%s)"
                .formatted(
                        shape.table(),
                        String.join(", ", columns),
                        columns.stream().map(column -> ":" + column).collect(Collectors.joining(", ")));
    }

    /** Every row of a key (or of the first of its columns) ever recorded, by version. */
    List<DatedRow> all(Map<String, ?> key, RowScope scope) {
        return query(key, scope, "order by recorded_at, version_no");
    }

    /** What is held for true now, by day. */
    List<DatedRow> current(Map<String, ?> key, RowScope scope) {
        return query(key, scope, "and superseded_at is null order by valid_from");
    }

    /** What was held for true at an instant, by day. */
    List<DatedRow> known(Map<String, ?> key, Instant at, RowScope scope) {
        Map<String, Object> parameters = new HashMap<>(key);
        parameters.put("known_at", at.atOffset(ZoneOffset.UTC));
        return jdbc.sql(select + where(key)
                        + " and recorded_at <= :known_at and (superseded_at is null or superseded_at > :known_at)"
                        + " order by valid_from")
                .params(parameters)
                .params(scope.parameters())
                .query(this::row)
                .list();
    }

    Optional<DatedRow> inForce(Map<String, ?> key, LocalDate day, RowScope scope) {
        return current(key, scope).stream().filter(row -> row.contains(day)).findFirst();
    }

    /** The last number given within a key, superseded or not; 0 when there is none. */
    int lastVersion(Map<String, ?> key) {
        return jdbc.sql("select coalesce(max(version_no), 0) from %s t where true %s"
                        .formatted(shape.table(), where(key)))
                .params(key)
                .query(Integer.class)
                .single();
    }

    void insert(
            Map<String, ?> key,
            LocalDate from,
            @Nullable LocalDate to,
            Map<String, ? extends @Nullable Object> facts,
            Stamp stamp) {
        Map<String, @Nullable Object> parameters = new HashMap<>(key);
        parameters.put("version_no", lastVersion(key) + 1);
        parameters.put("valid_from", from);
        parameters.put("valid_to", to);
        parameters.put("recorded_at", stamp.at().atOffset(ZoneOffset.UTC));
        parameters.put("recorded_by", stamp.by());
        parameters.put("act", stamp.act().name());
        parameters.put("reason", stamp.reason());
        shape.facts().forEach(column -> parameters.put(column, facts.get(column)));
        jdbc.sql(insert).params(parameters).update();
    }

    /** 变更: the row stays true until the day before, the new facts hold from the day to the row's end. */
    void change(DatedRow row, LocalDate from, Map<String, ? extends @Nullable Object> facts, Stamp stamp) {
        if (!row.contains(from)) {
            throw new IllegalArgumentException("not in force on %s: %s".formatted(from, row));
        }
        supersede(row, stamp);
        if (row.from().isBefore(from)) {
            insert(row.key(), row.from(), from, row.facts(), stamp);
        }
        insert(row.key(), from, row.to(), untouched(row, facts), stamp);
    }

    /** A text that differs from the stored one only by what reading a form normalises was not touched by anybody. */
    private Map<String, @Nullable Object> untouched(DatedRow row, Map<String, ? extends @Nullable Object> facts) {
        Map<String, @Nullable Object> kept = new HashMap<>(facts);
        row.facts().forEach((column, stored) -> {
            if (stored instanceof String text
                    && facts.get(column) instanceof String typed
                    && Texts.normalise(text).equals(typed)) {
                kept.put(column, text);
            }
        });
        return kept;
    }

    /** 变更: the row stays true until the day before, and nothing follows. */
    void end(DatedRow row, LocalDate to, Stamp stamp) {
        supersede(row, stamp);
        if (row.from().isBefore(to)) {
            insert(row.key(), row.from(), to, row.facts(), stamp);
        }
    }

    /** 更正: the row's end was never true; it holds on. */
    void reopen(DatedRow row, Stamp stamp) {
        supersede(row, stamp);
        insert(row.key(), row.from(), null, row.facts(), stamp);
    }

    /** 更正: the row was never true, and nothing stands in its place. */
    void retract(DatedRow row, Stamp stamp) {
        supersede(row, stamp);
    }

    /** 更正: the new facts held all the time. */
    void correct(DatedRow row, Map<String, ? extends @Nullable Object> facts, Stamp stamp) {
        correct(row, row.from(), facts, stamp);
    }

    /** 更正 of the first day as well. */
    void correct(DatedRow row, LocalDate from, Map<String, ? extends @Nullable Object> facts, Stamp stamp) {
        supersede(row, stamp);
        insert(row.key(), from, row.to(), untouched(row, facts), stamp);
    }

    /**
     * 更正 of what neighbouring rows repeat: a verification or a confirmed start splits a row without making its other facts
     * true from that day only. What was wrong in the shown row was wrong as far as the same value reaches on both sides.
     *
     * @param ofTheRow facts that belong to the shown row alone, such as the day it was verified
     */
    void correctRun(
            DatedRow row,
            LocalDate from,
            Map<String, ? extends @Nullable Object> facts,
            Set<String> ofTheRow,
            Stamp stamp,
            RowScope scope) {
        List<DatedRow> run = current(row.key(), scope);
        correct(row, from, facts, stamp);
        int at = IntStream.range(0, run.size())
                .filter(i -> run.get(i).version() == row.version())
                .findFirst()
                .orElseThrow();
        for (int step : new int[] {-1, 1}) {
            Set<String> open = new HashSet<>(shape.facts());
            open.removeAll(ofTheRow);
            Map<String, @Nullable Object> right = untouched(row, facts);
            open.removeIf(column -> Objects.deepEquals(row.facts().get(column), right.get(column)));
            DatedRow last = row;
            for (int i = at + step; i >= 0 && i < run.size() && !open.isEmpty(); i += step) {
                DatedRow next = run.get(i);
                boolean touches =
                        step < 0 ? last.from().equals(next.to()) : next.from().equals(last.to());
                open.removeIf(column -> !Objects.deepEquals(
                        row.facts().get(column), next.facts().get(column)));
                if (!touches || open.isEmpty()) {
                    break;
                }
                Map<String, @Nullable Object> carried = new HashMap<>(next.facts());
                open.forEach(column -> carried.put(column, facts.get(column)));
                correct(next, carried, stamp);
                last = next;
            }
        }
    }

    private void supersede(DatedRow row, Stamp stamp) {
        Map<String, Object> parameters = new HashMap<>(row.key());
        parameters.put("version_no", row.version());
        parameters.put("at", stamp.at().atOffset(ZoneOffset.UTC));
        int superseded = jdbc.sql(
                        "update %s t set superseded_at = :at where version_no = :version_no and superseded_at is null %s"
                                .formatted(shape.table(), where(row.key())))
                .params(parameters)
                .update();
        if (superseded != 1) {
            throw new IllegalStateException("superseded %d rows of %s".formatted(superseded, row.key()));
        }
    }

    private List<DatedRow> query(Map<String, ?> key, RowScope scope, String rest) {
        return jdbc.sql(select + where(key) + " " + rest)
                .params(key)
                .params(scope.parameters())
                .query(this::row)
                .list();
    }

    private static String where(Map<String, ?> key) {
        return key.keySet().stream()
                .map(column -> " and t." + column + " = :" + column)
                .collect(Collectors.joining());
    }

    /** Maps a row that has all columns of the table. */
    DatedRow row(ResultSet row, int n) throws SQLException {
        Map<String, Object> key = new LinkedHashMap<>();
        for (String column : shape.keys()) {
            key.put(column, row.getObject(column));
        }
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        for (String column : shape.facts()) {
            facts.put(column, value(row.getObject(column)));
        }
        Timestamp superseded = row.getTimestamp("superseded_at");
        return new DatedRow(
                key,
                row.getInt("version_no"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getTimestamp("recorded_at").toInstant(),
                superseded == null ? null : superseded.toInstant(),
                row.getString("recorded_by"),
                shape.reasoned() ? row.getString("act") : "",
                shape.reasoned() ? row.getString("reason") : "",
                facts);
    }

    private static @Nullable Object value(@Nullable Object value) throws SQLException {
        return switch (value) {
            case null -> null;
            case java.sql.Date day -> day.toLocalDate();
            case java.sql.Array array -> array.getArray();
            default -> value;
        };
    }
}
