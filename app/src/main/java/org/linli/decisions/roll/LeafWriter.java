package org.linli.decisions.roll;

import org.linli.decisions.VoteId;

/** Inverted port: appends a leaf that is no ballot to the record of a vote. */
public interface LeafWriter {

    /**
     * Appends durably.
     *
     * @param leaf its one encoding
     * @param rowsInTheSameTransaction rows that stand if and only if the leaf does
     * @return position of the leaf
     */
    long append(VoteId id, byte[] leaf, Runnable rowsInTheSameTransaction);
}
