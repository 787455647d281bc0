package org.linli.decisions.counting;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.DecisionItem;
import org.linli.decisions.Initiator;
import org.linli.decisions.Vote;
import org.linli.decisions.casting.Answer;
import org.linli.rules.decisions.DecisionClass;
import org.linli.rules.decisions.Outcome;
import org.linli.rules.decisions.Tally;
import org.linli.rules.decisions.Verdict;
import org.linli.rules.decisions.Weight;
import org.linli.rules.decisions.counting.BallotState;
import org.linli.rules.decisions.counting.BlankRule;
import org.linli.rules.decisions.counting.Choice;
import org.linli.rules.decisions.counting.ChoiceBallot;
import org.linli.rules.decisions.counting.ChoiceCount;
import org.linli.rules.decisions.counting.Deeming;
import org.linli.rules.decisions.counting.ElectionCount;
import org.linli.rules.decisions.counting.ItemBallot;
import org.linli.rules.decisions.counting.ItemCount;
import org.linli.rules.decisions.counting.MarkedBallot;
import org.linli.rules.decisions.election.Election;
import org.linli.rules.decisions.election.ElectionResult;
import org.linli.rules.decisions.election.ElectionTerms;
import org.linli.rules.decisions.matters.Matter;

/**
 * One decision counted by one reading of roll and ballots.
 *
 * <p>Source: domain reference a.3, a.4 and a.7. Deemed votes fall on each option or candidate as on a question of its own [D]: a
 * ballot for another option opposes it.
 *
 * @param vote whose terms hold
 * @param item the decision
 * @param blanks how a blank answer counts in this reading
 * @param lots candidates in the order drawn
 */
record Reading(Vote vote, DecisionItem item, BlankRule blanks, List<Integer> lots) {

    Decided decide(List<Voter> voters, Map<String, Answer> answers) {
        List<Said> said = Said.of(item, voters, answers);
        return switch (item.kind()) {
            case YES_NO -> yesNo(said);
            case CHOICE -> choice(said);
            case ELECTION -> election(said);
        };
    }

    private Decided yesNo(List<Said> said) {
        ItemCount count = ItemCount.of(said.stream()
                .map(one -> new ItemBallot(one.weight(), state(one.answer()), one.delivered()))
                .toList());
        Deeming.Result result = Deeming.decide(item.decisionClass(), count, blanks, permission());
        Weight abstain = count.of(BallotState.ABSTAIN)
                .plus(BallotState.BLANK.participates(blanks) ? count.of(BallotState.BLANK) : Weight.ZERO);
        return new Decided(
                result.deciding().outcome(),
                List.of(),
                List.of(new Decided.Line(0, result)),
                count.of(BallotState.OPPOSE),
                abstain,
                null,
                List.of());
    }

    private static BallotState state(@Nullable Answer answer) {
        if (answer == null) {
            return BallotState.NOT_RETURNED;
        }
        return switch (answer.kind()) {
            case AGREE -> BallotState.AGREE;
            case OPPOSE -> BallotState.OPPOSE;
            case ABSTAIN -> BallotState.ABSTAIN;
            case BLANK -> BallotState.BLANK;
            case OPTION, NONE_OF_THEM, MARKS, INVALID -> BallotState.INVALID;
        };
    }

    private Decided choice(List<Said> said) {
        List<ChoiceBallot> ballots = new ArrayList<>();
        for (Said one : said) {
            Choice choice = one.answer() == null ? null : choice(one.answer());
            if (choice != null) {
                ballots.add(new ChoiceBallot(one.weight(), choice));
            }
        }
        ChoiceCount raw = ChoiceCount.count(item.decisionClass(), total(said), codes(), ballots);
        Weight abstain = sum(ballots, Choice.Abstain.class);
        SequencedMap<String, Tally> tallies = new LinkedHashMap<>();
        raw.verdicts().forEach((code, verdict) -> tallies.put(code, verdict.tally()));
        List<Decided.Line> lines = lines(tallies, item.decisionClass(), abstain, deliveredNotReturned(said));
        SequencedMap<String, Verdict> deciding = new LinkedHashMap<>();
        lines.forEach(line ->
                deciding.put(Integer.toString(line.option()), line.result().deciding()));
        ChoiceCount counted = new ChoiceCount(deciding);
        List<Integer> chosen = counted.adopted().map(Integer::valueOf).stream().toList();
        return new Decided(
                outcome(!chosen.isEmpty(), lines),
                chosen,
                lines,
                sum(ballots, Choice.NoneOfThem.class),
                abstain,
                null,
                counted.runOff().stream().map(Integer::valueOf).toList());
    }

    private @Nullable Choice choice(Answer answer) {
        return switch (answer.kind()) {
            case OPTION -> new Choice.Option(Integer.toString(answer.options().first()));
            case NONE_OF_THEM -> new Choice.NoneOfThem();
            case ABSTAIN -> new Choice.Abstain();
            case BLANK -> BallotState.BLANK.participates(blanks) ? new Choice.Abstain() : null;
            case AGREE, OPPOSE, MARKS, INVALID -> null;
        };
    }

