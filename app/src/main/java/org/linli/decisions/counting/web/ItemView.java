package org.linli.decisions.counting.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.DecisionItem;
import org.linli.decisions.DecisionKind;
import org.linli.decisions.counting.CountResult;
import org.linli.rules.decisions.DoubleMajority;
import org.linli.rules.decisions.Verdict;
import org.linli.rules.decisions.Weight;

/**
 * A decision with its figures, as pages print it.
 *
 * @param item as the ballot put it
 * @param counted the figures
 * @param overruled whether it is void
 */
public record ItemView(DecisionItem item, CountResult.Item counted, boolean overruled) {

    /** What became of an option or candidate. */
    public enum Place {
        CHOSEN,
        ALTERNATE,
        LOT,
        NOT_CHOSEN
    }

    /** @param raw what was cast for it, beside {@code agreed} with deemed votes; null where nobody was deemed @param meets whether it alone passed */
    public record OptionLine(
            int number,
            String label,
            String source,
            Weight agreed,
            @Nullable Weight raw,
            boolean meets,
            Place place) {}

    /** The four bars: of the decision itself, or of the option that leads. */
    public Verdict verdict() {
        return counted.leading().verdict(counted.decisionClass());
    }

    /** The count of what was cast, beside the one with deemed votes; null where nobody was deemed. */
    public @Nullable Verdict raw() {
        CountResult.Line leading = counted.leading();
        return leading.deemed() == null ? null : DoubleMajority.decide(counted.decisionClass(), leading.raw());
    }

    public boolean isYesNo() {
        return counted.kind() == DecisionKind.YES_NO;
    }

    /** Who took part and did not agree, where opposing and abstaining are too few to stand apart. */
    public Weight notAgreed() {
        var raw = counted.leading().raw();
        return raw.voted().minus(raw.agreed());
    }

    /** What leads the list: those chosen by rank, then the others by agreement. */
    public List<OptionLine> options() {
        List<OptionLine> lines = new ArrayList<>();
        for (CountResult.Line line : counted.lines()) {
            DecisionItem.Option option = item.options().stream()
                    .filter(named -> named.number() == line.option())
                    .findFirst()
                    .orElseThrow();
            lines.add(new OptionLine(
                    line.option(),
                    option.label(),
                    option.source(),
                    line.deciding().agreed(),
                    line.deemed() == null ? null : line.raw().agreed(),
                    line.verdict(counted.decisionClass()).isPassed(),
                    place(line.option())));
        }
        lines.sort(Comparator.comparingInt((OptionLine line) -> rank(line.number()))
                .thenComparing(Comparator.comparingInt(
                                (OptionLine line) -> line.agreed().heads())
                        .reversed())
                .thenComparingInt(OptionLine::number));
        return lines;
    }

    private int rank(int option) {
        int chosen = counted.chosen().indexOf(option);
        return chosen < 0 ? counted.lines().size() : chosen;
    }

    private Place place(int option) {
        if (counted.chosen().contains(option)) {
            return Place.CHOSEN;
        }
        CountResult.Seats seats = counted.seats();
        if (seats != null && seats.lotNeeded().contains(option)) {
            return Place.LOT;
        }
        return seats != null && seats.alternates().contains(option) ? Place.ALTERNATE : Place.NOT_CHOSEN;
    }

    /** The label of the option adopted; empty when none was. */
    public String adopted() {
        return options().stream()
                .filter(line -> line.place() == Place.CHOSEN)
                .map(OptionLine::label)
                .findFirst()
                .orElse("");
    }
}
