package org.linli.decisions.casting;

import org.linli.decisions.Vote;
import org.linli.decisions.roll.VoteRecord;
import org.linli.publishing.ledger.NewLeaf;
import org.springframework.stereotype.Component;

/** The record as the clock of votes sees it. */
@Component
class ClockedRecord implements VoteRecord {

    private final RecordWriter writer;
    private final RecordOpener opener;
    private final RecordCloser closer;
    private final JointObjections objections;

    ClockedRecord(RecordWriter writer, RecordOpener opener, RecordCloser closer, JointObjections objections) {
        this.writer = writer;
        this.opener = opener;
        this.closer = closer;
        this.objections = objections;
    }

    @Override
    public void announce(Vote vote, byte[] leaf, Runnable check, Runnable rows) {
        writer.append(vote, new NewLeaf("ROLL", leaf), check, place -> rows.run());
    }

    @Override
    public void open(Vote vote) {
        opener.open(vote);
    }

    @Override
    public boolean close(Vote vote) {
        boolean closed = closer.close(vote);
        if (closed) {
            objections.settle(vote);
        }
        return closed;
    }
}
