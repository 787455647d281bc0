package org.linli.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.rules.coverage.ServiceItem;

/** Tells from the recorded rows of a fact what was done to it, when and by whom. */
final class Histories {

    /** Columns that are derived or not for reading. */
    private static final Set<String> SILENT = Set.of("name_key", "pinyin", "fee_min_fen");

    /** What is encrypted is told to have changed, and neither from what nor to what. */
    private static final String HIDDEN = "~registry.history.hidden";

    private Histories() {}

    /**
     * The acts on one fact, newest first.
     *
     * @param rows all rows of one key, by time of recording
     * @param number which one of its kind
     */
    static List<HistoryEntry> of(String subject, int number, List<DatedRow> rows) {
        Map<Instant, List<DatedRow>> acts = rows.stream()
                .collect(Collectors.groupingBy(DatedRow::recordedAt, LinkedHashMap::new, Collectors.toList()));
        List<HistoryEntry> entries = new ArrayList<>();
        for (List<DatedRow> recorded : acts.values()) {
            // A change records the shortened old row first and what follows last.
            HistoryEntry last = entry(subject, number, recorded.getLast(), rows);
            entries.add(last);
            if (isCorrection(recorded.getLast())) {
                // What was never right may have been so over several stretches, each with its own neighbours.
                Set<List<HistoryEntry.Change>> told = new HashSet<>(List.of(List.of(), last.changes()));
                recorded.stream()
                        .map(row -> entry(subject, number, row, rows))
                        .filter(entry -> told.add(entry.changes()))
                        .forEach(entries::add);
            }
        }
        entries.sort(Comparator.comparing(HistoryEntry::recordedAt).reversed());
        return entries;
    }

    private static HistoryEntry entry(String subject, int number, DatedRow row, List<DatedRow> rows) {
        Optional<DatedRow> before = before(row, rows);
        List<HistoryEntry.Change> changes = new ArrayList<>();
        before.ifPresent(earlier -> {
            changes.addAll(changes(subject, earlier, row));
            if (isCorrection(row)) {
                changes.addAll(days(earlier, row));
            }
        });
        return new HistoryEntry(
                row.recordedAt(),
                row.recordedBy(),
                row.act(),
                row.reason(),
                subject,
                number,
                row.from(),
                row.to(),
                before.isEmpty(),
                before.isPresent()
                        && changes.isEmpty()
                        && row.to() != null
                        && !Objects.equals(before.get().to(), row.to()),
                changes);
    }

    /** What stood there: the row replaced by this act, or the one that ends where this begins. */
    private static Optional<DatedRow> before(DatedRow row, List<DatedRow> rows) {
        return rows.stream()
                .filter(other -> row.recordedAt().equals(other.supersededAt()) && other.overlaps(row.from(), row.to()))
                .findFirst()
                .or(() -> rows.stream()
                        .filter(other -> other.version() < row.version()
                                && row.from().equals(other.to())
                                && !other.recordedAt().isAfter(row.recordedAt()))
                        .reduce((a, b) -> b));
    }

    private static boolean isCorrection(DatedRow row) {
        return row.act().equals(Act.CORRECTION.name());
    }

    /** The days themselves are corrected too: a first day that was wrong, an end that never was. */
    private static List<HistoryEntry.Change> days(DatedRow before, DatedRow after) {
        List<HistoryEntry.Change> changes = new ArrayList<>();
        if (!before.from().equals(after.from())) {
            changes.add(new HistoryEntry.Change(
                    "first_day", before.from().toString(), after.from().toString()));
        }
        if (!Objects.equals(before.to(), after.to())) {
            changes.add(new HistoryEntry.Change("last_day", lastDay(before), lastDay(after)));
        }
        return changes;
    }

    private static String lastDay(DatedRow row) {
        LocalDate to = row.to();
        return to == null ? "~registry.history.still" : to.minusDays(1).toString();
    }

    private static List<HistoryEntry.Change> changes(String subject, DatedRow before, DatedRow after) {
        return after.facts().keySet().stream()
                .filter(column -> !SILENT.contains(column))
                .filter(column -> !Objects.deepEquals(
                        before.facts().get(column), after.facts().get(column)))
                .map(column -> new HistoryEntry.Change(
                        column,
                        text(subject, column, before.facts().get(column)),
                        text(subject, column, after.facts().get(column))))
                .filter(change ->
                        change.after().equals(HIDDEN) || !change.before().equals(change.after()))
                .toList();
    }

    private static String text(String subject, String column, @Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof byte[]) {
            return HIDDEN;
        }
        return switch (column) {
            case "type" -> "~community-type." + value;
            case "datum" -> "~registry.datum." + value;
            case "boundary" ->
                Boundary.parse(value.toString()).map(Boundary::summary).orElse("");
            case "committee_standing" -> "~committee-standing." + value;
            case "kind" -> (subject.equals("committee") ? "~registry.committee-kind." : "~service-kind.") + value;
            case "service_mask" ->
                ServiceItem.ofMask((Integer) value).stream()
                        .map(item -> "~service-item." + item)
                        .collect(Collectors.joining("|"));
            case "structure" -> "~registry.structure." + value;
            case "in_fund" -> "~registry.in-fund." + (Boolean.TRUE.equals(value) ? "YES" : "NO");
            case "occupant_kind" -> "~registry.occupant-kind." + value;
            case "use" -> "~registry.use." + value;
            case "area_source" -> "~registry.area-source." + value;
            case "home_state" -> "~registry.home-state." + value;
            case "cause" -> "~registry.cause." + value;
            case "form" -> "~registry.form." + value;
            case "side" -> "~registry.side." + value;
            case "post" -> "~registry.post." + value;
            case "continuing", "deputy" -> Boolean.TRUE.equals(value) ? "✓" : "";
            case "capital_fen" -> Fields.hundredths((Long) value);
            default -> CommunityBase.text(column, value);
        };
    }
}
