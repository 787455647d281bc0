package org.linli.verifier;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.linli.ledger.BallotPaper;
import org.linli.ledger.Leaf;
import org.linli.ledger.Leaves;
import org.linli.ledger.bundle.Bundle;
import org.linli.ledger.bundle.Declared;
import org.linli.ledger.bundle.Fault;

/** Somebody announces others than those who were elected, or an outcome where none could be; or asks what may not be asked. */
final class ElectionAlterations {
    private static final Bundle GOOD = SampleVote.ofElections().bundle();

    private ElectionAlterations() {}

    static List<Alteration> all() {
        return Stream.of(vacantSeats(), committees(), turnouts(), terms(), nobody())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Alteration> vacantSeats() {
        return List.of(
                chosen("another of those who passed takes a vacant seat", 1, List.of(1, 3), List.of()),
                chosen("one takes both vacant seats", 1, List.of(1, 1), List.of()),
                chosen("vacant seats in another order", 1, List.of(2, 1), List.of()),
                chosen("a vacant seat left empty", 1, List.of(1), List.of()),
                chosen("more elected than seats are vacant", 1, List.of(1, 2, 3), List.of()),
                chosen("one level at the last place without lots", 2, List.of(2, 1, 4), List.of()),
                chosen("the other of the lots", 2, List.of(2, 1, 3), List.of(4, 3)),
                chosen("lots in another order", 2, List.of(2, 1, 4), List.of(3, 4)),
                chosen("lots of somebody else", 2, List.of(2, 1, 4), List.of(1)),
                chosen("heads before area", 2, List.of(1, 2, 4), List.of(4, 3)));
    }

    private static List<Alteration> committees() {
        return List.of(
                chosen("an even number not reduced", 3, List.of(1, 2, 3, 4, 5, 6), List.of()),
                chosen("one reduced too many", 3, List.of(1, 2, 3, 4), List.of()),
                chosen("a committee with one twice", 3, List.of(1, 2, 3, 4, 4), List.of()),
                chosen("one who did not pass", 3, List.of(1, 2, 3, 4, 7), List.of()));
    }

    private static List<Alteration> turnouts() {
        return List.of(
                outcome("passed though too few took part", 4, "PASSED"),
                outcome("rejected though too few took part", 4, "REJECTED"),
                outcome("no valid decision though enough took part", 5, "NO_VALID_DECISION"));
    }

    private static List<Alteration> terms() {
        return List.of(
                asked(
                        "an election of the special class",
                        3,
                        question -> question(question, "SPECIAL", question.byElection()),
                        Fault.CLASS_UNKNOWN),
                asked(
                        "a by-election called an election",
                        1,
                        question -> question(question, "ORDINARY", false),
                        Fault.SEATS_UNLAWFUL),
                asked(
                        "an election called a by-election",
                        3,
                        question -> question(question, "ORDINARY", true),
                        Fault.CHOSEN_DIFFERS));
    }

    private static List<Alteration> nobody() {
        return Stream.of("PASSED", "REJECTED", "NO_VALID_DECISION")
                .map(outcome -> new Alteration(
                        outcome + " of a roll on which nobody is",
                        SampleVote.of(SamplePlan.ofNobody(outcome)).bundle(),
                        Fault.TALLY_IMPOSSIBLE,
                        "decision/2"))
                .toList();
    }

    private static Alteration chosen(String what, int decision, List<Integer> chosen, List<Integer> lots) {
        return announced(
                what,
                decision,
                declared -> new Declared(decision, declared.outcomes(), chosen, lots),
                Fault.CHOSEN_DIFFERS);
    }

    private static Alteration outcome(String what, int decision, String outcome) {
        return announced(
                what,
                decision,
                declared -> new Declared(decision, List.of(outcome), List.of(), List.of()),
                Fault.OUTCOME_DIFFERS);
    }

    private static Alteration announced(String what, int decision, UnaryOperator<Declared> change, Fault fault) {
        List<Declared> declared = new ArrayList<>(GOOD.declared());
        declared.set(decision - 1, change.apply(declared.get(decision - 1)));
        return new Alteration(what, GOOD.with(declared), fault, "decision/" + decision);
    }

    /** Asked so from the beginning: the record fixes the altered paper, so that the paper's digest does not give it away. */
    private static Alteration asked(
            String what, int decision, UnaryOperator<BallotPaper.Question> change, Fault fault) {
        SampleVote vote = SampleVote.ofElections();
        BallotPaper paper = vote.paper();
        List<BallotPaper.Question> questions = new ArrayList<>(paper.questions());
        questions.set(decision - 1, change.apply(questions.get(decision - 1)));
        BallotPaper altered = new BallotPaper(
                paper.voteKey(), paper.community(), paper.title(), paper.opensAtMicros(), paper.rulePack(), questions);
        vote.leaves.set(
                SampleVote.OPEN, Leaves.encode(new Leaf.Open(vote.key, SampleVote.OPENS, altered.digest(vote.suite))));
        return new Alteration(what, vote.bundle().with(altered), fault, "decision/" + decision);
    }

    private static BallotPaper.Question question(
            BallotPaper.Question question, String decisionClass, boolean byElection) {
        return new BallotPaper.Question(
                question.spec(),
                decisionClass,
                question.title(),
                question.options(),
                question.reducesEven(),
                question.alternates(),
                byElection);
    }
}
