package org.linli.registry.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares the engagements of a sheet with those of the registry and with each other. */
final class EngagementPlanner {

    private final Known known;
    private final LocalDate today;
    private final List<Finding> findings;
    private final Map<Long, List<Known.Engagement>> engagements = new HashMap<>();
    private final Map<Long, List<Term>> terms = new HashMap<>();

    private record Term(int row, LocalDate from, @Nullable LocalDate to) {}

    EngagementPlanner(Known known, LocalDate today, List<Finding> findings) {
        this.known = known;
        this.today = today;
        this.findings = findings;
    }

    /** What a row says of an engagement; null if it cannot be one. */
    @Nullable
    Facts engagement(DataRow row, String code) {
        RowReader reader = new RowReader(row, findings);
        Facts read = reader.engagement(today);
        if (read.get(Column.CONTRACT_FROM) == null) {
            Column column = row.has(Column.CONTRACT_TERM) ? Column.CONTRACT_TERM : Column.CONTRACT_FROM;
            if (findings.stream()
                    .noneMatch(f -> f.row() == row.number() && f.column().equals(column.name()))) {
                reader.problem(column, "CONTRACT_MISSING", null);
            }
            return null;
        }
        Known.@Nullable Company company = known.company(code);
        @Nullable LocalDate left = company == null ? null : company.leftOn();
        LocalDate from = (LocalDate) Objects.requireNonNull(read.get(Column.CONTRACT_FROM));
        if (left != null && !from.isBefore(left)) {
            reader.problem(Column.COMPANY_CODE, "COMPANY_LEFT", null, code, left.toString());
        }
        Map<Column, Object> facts = new EnumMap<>(Column.class);
        facts.putAll(read.values());
        facts.put(Column.COMPANY_CODE, code);
        @Nullable LocalDate to = (LocalDate) read.get(Column.CONTRACT_TO);
        if (to != null && to.isBefore(today)) {
            findings.add(Finding.guess(row.number(), Column.CONTRACT_TO, "CONTRACT_ENDED", to.toString()));
        }
        return new Facts(facts);
    }

    /** Takes an engagement up among those the registry has and those of the rows before. @param changes to add to */
    Outcome step(DataRow row, Known.@Nullable Community known, Facts facts, List<Change> changes) {
        // A new community has no number yet; its row stands for it.
        long community = known == null ? -row.number() : known.id();
        LocalDate from = (LocalDate) Objects.requireNonNull(facts.get(Column.CONTRACT_FROM));
        Term term = new Term(row.number(), from, (LocalDate) facts.get(Column.CONTRACT_TO));
        List<Term> others = terms.computeIfAbsent(community, id -> new ArrayList<>());
        for (Term other : others) {
            if (other.to() == null || !other.to().isBefore(from)) {
                findings.add(Finding.problem(
                        row.number(),
                        Column.CONTRACT_FROM,
                        "ENGAGEMENTS_OVERLAP",
                        null,
                        from.toString(),
                        Integer.toString(other.row())));
                return Outcome.REFUSED;
            }
        }
        others.add(term);
        List<Known.Engagement> current =
                engagements.computeIfAbsent(community, id -> new ArrayList<>(this.known.engagements(id)));
        return switch (EngagementStep.of(current, facts)) {
            case EngagementStep.Same same -> Outcome.SAME;
            case EngagementStep.Late(var other) -> {
                findings.add(Finding.problem(
                        row.number(),
                        Column.CONTRACT_FROM,
                        "LATER_ENGAGEMENT",
                        null,
                        from.toString(),
                        other.from().toString(),
                        other.facts().text(Column.COMPANY_CODE)));
                yield Outcome.REFUSED;
            }
            case EngagementStep.Put put -> {
                if (put.assumed()) {
                    findings.add(Finding.guess(row.number(), Column.SERVICES, "SERVICES_ASSUMED"));
                }
                Known.@Nullable Engagement old = put.replaced() != null ? put.replaced() : put.ended();
                if (old != null) {
                    changes.addAll(put.facts().changes("engagement", old.facts()));
                    current.remove(old);
                    if (put.ended() != null) {
                        current.add(new Known.Engagement(old.number(), old.version(), old.from(), from, old.facts()));
                    }
                }
                current.add(new Known.Engagement(
                        put.number(),
                        0,
                        put.replaced() == null ? from : put.replaced().from(),
                        null,
                        put.facts()));
                yield old == null ? Outcome.NEW : Outcome.CHANGED;
            }
        };
    }
}
