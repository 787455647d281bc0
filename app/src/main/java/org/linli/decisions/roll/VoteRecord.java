package org.linli.decisions.roll;

import org.linli.decisions.Vote;

/**
 * Inverted port: what the clock asks of a vote's public record. Each act is durable when it returns, does nothing if it was done
 * before, and is called outside of any transaction.
 */
public interface VoteRecord {

    /**
     * Appends the leaf that announces a roll's fingerprint.
     *
     * @param leaf its one encoding
     * @param check asked while nobody else writes to the record; what it throws is thrown here, and nothing is stored
     * @param rows stored in the same transaction
     */
    void announce(Vote vote, byte[] leaf, Runnable check, Runnable rows);

    /** Fixes the ballot paper, once every roll is announced and before the vote is said to be open. */
    void open(Vote vote);

    /** Closes the record after the last ballot that was in time. @return false while such ballots may still be on their way */
    boolean close(Vote vote);
}
