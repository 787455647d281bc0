package org.linli.verifier;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.linli.rules.decisions.election.ElectionTerms;
import org.linli.rules.decisions.matters.RulePack;
import org.linli.rules.decisions.matters.RulePacks;
import org.linli.rules.decisions.matters.ThresholdSources;

/** Whether what was announced is what the rules make of the figures. The raw count is checked; deemed votes leave no proof here. */
final class OutcomeCheck {
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
            add(Fault.PACK_UNKNOWN, "");
        }
        List<String> articles = bundle.paper().rulePack().articles();
        if (pack.isPresent() && !ThresholdSources.codes(pack.get()).equals(articles)) {
            add(Fault.ARTICLES_DIFFER, "");
        }
        List<DecisionResult> results = new ArrayList<>();
        for (BallotPaper.Question question : bundle.paper().questions()) {
            figures.stream()
                    .filter(each -> each.decision() == question.spec().number())
                    .findFirst()
                    .flatMap(each -> decide(question, each))
                    .ifPresent(results::add);
        }
        return results;
    }

    private static Optional<RulePack> findPack(BallotPaper.Pack declared) {
        try {
            return RulePacks.findInForce(declared.division(), LocalDate.parse(declared.noticedOn()))
                    .filter(pack -> pack.code().equals(declared.code()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<DecisionResult> decide(BallotPaper.Question question, DecisionFigures figures) {
        String place = "decision/" + question.spec().number();
        Optional<DecisionClass> decisionClass = Arrays.stream(DecisionClass.values())
                .filter(each -> each.name().equals(question.decisionClass()))
                .filter(each ->
                        each == DecisionClass.ORDINARY || question.spec().kind() != DecisionKind.ELECTION)
                .findFirst();
        if (decisionClass.isEmpty()) {
            add(Fault.CLASS_UNKNOWN, place);
            return Optional.empty();
        }
        if (isImpossible(question, figures)) {
            add(Fault.TALLY_IMPOSSIBLE, place);
            return Optional.empty();
        }
        DecisionResult result = result(question, figures, decisionClass.get());
        compare(result, place);
        return Optional.of(result);
    }

    /** Votes for one of several options cannot be more than all votes; marks in an election can. */
    private static boolean isImpossible(BallotPaper.Question question, DecisionFigures figures) {
        Weight total = weight(figures.total());
        Weight voted = weight(figures.voted());
        boolean isEach = figures.agreed().stream()
                .anyMatch(
                        agreed -> !Tally.problems(total, voted, weight(agreed)).isEmpty());
        return isEach
                || question.spec().kind() == DecisionKind.CHOICE
                        && !sum(figures.agreed()).isWithin(voted);
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
        List<Integer> chosen = switch (question.spec().kind()) {
            case YES_NO -> List.of();
            case CHOICE -> adopted(decisionClass, figures);
            case ELECTION -> elected(question, tallies, verdicts);
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

    /** A by-election fills fewer seats than a committee has; then those announced are asked only to have passed. */
    private List<Integer> elected(BallotPaper.Question question, Map<String, Tally> tallies, List<Verdict> verdicts) {
        int seats = question.spec().seats();
        List<String> lots = declared(question.spec().number())
                .map(declared -> declared.lots().stream().map(String::valueOf).toList())
                .orElse(List.of());
        if (pack.isPresent() && CommitteeSize.problem(seats, pack.get()).isEmpty()) {
            ElectionTerms terms = new ElectionTerms(seats, question.reducesEven(), question.alternates(), lots);
            return Election.decide(tallies, terms, pack.get()).elected().stream()
                    .map(Integer::valueOf)
                    .toList();
        }
        List<Integer> passed = IntStream.range(0, verdicts.size())
                .filter(i -> verdicts.get(i).isPassed())
                .mapToObj(i -> i + 1)
                .toList();
        return declared(question.spec().number())
                .map(Declared::chosen)
                .filter(chosen -> passed.containsAll(chosen) && chosen.size() == Math.min(passed.size(), seats))
                .orElse(passed);
    }

    private void compare(DecisionResult result, String place) {
        Optional<Declared> declared = declared(result.question().spec().number());
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
        if (!result.chosen().equals(declared.get().chosen())) {
            add(Fault.CHOSEN_DIFFERS, place);
        }
    }

    private Optional<Declared> declared(int decision) {
        List<Declared> all = bundle.declared().stream()
                .filter(declared -> declared.decision() == decision)
                .toList();
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    private static Weight sum(List<Figure> figures) {
        return figures.stream().map(OutcomeCheck::weight).reduce(Weight.ZERO, Weight::plus);
    }

    private static Weight weight(Figure figure) {
        return new Weight(figure.areaDm2(), Math.toIntExact(figure.heads()));
    }

    private void add(Fault fault, String place) {
        findings.add(new Finding(fault, place));
    }
}
