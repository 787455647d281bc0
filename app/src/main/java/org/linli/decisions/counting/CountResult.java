package org.linli.decisions.counting;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.DecisionKind;
import org.linli.rules.decisions.DecisionClass;
import org.linli.rules.decisions.DoubleMajority;
import org.linli.rules.decisions.Outcome;
import org.linli.rules.decisions.Tally;
import org.linli.rules.decisions.Verdict;
import org.linli.rules.decisions.Weight;
import org.linli.rules.decisions.counting.Deeming.Obstacle;
import org.linli.rules.decisions.counting.Robustness.Alternative;

/**
 * The figures of a count, in the form in which they are stored and signed. It holds no cell that would give somebody away.
 *
 * @param vote the vote's address
 * @param rulePack the numbers in force
 * @param rollVersion version of the roll
 * @param ballots ballots that were counted
 * @param items the decisions in their order; unmodifiable
 */
public record CountResult(String vote, String rulePack, int rollVersion, int ballots, List<Item> items) {

    public CountResult {
        items = List.copyOf(items);
    }

    /**
     * One decision.
     *
     * @param matter code of the matter, such as {@code D4}
     * @param chosen the option adopted, or the candidates elected by rank
     * @param lines one for agree or oppose, else one for each option or candidate
     * @param oppose those who opposed or chose none; null where the parts would be too small, and then {@code abstain} too
     * @param seats the seats, null when nobody is elected
     * @param runOff the two options of a run-off
     * @param contested counted ballots that wait for a ruling
     * @param readings what other readings come to
     * @param cells turnout by building and channel, for owners of the area
     */
    public record Item(
            int number,
            String matter,
            DecisionKind kind,
            DecisionClass decisionClass,
            Outcome outcome,
            List<Integer> chosen,
            List<Line> lines,
            @Nullable Weight oppose,
            @Nullable Weight abstain,
            @Nullable Seats seats,
            List<Integer> runOff,
            int contested,
            SortedMap<Alternative, Other> readings,
            List<Cell> cells) {

        public Item {
            chosen = List.copyOf(chosen);
            lines = List.copyOf(lines);
            runOff = List.copyOf(runOff);
            readings = Collections.unmodifiableSortedMap(new TreeMap<>(readings));
            cells = List.copyOf(cells);
        }

        /** The line that stands for the decision in lists: what was adopted, else the one with the most agreement. */
        public Line leading() {
            return lines.stream()
                    .filter(line -> !chosen.isEmpty() && line.option() == chosen.getFirst())
                    .findFirst()
                    .orElseGet(() -> lines.stream()
                            .reduce((a, b) -> b.deciding().agreed().heads()
                                            > a.deciding().agreed().heads()
                                    ? b
                                    : a)
                            .orElseThrow());
        }

        /** Whether the outcome, or who was chosen, would be another without the contested ballots. */
        public boolean hangsOnContested() {
            return differs(Alternative.CONTESTED);
        }

        /** Whether another reading comes to something else. */
        public boolean differs(Alternative alternative) {
            Other other = readings.get(alternative);
            return other != null
                    && (other.outcome() != outcome || !other.chosen().equals(chosen));
        }

        /** The readings that come to something else; empty when the outcome is robust. */
        public List<Alternative> flips() {
            return readings.keySet().stream().filter(this::differs).toList();
        }
    }

    /**
     * An option, a candidate, or the one line of agree or oppose.
     *
     * @param option number on the ballot, 0 for agree or oppose
     * @param raw what was cast
     * @param deemed with deemed votes, null when none are
     * @param obstacle why none are although a clause is recorded, null when nothing stands against it
     */
    public record Line(
            int option,
            Tally raw,
            @Nullable Tally deemed,
            @Nullable Obstacle obstacle) {
        /** The tally that decides. */
        public Tally deciding() {
            return deemed == null ? raw : deemed;
        }

        public Verdict verdict(DecisionClass decisionClass) {
            return DoubleMajority.decide(decisionClass, deciding());
        }
    }

    /**
     * The seats of an election.
     *
     * @param alternates candidates by rank
     * @param stands whether those elected form a committee
     * @param vacant seats for which a by-election is due at once
     * @param lotNeeded candidates among whom a lot must be drawn
     */
    public record Seats(List<Integer> alternates, boolean stands, int vacant, List<Integer> lotNeeded) {
        public Seats {
            alternates = List.copyOf(alternates);
            lotNeeded = List.copyOf(lotNeeded);
        }
    }

    /** What another reading comes to. */
    public record Other(Outcome outcome, List<Integer> chosen) {
        public Other {
            chosen = List.copyOf(chosen);
        }
    }

    /**
     * A part of the turnout.
     *
     * @param by what it is a part by
     * @param label the building, or the channel's code; empty for the rest of them
     * @param voted those who took part
     */
    public record Cell(By by, String label, Weight voted) {
        /** Buildings or channels. */
        public enum By {
            BUILDING,
            CHANNEL
        }
    }

    public Item item(int number) {
        return items.stream()
                .filter(item -> item.number() == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no decision " + number + " in the count of " + vote));
    }

    /** Whether something waits for the ruling on contested ballots. */
    public boolean hangsOnContested() {
        return items.stream().anyMatch(Item::hangsOnContested);
    }

    /** Decisions in which a lot must be drawn, with the candidates. */
    public Map<Integer, List<Integer>> lotsNeeded() {
        SortedMap<Integer, List<Integer>> needed = new TreeMap<>();
        for (Item item : items) {
            Seats seats = item.seats();
            if (seats != null && !seats.lotNeeded().isEmpty()) {
                needed.put(item.number(), seats.lotNeeded());
            }
        }
        return needed;
    }
}
