package org.linli.verifier;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.linli.ledger.BallotPaper;
import org.linli.ledger.DecisionKind;
import org.linli.ledger.bundle.Bundle;
import org.linli.ledger.bundle.DecisionFigures;
import org.linli.ledger.bundle.Declared;
import org.linli.ledger.bundle.Fault;
import org.linli.ledger.bundle.Figure;
import org.linli.ledger.bundle.Finding;
import org.linli.rules.decisions.DecisionClass;
import org.linli.rules.decisions.DoubleMajority;
import org.linli.rules.decisions.Tally;
import org.linli.rules.decisions.Verdict;
import org.linli.rules.decisions.Weight;
import org.linli.rules.decisions.counting.Choice;
import org.linli.rules.decisions.counting.ChoiceBallot;
import org.linli.rules.decisions.counting.ChoiceCount;
import org.linli.rules.decisions.election.CommitteeSize;
import org.linli.rules.decisions.election.Election;
import org.linli.rules.decisions.election.ElectionResult;
import org.linli.rules.decisions.election.ElectionTerms;
import org.linli.rules.decisions.matters.RulePack;
import org.linli.rules.decisions.matters.RulePacks;
import org.linli.rules.decisions.matters.ThresholdSources;

/** Whether what was announced is what the rules make of the figures. The raw count is checked; deemed votes leave no proof here. */
final class OutcomeCheck {
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final Bundle bundle;
    private final List<Finding> findings;
    private final Optional<RulePack> pack;

    OutcomeCheck(Bundle bundle, List<Finding> findings) {
        this.bundle = bundle;
        this.findings = findings;
        pack = findPack(bundle.paper().rulePack());
    }

    List<DecisionResult> check(List<DecisionFigures> figures) {
        if (pack.isEmpty()) {
            add(Fault.PACK_UNKNOWN, "rules");
        }
        List<String> articles = bundle.paper().rulePack().articles();
        if (pack.isPresent() && !ThresholdSources.codes(pack.get()).equals(articles)) {
            add(Fault.ARTICLES_DIFFER, "rules");
        }
        List<DecisionResult> results = new ArrayList<>();
        for (BallotPaper.Question question : bundle.paper().questions()) {
            Optional<DecisionClass> decisionClass = decisionClass(question);
            seats(question);
            figures.stream()
                    .filter(each -> each.decision() == question.spec().number())
                    .findFirst()
                    .flatMap(each -> decisionClass.flatMap(known -> decide(question, each, known)))
                    .ifPresent(results::add);
        }
        return results;
    }

