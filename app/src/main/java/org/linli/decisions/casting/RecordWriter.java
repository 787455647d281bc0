package org.linli.decisions.casting;

import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.Vote;
import org.linli.ledger.SignedHead;
import org.linli.publishing.ledger.Growth;
import org.linli.publishing.ledger.NewLeaf;
import org.springframework.stereotype.Service;

/** Leaves of a vote's record other than ballots, with the rows that go with them, in one durable commit. */
@Service
public class RecordWriter {

    private final GroupCommit commits;

    RecordWriter(GroupCommit commits) {
        this.commits = commits;
    }

    /**
     * Appends a leaf and waits until it is durable. Call it outside of any transaction: the writer has its own.
     *
     * @param check asked under the record's lock, just before; what it throws is thrown here and nothing is stored
     * @param rows stores the rows that go with the leaf, given its place, in the same transaction
     * @return the leaf's place, from 0
     */
    public long append(Vote vote, NewLeaf leaf, Runnable check, LongConsumer rows) {
        return append(vote, () -> leaf, check, rows);
    }

    /** As above, for a leaf that can only be made under the record's lock. */
    public long append(Vote vote, Supplier<NewLeaf> leaf, Runnable check, LongConsumer rows) {
        try {
            return commits.write(new LeafJob(vote, leaf, check, rows));
        } catch (NotStored failed) {
            if (failed.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw failed;
        }
    }

    private static final class LeafJob extends GroupCommit.Job<Long> {
        private final Supplier<NewLeaf> leaf;
        private final Runnable check;
        private final LongConsumer rows;
        private long place;

        LeafJob(Vote vote, Supplier<NewLeaf> leaf, Runnable check, LongConsumer rows) {
            super(vote.id(), vote.key());
            this.leaf = leaf;
            this.check = check;
            this.rows = rows;
        }

        @Override
        BallotStore.@Nullable NewBallot append(Growth growth, GroupCommit.Batch batch) {
            check.run();
            place = growth.append(leaf.get());
            return null;
        }

        @Override
        void rows() {
            rows.accept(place);
        }

        @Override
        Long answer(@Nullable SignedHead head) {
            return place;
        }
    }
}
