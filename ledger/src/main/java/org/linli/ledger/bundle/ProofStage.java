package org.linli.ledger.bundle;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.linli.ledger.BallotProofs;
import org.linli.ledger.ColumnSums;
import org.linli.ledger.Digest;
import org.linli.ledger.Leaf;
import org.linli.ledger.Leaves;
import org.linli.ledger.RollPoints;

/** Checks every ballot's proofs, some hundred ballots at a time on every processor, and sums the columns of those that count. */
final class ProofStage {
    private static final int AT_ONCE = 200;

    private final Bundle bundle;
    private final RecordState state;
    private final BallotProofs proofs;
    private final List<Finding> findings;

    ProofStage(Bundle bundle, RecordState state, Map<Integer, RollPoints> rolls, Digest root, List<Finding> findings) {
        this.bundle = bundle;
        this.state = state;
        this.findings = findings;
        proofs = new BallotProofs(
                bundle.suite(), bundle.paper().voteKey(), rolls, bundle.paper().specs(), root);
    }

    ColumnSums check() {
        Set<Integer> counted =
                state.counted().stream().map(ballot -> ballot.leaf).collect(Collectors.toSet());
        List<Integer> leaves =
                state.all().stream().map(ballot -> ballot.leaf).sorted().toList();
        List<BallotProofs.Result> results = IntStream.range(0, (leaves.size() + AT_ONCE - 1) / AT_ONCE)
                .parallel()
                .mapToObj(chunk -> leaves.subList(chunk * AT_ONCE, Math.min(leaves.size(), (chunk + 1) * AT_ONCE)))
                .map(chunk -> proofs.check(chunk.stream()
                        .map(leaf -> numbered(leaf, counted.contains(leaf)))
                        .toList()))
                .toList();
        ColumnSums sums = new ColumnSums(bundle.suite());
        results.forEach(result -> sums.add(result.sums()));
        results.stream()
                .flatMap(result -> result.bad().stream())
                .sorted(Comparator.comparingLong(BallotProofs.Bad::leaf))
                .forEach(this::add);
        return sums;
    }

    private BallotProofs.Numbered numbered(int leaf, boolean isCounted) {
        Leaf.Ballot ballot =
                (Leaf.Ballot) Leaves.decode(bundle.suite(), bundle.leaves().leaf(leaf));
        return new BallotProofs.Numbered(leaf, ballot, isCounted);
    }

    private void add(BallotProofs.Bad bad) {
        Fault fault = switch (bad.flaw()) {
            case SHAPE -> Fault.PART_SHAPE;
            case POINT -> Fault.PART_POINT;
            case OPTION -> Fault.OPTION_PROOF;
            case SUM -> Fault.SUM_PROOF;
        };
        String place = "leaf/%d/decision/%d".formatted(bad.leaf(), bad.decision());
        findings.add(new Finding(fault, bad.option() == 0 ? place : place + "/column/" + bad.option()));
    }
}
