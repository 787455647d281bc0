package org.linli.decisions.reach.paper;

/** Why a paper ballot does not count. The ordinal + 1 is the code in the record. */
public enum VoidReason {
    LOST,
    DAMAGED,
    ISSUED_IN_ERROR,
    /** The owner gave it back unused, to vote on the phone. */
    WITHDRAWN,
    /** The same entry's other ballot was there first. */
    VOTED_OTHERWISE,
    /** The form itself cannot be counted: unsigned, altered, a copy. */
    NOT_VALID,
    /** It came after the deadline. */
    TOO_LATE
}
