package org.linli.decisions.counting;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.DecisionItem;
import org.linli.decisions.DecisionKind;
import org.linli.decisions.Vote;
import org.linli.decisions.casting.Answer;
import org.linli.decisions.counting.CountResult.Cell;
import org.linli.decisions.counting.CountResult.Other;
import org.linli.decisions.counting.CountResult.Seats;
import org.linli.rules.decisions.Weight;
import org.linli.rules.decisions.counting.BlankRule;
import org.linli.rules.decisions.counting.Robustness.Alternative;
import org.linli.rules.decisions.election.ElectionResult;

/**
 * Counts a vote: a function of its terms, its roll and its ballots, and of nothing else.
 *
 * <p>Source: domain reference a.3, a.4, a.7 and h.3. Each reading that was open is counted beside the one that holds.
 */
final class Count {
    private final Vote vote;
    private final CountInput input;
    private final DecisionItem item;
    private final BlankRule blanks;

    private Count(Vote vote, CountInput input, DecisionItem item) {
        this.vote = vote;
        this.input = input;
        this.item = item;
        this.blanks = vote.terms().blanks();
    }

    static CountResult of(Vote vote, CountInput input) {
        return new CountResult(
                vote.id().toString(),
                vote.rulePack(),
                input.rollVersion(),
                input.ballots().size(),
                vote.items().stream()
                        .map(item -> new Count(vote, input, item).item())
                        .toList());
    }

    private CountResult.Item item() {
        Map<String, Answer> answers = answers(true);
        List<Voter> voters = input.roll(item.rollNo());
        Decided decided = reading(blanks).decide(voters, answers);
        boolean apart = !Cells.isSmall(decided.oppose()) && !Cells.isSmall(decided.abstain());
        return new CountResult.Item(
                item.number(),
                item.matter().code(),
                item.kind(),
                item.decisionClass(),
                decided.outcome(),
                decided.chosen(),
                decided.lines().stream().map(Count::line).toList(),
                apart ? decided.oppose() : null,
                apart ? decided.abstain() : null,
                seats(decided.election()),
                decided.runOff(),
                contested(voters),
                new TreeMap<>(readings(voters, answers)),
                cells(voters, answers));
    }

    private Reading reading(BlankRule rule) {
        return new Reading(vote, item, rule, input.lots().getOrDefault(item.number(), List.of()));
    }

    private Map<String, Answer> answers(boolean contested) {
        Map<String, Answer> answers = new HashMap<>();
        for (CountedBallot ballot : input.ballots()) {
            Answer answer = ballot.answers().get(item.number());
            if (answer != null && (contested || !ballot.contested())) {
                answers.put(ballot.entry(), answer);
            }
        }
        return answers;
    }

    private static CountResult.Line line(Decided.Line line) {
        var deemed = line.result().deemed();
        return new CountResult.Line(
                line.option(),
                line.result().raw().tally(),
                deemed == null ? null : deemed.tally(),
                line.result().obstacle());
    }

    private static @Nullable Seats seats(@Nullable ElectionResult result) {
        return result == null
                ? null
                : new Seats(
                        numbers(result.alternates()),
                        result.stands(),
                        result.vacant(),
                        result.lotNeeded().stream()
                                .map(Integer::valueOf)
                                .sorted()
                                .toList());
    }

    private static List<Integer> numbers(List<String> codes) {
        return codes.stream().map(Integer::valueOf).toList();
    }

    private int contested(List<Voter> voters) {
        Set<String> entries = new HashSet<>();
        voters.forEach(voter -> voter.pieces().forEach(piece -> {
            if (piece.entry() != null) {
                entries.add(piece.entry());
            }
        }));
        return Math.toIntExact(input.ballots().stream()
                .filter(ballot -> ballot.contested() && entries.contains(ballot.entry()))
                .count());
    }

    private Map<Alternative, Other> readings(List<Voter> voters, Map<String, Answer> answers) {
        EnumMap<Alternative, Other> readings = new EnumMap<>(Alternative.class);
        input.alternatives().forEach((alternative, rolls) -> {
            List<Voter> other = rolls.get(item.rollNo());
            if (other != null && !other.isEmpty()) {
                readings.put(alternative, other(reading(blanks).decide(other, answers)));
            }
        });
        if (answers.values().stream().anyMatch(answer -> answer.kind() == Answer.Kind.BLANK)) {
            BlankRule other = blanks == BlankRule.ABSTAIN ? BlankRule.NOT_PARTICIPATED : BlankRule.ABSTAIN;
            readings.put(Alternative.BLANKS, other(reading(other).decide(voters, answers)));
        }
        if (contested(voters) > 0) {
            readings.put(Alternative.CONTESTED, other(reading(blanks).decide(voters, answers(false))));
        }
        return readings;
    }

    private static Other other(Decided decided) {
        return new Other(decided.outcome(), decided.chosen());
    }

    /** Turnout in whole ballots: who returned an answer that takes part in this decision. */
    private List<Cell> cells(List<Voter> voters, Map<String, Answer> answers) {
        Map<String, String> channels = new HashMap<>();
        input.ballots()
                .forEach(ballot -> channels.put(ballot.entry(), ballot.channel().name()));
        List<Cell> cells =
                new ArrayList<>(Cells.of(Cell.By.BUILDING, turnout(voters, answers, (entry, building) -> building)));
        cells.addAll(Cells.of(
                Cell.By.CHANNEL, turnout(voters, answers, (entry, building) -> channels.getOrDefault(entry, ""))));
        return cells;
    }

    private Map<String, Weight> turnout(
            List<Voter> voters, Map<String, Answer> answers, BiFunction<String, String, String> label) {
        Map<String, Weight> turnout = new HashMap<>();
        for (Voter voter : voters) {
            Voter.Piece piece = voter.pieces().getFirst();
            Answer answer = piece.entry() == null ? null : answers.get(piece.entry());
            if (piece.entry() != null && answer != null && takesPart(answer)) {
                turnout.merge(
                        label.apply(piece.entry(), piece.building()), new Weight(voter.areaDm2(), 1), Weight::plus);
            }
        }
        return turnout;
    }

    private boolean takesPart(Answer answer) {
        return switch (answer.kind()) {
            case NONE_OF_THEM -> true;
            case AGREE, OPPOSE, ABSTAIN, OPTION -> item.kind() != DecisionKind.ELECTION;
            case MARKS -> answer.options().size() <= item.seats();
            case BLANK -> item.kind() != DecisionKind.ELECTION && blanks == BlankRule.ABSTAIN;
            case INVALID -> false;
        };
    }
}
