package org.linli.ledger.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.linli.ledger.AreaOpening;
import org.linli.ledger.ColumnSums;
import org.linli.ledger.DecisionKind;
import org.linli.ledger.DecisionOpening;
import org.linli.ledger.DecisionSpec;
import org.linli.ledger.EntryId;
import org.linli.ledger.MalformedException;
import org.linli.ledger.Opening;
import org.linli.ledger.Openings;
import org.linli.ledger.RollPoints;

/** Whether the figures published are what the counted ballots sum to. */
final class CountStage {
    private final Bundle bundle;
    private final RecordState state;
    private final Map<Integer, RollPoints> rolls;
    private final ColumnSums sums;
    private final List<Finding> findings;

    CountStage(
            Bundle bundle, RecordState state, Map<Integer, RollPoints> rolls, ColumnSums sums, List<Finding> findings) {
        this.bundle = bundle;
        this.state = state;
        this.rolls = rolls;
        this.sums = sums;
        this.findings = findings;
    }

    List<DecisionFigures> check(List<BundleReport.Roll> totals) {
        List<DecisionFigures> figures = new ArrayList<>();
        for (DecisionSpec spec : bundle.paper().specs()) {
            List<DecisionOpening> openings = bundle.openings().decisions().stream()
                    .filter(opening -> opening.decision() == spec.number())
                    .toList();
            if (openings.size() != 1) {
                add(Fault.OPENING_MISSING, place(spec));
                continue;
            }
            decision(spec, openings.getFirst(), totals).ifPresent(figures::add);
        }
        return figures;
    }

    private Optional<DecisionFigures> decision(
            DecisionSpec spec, DecisionOpening opening, List<BundleReport.Roll> totals) {
        if (!hasEachColumnOnce(spec, opening) || showsFew(spec, opening)) {
            add(Fault.OPENING_COLUMNS, place(spec));
            return Optional.empty();
        }
        for (DecisionOpening.Columns columns : opening.columns()) {
            if (!opens(spec, columns)) {
                add(Fault.OPENING_SUM, place(spec) + "/column/" + columns.of().getFirst());
            }
        }
        Figure voted = turnout(spec, opening);
        Optional<Figure> total = totals.stream()
                .filter(roll -> roll.rollNo() == spec.rollNo())
                .flatMap(roll -> Stream.ofNullable(roll.total()))
                .findFirst();
        if (total.isEmpty()) {
            return Optional.empty();
        }
        List<Figure> agreed = opening.columns().stream()
                .limit(alone(spec))
                .map(columns -> figure(columns.opening()))
                .toList();
        return Optional.of(new DecisionFigures(spec.number(), total.get(), voted, agreed, opening.columns()));
    }

    /** Columns that decide stand alone, first and in order; of the other two either each alone or both together. */
    private static boolean hasEachColumnOnce(DecisionSpec spec, DecisionOpening opening) {
        List<List<Integer>> apart = new ArrayList<>();
        IntStream.rangeClosed(1, spec.marked()).forEach(column -> apart.add(List.of(column)));
        List<List<Integer>> together = new ArrayList<>(apart.subList(0, alone(spec)));
        together.add(List.of(alone(spec) + 1, alone(spec) + 2));
        List<List<Integer>> opened =
                opening.columns().stream().map(DecisionOpening.Columns::of).toList();
        boolean isElection = spec.kind() == DecisionKind.ELECTION;
        boolean hasTurnout = opening.turnout() != null;
        return isElection == hasTurnout && (opened.equals(apart) || !isElection && opened.equals(together));
    }

    /** The last two apart although one of them has so few heads that its area may name a home. */
    private static boolean showsFew(DecisionSpec spec, DecisionOpening opening) {
        boolean isApart =
                spec.kind() != DecisionKind.ELECTION && opening.columns().size() == spec.marked();
        return isApart
                && opening.columns().stream()
                        .skip(alone(spec))
                        .anyMatch(columns -> columns.opening().heads() < Openings.FEWEST_HEADS);
    }

    private static int alone(DecisionSpec spec) {
        return spec.kind() == DecisionKind.YES_NO ? DecisionSpec.AGREE : spec.options();
    }

    private boolean opens(DecisionSpec spec, DecisionOpening.Columns columns) {
        try {
            return sums.opens(spec.number(), columns.of(), columns.opening());
        } catch (MalformedException e) {
            return false;
        }
    }

    /** Those who took part: in an election from the roll, else what all columns sum to. */
    private Figure turnout(DecisionSpec spec, DecisionOpening opening) {
        List<EntryId> took = state.counted().stream()
                .filter(ballot -> ballot.decisions.contains(spec.number()))
                .map(ballot -> ballot.entry)
                .toList();
        Opening published = opening.turnout();
        Figure voted = published == null
                ? opening.columns().stream()
                        .map(columns -> figure(columns.opening()))
                        .reduce(Figure.ZERO, Figure::plus)
                : figure(published);
        if (voted.heads() != took.size()) {
            add(Fault.TURNOUT_HEADS, place(spec));
        }
        if (published != null && !sumsTo(spec, took, published)) {
            add(Fault.TURNOUT_AREA, place(spec));
        }
        return voted;
    }

    private boolean sumsTo(DecisionSpec spec, List<EntryId> entries, Opening published) {
        RollPoints roll = rolls.get(spec.rollNo());
        try {
            return roll != null && roll.sumOpensTo(entries, new AreaOpening(published.areaDm2(), published.blinding()));
        } catch (MalformedException e) {
            return false;
        }
    }

    private static Figure figure(Opening opening) {
        return new Figure(opening.areaDm2(), opening.heads());
    }

    private static String place(DecisionSpec spec) {
        return "decision/" + spec.number();
    }

    private void add(Fault fault, String place) {
        findings.add(new Finding(fault, place));
    }
}
