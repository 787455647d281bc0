package org.linli.ledger.bundle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.linli.ledger.ColumnSums;
import org.linli.ledger.Digest;
import org.linli.ledger.RollPoints;
import org.linli.ledger.SignedHead;

/**
 * Checks everything about a bundle that needs no law: rolls, record, heads, proofs and sums. What the figures decide is for the
 * rules to say.
 */
public final class BundleCheck {
    private BundleCheck() {}

    /** @param seenHeads heads that somebody kept while the vote ran; the record must contain them */
    public static BundleReport check(Bundle bundle, List<SignedHead> seenHeads) {
        List<Finding> findings = new ArrayList<>();
        RollStage rollStage = new RollStage(bundle, findings);
        Map<Integer, RollPoints> rolls = rollStage.check();
        List<BundleReport.Roll> rollFacts = rollStage.facts();
        RecordState state = new RecordStage(bundle, rolls, findings).check(seenHeads);
        new HeadStage(bundle, state, findings).check(seenHeads);
        Digest root = Objects.requireNonNull(
                state.roots.get((long) bundle.leaves().size()), "the root over all leaves is always noted");
        ColumnSums sums = new ProofStage(bundle, state, rolls, root, findings).check();
        List<DecisionFigures> figures = new CountStage(bundle, state, rolls, sums, findings).check(rollFacts);
        findings.sort(Comparator.comparing(finding -> finding.fault().topic()));
        return new BundleReport(findings, rollFacts, summary(bundle, state, root, seenHeads.size()), figures);
    }

    private static BundleReport.Summary summary(Bundle bundle, RecordState state, Digest root, int seen) {
        List<RecordState.Ballot> all = state.all();
        return new BundleReport.Summary(
                bundle.leaves().size(),
                root,
                all.size(),
                (int) all.stream().filter(ballot -> ballot.isOnPaper).count(),
                (int) all.stream().filter(ballot -> ballot.isAnnulled).count(),
                state.counted().size(),
                bundle.heads().heads().size(),
                seen);
    }
}