    private static Weight sum(List<ChoiceBallot> ballots, Class<? extends Choice> kind) {
        return ballots.stream()
                .filter(ballot -> kind.isInstance(ballot.choice()))
                .map(ChoiceBallot::weight)
                .reduce(Weight.ZERO, Weight::plus);
    }

    /**
     * An election passed once somebody is elected: each candidate is an ordinary decision, so one who passes is elected whatever
     * becomes of the others; whether the committee stands is the seats' own word. Read otherwise, an election passed only
     * if the committee stands; then those elected would wait for a by-election without having been elected. Source: domain reference
     * a.7, elected test and "too few elected" [D].
     */
    private Decided election(List<Said> said) {
        List<MarkedBallot> ballots = new ArrayList<>();
        for (Said one : said) {
            MarkedBallot marked = one.answer() == null ? null : marked(one.answer(), one.weight());
            if (marked != null) {
                ballots.add(marked);
            }
        }
        SequencedMap<String, Tally> raw = ElectionCount.count(total(said), item.seats(), codes(), ballots);
        List<Decided.Line> lines = lines(raw, DecisionClass.ORDINARY, Weight.ZERO, deliveredNotReturned(said));
        Map<String, Tally> deciding = new LinkedHashMap<>();
        lines.forEach(line -> deciding.put(
                Integer.toString(line.option()), line.result().deciding().tally()));
        ElectionResult result = elect(deciding);
        boolean anybody = !result.elected().isEmpty() || !result.lotNeeded().isEmpty();
        return new Decided(
                outcome(anybody, lines),
                result.elected().stream().map(Integer::valueOf).toList(),
                lines,
                Weight.ZERO,
                Weight.ZERO,
                result,
                List.of());
    }

    private static @Nullable MarkedBallot marked(Answer answer, Weight weight) {
        return switch (answer.kind()) {
            case MARKS ->
                MarkedBallot.of(
                        weight, answer.options().stream().map(String::valueOf).collect(Collectors.toSet()));
            case NONE_OF_THEM -> MarkedBallot.ofNone(weight);
            case AGREE, OPPOSE, ABSTAIN, OPTION, BLANK, INVALID -> null;
        };
    }

    private ElectionResult elect(Map<String, Tally> tallies) {
        List<String> drawn = lots.stream().map(String::valueOf).toList();
        if (item.byElection()) {
            return Election.fillVacant(tallies, item.seats(), drawn);
        }
        ElectionTerms terms = new ElectionTerms(
                item.seats(), vote.terms().reducesEven(), vote.terms().alternates(), drawn);
        return Election.decide(tallies, terms, vote.pack());
    }

    /** Quorum is the same for all options, since whoever takes part does so for all of them. */
    private static Outcome outcome(boolean decided, List<Decided.Line> lines) {
        if (decided) {
            return Outcome.PASSED;
        }
        boolean quorum =
                lines.stream().anyMatch(line -> line.result().deciding().outcome() != Outcome.NO_VALID_DECISION);
        return quorum ? Outcome.REJECTED : Outcome.NO_VALID_DECISION;
    }

    private List<Decided.Line> lines(
            SequencedMap<String, Tally> tallies, DecisionClass decisionClass, Weight abstain, Weight delivered) {
        List<Decided.Line> lines = new ArrayList<>();
        tallies.forEach((code, tally) -> {
            EnumMap<BallotState, Weight> states = new EnumMap<>(BallotState.class);
            states.put(BallotState.AGREE, tally.agreed());
            states.put(BallotState.ABSTAIN, abstain);
            states.put(BallotState.OPPOSE, tally.voted().minus(tally.agreed()).minus(abstain));
            states.put(BallotState.NOT_RETURNED, tally.total().minus(tally.voted()));
            lines.add(new Decided.Line(
                    Integer.parseInt(code),
                    Deeming.decide(decisionClass, new ItemCount(states, delivered), blanks, permission())));
        });
        return lines;
    }

    private List<String> codes() {
        return item.options().stream()
                .map(option -> Integer.toString(option.number()))
                .toList();
    }

    private static Weight total(List<Said> said) {
        return said.stream().map(Said::weight).reduce(Weight.ZERO, Weight::plus);
    }

    private static Weight deliveredNotReturned(List<Said> said) {
        return said.stream()
                .filter(one -> one.answer() == null && one.delivered())
                .map(Said::weight)
                .reduce(Weight.ZERO, Weight::plus);
    }

    /** A preparatory group's rules of procedure are the first; whoever else proposes them has some already. */
    private Deeming.Permission permission() {
        boolean firstRules = vote.initiator() == Initiator.PREP_GROUP
                && vote.items().stream().anyMatch(other -> other.matter() == Matter.RULES_OF_PROCEDURE);
        return new Deeming.Permission(vote.terms().deemedPolicy(), vote.terms().deemedClause(), firstRules);
    }
}
