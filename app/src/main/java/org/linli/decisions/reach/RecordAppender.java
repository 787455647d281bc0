package org.linli.decisions.reach;

import org.linli.decisions.VoteId;

/** Appends a leaf to a vote's record, durably, together with the rows that say more. Implemented by casting. */
public interface RecordAppender {

    /** @return its position */
    long append(VoteId vote, byte[] leaf, Runnable rowsInTheSameTransaction);
}
