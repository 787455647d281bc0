package org.linli.ledger.bundle;

import java.util.List;
import java.util.Objects;
import org.linli.ledger.HeadVerifier;
import org.linli.ledger.MalformedException;
import org.linli.ledger.SignedHead;

/** Whether the signed heads are heads of this record, and what their times say about when it was written. */
final class HeadStage {
    /** The close follows the last ballot in time within a minute. Source: own default [D]. */
    private static final long GRACE_MICROS = 60_000_000;

    private final Bundle bundle;
    private final RecordState state;
    private final List<Finding> findings;

    HeadStage(Bundle bundle, RecordState state, List<Finding> findings) {
        this.bundle = bundle;
        this.state = state;
        this.findings = findings;
    }

    void check(List<SignedHead> seen) {
        HeadVerifier verifier;
        try {
            verifier = HeadVerifier.of(bundle.suite(), bundle.heads().publicKey());
        } catch (MalformedException e) {
            add(Fault.KEY_MALFORMED, "heads");
            return;
        }
        List<SignedHead> heads = bundle.heads().heads();
        for (int i = 0; i < heads.size(); i++) {
            own(verifier, heads, i);
        }
        addIf(heads.isEmpty() || heads.getLast().size() != bundle.leaves().size(), Fault.FINAL_HEAD_MISSING, "heads");
        for (int i = 0; i < seen.size(); i++) {
            seen(verifier, seen.get(i), "seen/" + i);
        }
        times(heads);
    }

    private void own(HeadVerifier verifier, List<SignedHead> heads, int i) {
        SignedHead head = heads.get(i);
        String place = "head/" + i;
        addIf(!verifier.holds(head), Fault.HEAD_SIGNATURE, place);
        if (head.size() > bundle.leaves().size()) {
            add(Fault.HEAD_BEYOND, place);
        } else {
            addIf(!isOfRecord(head), Fault.HEAD_ROOT, place);
        }
        boolean backwards = i > 0
                && (head.size() < heads.get(i - 1).size()
                        || head.timeMicros() < heads.get(i - 1).timeMicros());
        addIf(backwards, Fault.HEAD_ORDER, place);
    }

    private void seen(HeadVerifier verifier, SignedHead head, String place) {
        boolean isOwn = head.voteKey().equals(bundle.paper().voteKey()) && verifier.holds(head);
        addIf(!isOwn, Fault.SEEN_SIGNATURE, place);
        addIf(isOwn && !isOfRecord(head), Fault.SEEN_REWRITTEN, place);
    }

    private boolean isOfRecord(SignedHead head) {
        return Objects.equals(state.roots.get(head.size()), head.root());
    }

    private void times(List<SignedHead> heads) {
        long latest = bundle.deadlineMicros() + GRACE_MICROS;
        long coveredInTime = 0;
        for (int i = 0; i < heads.size(); i++) {
            SignedHead head = heads.get(i);
            String place = "head/" + i;
            boolean hasBallot = state.firstBallot != RecordState.NEVER && head.size() > state.firstBallot;
            addIf(hasBallot && head.timeMicros() < bundle.paper().opensAtMicros(), Fault.BALLOT_EARLY, place);
            boolean hasClose = state.isClosed() && head.size() > state.close;
            addIf(hasClose && head.timeMicros() < bundle.deadlineMicros(), Fault.CLOSED_EARLY, place);
            if (head.timeMicros() <= latest) {
                coveredInTime = Math.max(coveredInTime, head.size());
            }
        }
        addIf(state.lastBallotWithoutPaper >= coveredInTime, Fault.BALLOT_LATE, "leaf/" + state.lastBallotWithoutPaper);
    }

    private void addIf(boolean isWrong, Fault fault, String place) {
        if (isWrong) {
            add(fault, place);
        }
    }

    private void add(Fault fault, String place) {
        findings.add(new Finding(fault, place));
    }
}
