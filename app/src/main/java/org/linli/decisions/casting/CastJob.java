package org.linli.decisions.casting;

import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.casting.BallotStore.NewBallot;
import org.linli.decisions.casting.BallotStore.Row;
import org.linli.decisions.casting.CastResult.Refusal;
import org.linli.ledger.SignedHead;
import org.linli.publishing.ledger.Growth;
import org.linli.publishing.ledger.NewLeaf;

/**
 * One ballot on its way into the record. Under the record's lock it becomes the entry's next attempt, the ballot that stands
 * already, or a refusal.
 */
final class CastJob extends GroupCommit.Job<CastResult> {

    private final CastRequest request;
    private final OpenVote open;
    private final IntFunction<byte[]> leaf;
    private final Box box;
    private final List<PaperCheck> papers;
    private final Learned learned;

    private @Nullable Refusal refusal;
    private @Nullable Standing standing;
    private long place;

    /** Under which word the voter's standing was learned, null when the channel checks it itself; and which words are outdated. */
    record Learned(@Nullable String asOf, UnaryOperator<Set<String>> outdated) {}

    private record Outdated(Set<String> words) {}

    /** A ballot of this entry that is in the box, or goes in with the same batch. */
    private record Standing(long leafNo, byte[] sealed, int attempt) {}

    /**
     * @param open the vote as the request found it
     * @param leaf the bytes of the leaf for an attempt
     */
    CastJob(
            CastRequest request,
            OpenVote open,
            IntFunction<byte[]> leaf,
            Box box,
            List<PaperCheck> papers,
            Learned learned) {
        super(request.vote(), open.vote().key());
        this.request = request;
        this.open = open;
        this.leaf = leaf;
        this.box = box;
        this.papers = papers;
        this.learned = learned;
    }

    String entry() {
        return request.entry();
    }

    @Nullable
    String learnedAsOf() {
        return learned.asOf;
    }

    @Override
    @Nullable
    NewBallot append(Growth growth, GroupCommit.Batch batch) {
        standing = standing(batch);
        if (standing != null) {
            return null;
        }
        Box.Now now = batch.once(Box.Now.class, () -> box.now(request.vote()).orElseThrow());
        refusal = refusal(now);
        if (refusal == null && isOutdated(batch)) {
            refusal = Refusal.STANDING_UNKNOWN;
        }
        if (refusal != null) {
            return null;
        }
        int attempt = batch.standing(request.entry()).size() + 1;
        place = growth.append(new NewLeaf("BALLOT", leaf.apply(attempt)));
        String spot = OpenVote.spot(open.vote(), request.entry(), attempt);
        return new NewBallot(request, attempt, place, open.choices().seal(spot, request.answers()));
    }

    private boolean isOutdated(GroupCommit.Batch batch) {
        return learned.asOf != null
                && batch.once(Outdated.class, () -> new Outdated(learned.outdated.apply(batch.learned())))
                        .words
                        .contains(learned.asOf);
    }

    private @Nullable Standing standing(GroupCommit.Batch batch) {
        NewBallot added = batch.added(request.entry());
        if (added != null) {
            return new Standing(added.leafNo(), added.sealed(), added.attempt());
        }
        List<Row> rows = batch.standing(request.entry());
        return rows.isEmpty() || rows.getLast().annulled()
                ? null
                : new Standing(
                        rows.getLast().leafNo(),
                        rows.getLast().sealed(),
                        rows.getLast().attempt());
    }

    private @Nullable Refusal refusal(Box.Now now) {
        if (!now.isOpenAt(request.receivedAt())) {
            return Refusal.NOT_OPEN;
        }
        if (now.rollVersion() != open.roll().version().number()) {
            return Refusal.NOT_ON_ROLL;
        }
        if (request.serial() != null) {
            return papers.stream().allMatch(paper -> paper.isValid(request.vote(), request.entry(), request.serial()))
                    ? null
                    : Refusal.PAPER_NOT_VALID;
        }
        return now.closed() ? Refusal.CLOSED : null;
    }

    @Override
    CastResult answer(@Nullable SignedHead head) {
        if (refusal != null) {
            return new CastResult.Refused(refusal);
        }
        Standing before = standing;
        if (before == null) {
            return new CastResult.Cast(open.receipt(place, head));
        }
        String spot = OpenVote.spot(open.vote(), request.entry(), before.attempt);
        boolean same = open.choices().open(spot, before.sealed).equals(request.answers());
        return new CastResult.AlreadyCast(open.receipt(before.leafNo, null), same);
    }
}
