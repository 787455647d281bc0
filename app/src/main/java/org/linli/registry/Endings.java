package org.linli.registry;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.platform.files.DocumentType;
import org.linli.platform.ids.CommunityId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Ends of companies and communities with their papers, and what is common to both acts. */
@Repository
class Endings {

    private final JdbcClient jdbc;

    Endings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of companies or of communities. */
    enum Of {
        COMPANY("linli.company_exit", "company_code", "cast(null as bigint) into_id"),
        COMMUNITY("linli.community_end", "community_id", "into_id");

        private final String table;
        private final String key;
        private final String into;

        Of(String table, String key, String into) {
            this.table = table;
            this.key = key;
            this.into = into;
        }
    }

    /** All ends ever recorded, the newest first; those withdrawn too. */
    List<Ending> list(Of of, Object id) {
        return jdbc.sql("""
                select ending_no, kind, ended_on, %s, note, type, file_hash, recorded_by, recorded_at
                from %s where %s = :id order by ending_no desc
                """.formatted(of.into, of.table, of.key))
                .param("id", id)
                .query((row, n) -> {
                    Long into = row.getObject("into_id", Long.class);
                    return new Ending(
                            row.getInt("ending_no"),
                            Ending.Kind.valueOf(row.getString("kind")),
                            row.getObject("ended_on", LocalDate.class),
                            Optional.ofNullable(into).map(CommunityId::new),
                            row.getString("note"),
                            row.getString("file_hash"),
                            DocumentType.valueOf(row.getString("type")),
                            row.getString("recorded_by"),
                            row.getTimestamp("recorded_at").toInstant());
                })
                .list();
    }

    /** Records an end. @param document already found sound; kept before the row speaks of it */
    void add(
            Of of,
            Object id,
            Ending.Kind kind,
            LocalDate on,
            @Nullable CommunityId into,
            DocumentIntake.Document document,
            Stamp stamp) {
        boolean community = of == Of.COMMUNITY;
        jdbc.sql("""
                insert into %s (%s, ending_no, kind, ended_on, %s note, type, file_hash, recorded_by, recorded_at)
                values (:id, :number, :kind, :on, %s :note, :type, :hash, :by, :at)
                """.formatted(of.table, of.key, community ? "into_id," : "", community ? ":into," : ""))
                .param("id", id)
                .param("number", list(of, id).size() + 1)
                .param("kind", kind.name())
                .param("on", on)
                .param("into", into == null ? null : into.value())
                .param("note", stamp.reason())
                .param("type", document.type().name())
                .param("hash", document.keep())
                .param("by", stamp.by())
                .param("at", stamp.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * 变更: nothing of these rows is true from the day on.
     *
     * @param current in order of their days, at least one
     * @return why not
     */
    static Optional<Outcome> end(DatedRows rows, List<DatedRow> current, LocalDate on, LocalDate today, Stamp stamp) {
        if (!on.isAfter(current.getFirst().from())) {
            return Optional.of(Outcome.Refused.of(
                    "gone_from", "end-before-start", current.getFirst().from()));
        }
        if (on.isAfter(today.plusYears(Communities.YEARS_AHEAD))) {
            return Optional.of(Outcome.Refused.of("gone_from", "too-far-ahead"));
        }
        LocalDate to = current.getLast().to();
        if (to != null) {
            return Optional.of(Outcome.Refused.of("gone_from", "already-ended", to.minusDays(1)));
        }
        current.stream()
                .filter(row -> row.to() == null || row.to().isAfter(on))
                .forEach(row -> rows.end(row, on, stamp));
        return Optional.empty();
    }

    /**
     * 更正: it never ended. What the end put out of force holds again, day by day; where the last row was changed since, that row
     * holds on.
     *
     * @param all every row ever recorded
     * @return why not
     */
    static Optional<Outcome> withdraw(DatedRows rows, List<DatedRow> all, Stamp stamp) {
        DatedRow last = all.stream()
                .filter(row -> row.supersededAt() == null)
                .max(Comparator.comparing(DatedRow::from))
                .orElseThrow();
        if (last.to() == null) {
            return Optional.of(Outcome.Refused.of("reason", "not-ended"));
        }
        List<DatedRow> before = all.stream()
                .filter(row -> last.recordedAt().equals(row.supersededAt()))
                .toList();
        if (before.stream().noneMatch(row -> row.to() == null)) {
            rows.reopen(last, stamp);
        } else {
            rows.retract(last, stamp);
            before.forEach(row -> rows.insert(row.key(), row.from(), row.to(), row.facts(), stamp));
        }
        return Optional.empty();
    }

    /** Names found by a statement, joined for a reader; empty when there are none. */
    String names(String statement, Map<String, ?> parameters) {
        return String.join(
                "、", jdbc.sql(statement).params(parameters).query(String.class).list());
    }
}