    private static Optional<RulePack> findPack(BallotPaper.Pack declared) {
        if (!DAY.matcher(declared.noticedOn()).matches()) {
            return Optional.empty();
        }
        try {
            return RulePacks.findInForce(declared.division(), LocalDate.parse(declared.noticedOn()))
                    .filter(pack -> pack.code().equals(declared.code()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<DecisionClass> decisionClass(BallotPaper.Question question) {
        Optional<DecisionClass> decisionClass = Arrays.stream(DecisionClass.values())
                .filter(each -> each.name().equals(question.decisionClass()))
                .filter(each ->
                        each == DecisionClass.ORDINARY || question.spec().kind() != DecisionKind.ELECTION)
                .findFirst();
        if (decisionClass.isEmpty()) {
            add(Fault.CLASS_UNKNOWN, place(question));
        }
        return decisionClass;
    }

    /** A committee has a lawful size; a by-election fills as many seats as are vacant. */
    private void seats(BallotPaper.Question question) {
        if (isOfCommittee(question)
                && pack.isPresent()
                && CommitteeSize.problem(question.spec().seats(), pack.get()).isPresent()) {
            add(Fault.SEATS_UNLAWFUL, place(question));
        }
    }

    private static boolean isOfCommittee(BallotPaper.Question question) {
        return question.spec().kind() == DecisionKind.ELECTION && !question.byElection();
    }

    private Optional<DecisionResult> decide(
            BallotPaper.Question question, DecisionFigures figures, DecisionClass decisionClass) {
        if (isImpossible(question, figures)) {
            add(Fault.TALLY_IMPOSSIBLE, place(question));
            return Optional.empty();
        }
        DecisionResult result = result(question, figures, decisionClass);
        compare(result);
        return Optional.of(result);
    }

    /** Votes for one of several options cannot be more than all votes; marks in an election can. */
    private static boolean isImpossible(BallotPaper.Question question, DecisionFigures figures) {
        if (figures.voted().areaDm2() > figures.total().areaDm2()) {
            return true;
        }
        Weight total = weight(figures.total());
        Weight voted = weight(figures.voted());
        boolean isEach = figures.agreed().stream()
                .anyMatch(
                        agreed -> !Tally.problems(total, voted, weight(agreed)).isEmpty());
        return isEach || question.spec().kind() == DecisionKind.CHOICE && !isWithin(figures.agreed(), figures.voted());
    }

    private static boolean isWithin(List<Figure> parts, Figure whole) {
        return parts.stream().mapToLong(Figure::heads).sum() <= whole.heads()
                && parts.stream().mapToLong(Figure::areaDm2).sum() <= whole.areaDm2();
    }

    private DecisionResult result(BallotPaper.Question question, DecisionFigures figures, DecisionClass decisionClass) {
        Map<String, Tally> tallies = new LinkedHashMap<>();
        for (int i = 0; i < figures.agreed().size(); i++) {
            tallies.put(
                    String.valueOf(i + 1),
                    new Tally(
                            weight(figures.total()),
                            weight(figures.voted()),
                            weight(figures.agreed().get(i))));
        }
        List<Verdict> verdicts = tallies.values().stream()
                .map(tally -> DoubleMajority.decide(decisionClass, tally))
                .toList();
        Optional<List<Integer>> chosen = switch (question.spec().kind()) {
            case YES_NO -> Optional.of(List.of());
            case CHOICE -> Optional.of(adopted(decisionClass, figures));
            case ELECTION -> elected(question, tallies);
        };
        return new DecisionResult(question, figures, verdicts, chosen);
    }

    private static List<Integer> adopted(DecisionClass decisionClass, DecisionFigures figures) {
        List<String> options = IntStream.rangeClosed(1, figures.agreed().size())
                .mapToObj(String::valueOf)
                .toList();
        List<ChoiceBallot> ballots = new ArrayList<>();
        for (String option : options) {
            Figure agreed = figures.agreed().get(Integer.parseInt(option) - 1);
            ballots.add(new ChoiceBallot(weight(agreed), new Choice.Option(option)));
        }
        Weight rest = weight(figures.voted()).minus(sum(figures.agreed()));
        ballots.add(new ChoiceBallot(rest, new Choice.Abstain()));
        return ChoiceCount.count(decisionClass, weight(figures.total()), options, ballots)
                .adopted()
                .map(Integer::valueOf)
                .map(List::of)
                .orElse(List.of());
    }

    /** Empty where nobody can say: an election of a committee under no known rules, or of a size that they do not allow. */
    private Optional<List<Integer>> elected(BallotPaper.Question question, Map<String, Tally> tallies) {
        int seats = question.spec().seats();
        List<String> lots = declared(question)
                .map(declared -> declared.lots().stream().map(String::valueOf).toList())
                .orElse(List.of());
        if (question.byElection()) {
            return Optional.of(numbers(Election.fillVacant(tallies, seats, lots)));
        }
        ElectionTerms terms = new ElectionTerms(seats, question.reducesEven(), question.alternates(), lots);
        return pack.filter(known -> CommitteeSize.problem(seats, known).isEmpty())
                .map(known -> numbers(Election.decide(tallies, terms, known)));
    }

    private static List<Integer> numbers(ElectionResult result) {
        return result.elected().stream().map(Integer::valueOf).toList();
    }

    private void compare(DecisionResult result) {
        String place = place(result.question());
        Optional<Declared> declared = declared(result.question());
        if (declared.isEmpty()) {
            add(Fault.DECLARED_MISSING, place);
            return;
        }
        List<String> outcomes = result.verdicts().stream()
                .map(verdict -> verdict.outcome().name())
                .toList();
        if (!outcomes.equals(declared.get().outcomes())) {
            add(Fault.OUTCOME_DIFFERS, place);
        }
        if (result.chosen()
                .filter(chosen -> !chosen.equals(declared.get().chosen()))
                .isPresent()) {
            add(Fault.CHOSEN_DIFFERS, place);
        }
    }

    private Optional<Declared> declared(BallotPaper.Question question) {
        List<Declared> all = bundle.declared().stream()
                .filter(declared -> declared.decision() == question.spec().number())
                .toList();
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    private static Weight sum(List<Figure> figures) {
        return figures.stream().map(OutcomeCheck::weight).reduce(Weight.ZERO, Weight::plus);
    }

    private static String place(BallotPaper.Question question) {
        return "decision/" + question.spec().number();
    }

    private static Weight weight(Figure figure) {
        return new Weight(figure.areaDm2(), Math.toIntExact(figure.heads()));
    }

    private void add(Fault fault, String place) {
        findings.add(new Finding(fault, place));
    }
}
