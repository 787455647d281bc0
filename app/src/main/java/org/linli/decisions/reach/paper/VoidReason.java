package org.linli.decisions.reach.paper;

import org.linli.ledger.Leaf;

/** Why a paper ballot does not count; the public record names it more coarsely. */
public enum VoidReason {
    LOST(Leaf.VoidReason.LOST),
    DAMAGED(Leaf.VoidReason.SPOILT),
    ISSUED_IN_ERROR(Leaf.VoidReason.REPLACED),
    /** The owner gave it back unused, to vote on the phone. */
    WITHDRAWN(Leaf.VoidReason.REPLACED),
    /** The same entry's other ballot was there first. */
    VOTED_OTHERWISE(Leaf.VoidReason.VOTED_OTHERWISE),
    /** The form itself cannot be counted: unsigned, altered, a copy. */
    NOT_VALID(Leaf.VoidReason.NOT_VALID),
    /** It came after the deadline. */
    TOO_LATE(Leaf.VoidReason.NOT_VALID);

    private final Leaf.VoidReason inRecord;

    VoidReason(Leaf.VoidReason inRecord) {
        this.inRecord = inRecord;
    }

    Leaf.VoidReason inRecord() {
        return inRecord;
    }
}
