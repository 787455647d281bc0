package org.linli.registry;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.scope.RowScope;
import org.linli.registry.DatedRows.Shape;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Engagements that were recorded under a duplicate. Each goes over whole with its documents; one that the kept record has too, with
 * the same company on the same days, is not repeated there, its documents are added.
 */
@Component
class MovedEngagements {

    private final JdbcClient jdbc;
    private final DatedRows rows;

    MovedEngagements(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.rows = new DatedRows(
                jdbc,
                new Shape(
                        "linli.engagement_version",
                        List.of("community_id", "engagement_no"),
                        EngagementTerms.COLUMNS,
                        true,
                        true));
    }

    int count(CommunityId id, RowScope scope) {
        return byNumber(id, scope).size();
    }

    private Map<Integer, List<DatedRow>> byNumber(CommunityId id, RowScope scope) {
        return rows.current(Map.of("community_id", id.value()), scope).stream()
                .collect(Collectors.groupingBy(MovedEngagements::number, TreeMap::new, Collectors.toList()));
    }

    /** Moves all of them. @return which two overlap with different companies, so that a person must look first */
    Optional<Outcome> move(CommunityId dropped, CommunityId kept, Stamp stamp, RowScope scope) {
        Map<Integer, List<DatedRow>> there = byNumber(kept, scope);
        int next = rows.all(Map.of("community_id", kept.value()), scope).stream()
                .mapToInt(MovedEngagements::number)
                .max()
                .orElse(0);
        for (Map.Entry<Integer, List<DatedRow>> engagement :
                byNumber(dropped, scope).entrySet()) {
            List<DatedRow> own = engagement.getValue();
            List<DatedRow> others = there.values().stream()
                    .flatMap(List::stream)
                    .filter(row -> own.stream().anyMatch(one -> one.overlaps(row.from(), row.to())))
                    .toList();
            if (!others.isEmpty() && !isSame(own, others)) {
                return Optional.of(Outcome.Refused.of(
                        "kept_code",
                        "duplicate-overlap",
                        own.getFirst().from(),
                        others.getFirst().from()));
            }
            int number = others.isEmpty() ? ++next : number(others.getFirst());
            own.forEach(row -> rows.retract(row, stamp));
            if (others.isEmpty()) {
                own.forEach(row -> rows.insert(key(kept, number), row.from(), row.to(), row.facts(), stamp));
            }
            copyFiles(dropped, engagement.getKey(), kept, number);
        }
        return Optional.empty();
    }

    /** Whether one engagement of the kept record says all that these rows say, on all their days: nothing is lost without them. */
    private static boolean isSame(List<DatedRow> own, List<DatedRow> others) {
        return others.stream().map(MovedEngagements::number).distinct().count() == 1
                && own.stream().allMatch(row -> others.stream().anyMatch(other -> says(other, row)));
    }

    private static boolean says(DatedRow other, DatedRow row) {
        LocalDate until = other.to();
        LocalDate end = row.to();
        return Objects.equals(row.text("company_code"), other.text("company_code"))
                && Objects.equals(row.text("kind"), other.text("kind"))
                && Objects.equals(row.date("service_start_on"), other.date("service_start_on"))
                && !other.from().isAfter(row.from())
                && (until == null || end != null && !until.isBefore(end));
    }

    private void copyFiles(CommunityId dropped, int from, CommunityId kept, int to) {
        Map<String, Object> parameters =
                new HashMap<>(Map.of("dropped", dropped.value(), "from", from, "kept", kept.value(), "to", to));
        jdbc.sql("""
                insert into linli.engagement_file
                    (community_id, engagement_no, file_no, kind, title, type, file_hash, bytes, added_at, added_by)
                select :kept, :to, row_number() over (order by file_no)
                           + (select coalesce(max(o.file_no), 0) from linli.engagement_file o
                               where o.community_id = :kept and o.engagement_no = :to),
                       kind, title, type, file_hash, bytes, added_at, added_by
                from linli.engagement_file where community_id = :dropped and engagement_no = :from
                """).params(parameters).update();
    }

    private static int number(DatedRow row) {
        return (Integer) Objects.requireNonNull(row.key().get("engagement_no"));
    }

    private static Map<String, Object> key(CommunityId id, int number) {
        return Map.of("community_id", id.value(), "engagement_no", number);
    }
}
