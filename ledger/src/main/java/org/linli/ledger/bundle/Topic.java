package org.linli.ledger.bundle;

/** What a check answers, in the order in which people read it. */
public enum Topic {
    /** The rules the vote was held under. */
    RULES,
    /** The roll and its totals. */
    ROLL,
    /** The record: complete, ordered, opened and closed. */
    RECORD,
    /** Signed heads, and that everything was entered in time. */
    HEADS,
    /** Ballots are well formed. */
    BALLOTS,
    /** What was counted. */
    COUNT,
    /** What it decides. */
    OUTCOME
}
