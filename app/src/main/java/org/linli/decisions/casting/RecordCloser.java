package org.linli.decisions.casting;

import java.time.Duration;
import java.time.Instant;
import java.util.NoSuchElementException;
import org.linli.decisions.Vote;
import org.linli.ledger.Leaf;
import org.linli.ledger.Leaves;
import org.linli.ledger.VoteKey;
import org.linli.platform.time.BusinessTime;
import org.linli.publishing.ledger.NewLeaf;
import org.linli.publishing.ledger.Records;
import org.springframework.stereotype.Service;

/**
 * Closes a vote's record: the CLOSE leaf follows the last ballot that was in time, within a minute of the deadline.
 *
 * <p>Source: domain reference a.10 [D].
 */
@Service
public class RecordCloser {

    /** Requests received before the deadline have this long to reach the record. */
    static final Duration GRACE = Duration.ofSeconds(20);

    /**
     * How long after the deadline a head still shows that its ballots were in time. The record may be closed later than that, after an
     * outage; so that head is made public too.
     */
    private static final Duration IN_TIME = Duration.ofSeconds(60);

    private final RecordWriter writer;
    private final Box box;
    private final Records records;
    private final BusinessTime time;

    RecordCloser(RecordWriter writer, Box box, Records records, BusinessTime time) {
        this.writer = writer;
        this.box = box;
        this.records = records;
        this.time = time;
    }

    /** Closes the record if its time has come; once closed, nothing more happens. @return whether it is closed now */
    public boolean close(Vote vote) {
        Box.Now now = box.now(vote.id()).orElseThrow(NoSuchElementException::new);
        if (now.closed()) {
            records.publishHead(GroupCommit.record(vote.id()));
            return true;
        }
        Instant deadline = vote.terms().deadline();
        if (time.now().isBefore(deadline.plus(GRACE))) {
            return false;
        }
        records.publishHead(GroupCommit.record(vote.id()), deadline.plus(IN_TIME));
        try {
            writer.append(vote, leaf(vote, now.extensions()), () -> refuseTwice(vote), place -> {});
        } catch (AlreadyClosed another) {
            return true;
        }
        records.publishHead(GroupCommit.record(vote.id()));
        return true;
    }

    private static NewLeaf leaf(Vote vote, int extension) {
        Leaf close = new Leaf.Close(
                VoteKey.parse(vote.key()), BallotPapers.micros(vote.terms().deadline()), extension);
        return new NewLeaf("CLOSE", Leaves.encode(close));
    }

    private void refuseTwice(Vote vote) {
        Box.Now now = box.now(vote.id()).orElseThrow(NoSuchElementException::new);
        if (now.closed()) {
            throw new AlreadyClosed();
        }
        if (now.version() != vote.terms().version()) {
            throw new IllegalStateException("the window of vote " + vote.id() + " moved meanwhile");
        }
    }

    private static final class AlreadyClosed extends RuntimeException {}
}
