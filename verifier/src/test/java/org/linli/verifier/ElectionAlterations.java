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
import org.linli.ledger.bundle.Finding;

/** Somebody announces others than those who were elected, or an outcome where none could be; or asks what may not be asked. */
final class ElectionAlterations {
    private static final Bundle GOOD = SampleVote.ofElections().bundle();

    private ElectionAlterations() {}

    static List<Alteration> all() {
        return Stream.of(announcements(), terms(), nobody())
                .flatMap(List::stream)
                .toList();
    }

    /** Several decisions in one bundle, since each bundle takes both verifiers a while. */
    private static List<Alteration> announcements() {
        return List.of(
                announced(
                        "another of those who passed; one of two level without lots; an even number not reduced",
                        chosen(1, List.of(1, 3), List.of()),
                        chosen(2, List.of(2, 1, 4), List.of()),
                        chosen(3, List.of(1, 2, 3, 4, 5, 6), List.of()),
                        outcome(4, "PASSED")),
                announced(
                        "one for both vacant seats; the other of the lots; one reduced too many",
                        chosen(1, List.of(1, 1), List.of()),
                        chosen(2, List.of(2, 1, 3), List.of(4, 3)),
                        chosen(3, List.of(1, 2, 3, 4), List.of()),
                        outcome(4, "REJECTED")),
                announced(
                        "vacant seats in another order; lots in another order; one of a committee twice",
                        chosen(1, List.of(2, 1), List.of()),
                        chosen(2, List.of(2, 1, 4), List.of(3, 4)),
                        chosen(3, List.of(1, 2, 3, 4, 4), List.of()),
                        outcome(5, "NO_VALID_DECISION")),
                announced(
                        "a vacant seat left empty; lots of somebody else; one who did not pass",
                        chosen(1, List.of(1), List.of()),
                        chosen(2, List.of(2, 1, 4), List.of(1)),
                        chosen(3, List.of(1, 2, 3, 4, 7), List.of())),
                announced(
                        "more elected than seats are vacant; level heads not ranked by area",
                        chosen(1, List.of(1, 2, 3), List.of()),
                        chosen(2, List.of(1, 2, 4), List.of(4, 3))));
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

    private static Declared chosen(int decision, List<Integer> chosen, List<Integer> lots) {
        return new Declared(decision, GOOD.declared().get(decision - 1).outcomes(), chosen, lots);
    }

    private static Declared outcome(int decision, String outcome) {
        return new Declared(decision, List.of(outcome), List.of(), List.of());
    }

    private static Alteration announced(String what, Declared... changes) {
        List<Declared> declared = new ArrayList<>(GOOD.declared());
        List<Finding> named = new ArrayList<>();
        for (Declared change : changes) {
            boolean isChosen =
                    declared.set(change.decision() - 1, change).outcomes().equals(change.outcomes());
            named.add(new Finding(
                    isChosen ? Fault.CHOSEN_DIFFERS : Fault.OUTCOME_DIFFERS, "decision/" + change.decision()));
        }
        return new Alteration(what, GOOD.with(declared), List.of(), "", named);
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
