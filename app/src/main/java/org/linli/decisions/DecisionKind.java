package org.linli.decisions;

/** What a decision asks. */
public enum DecisionKind {
    /** Agree, oppose, abstain. */
    YES_NO,
    /** One of several options, none of them, or abstain. */
    CHOICE,
    /** Up to k of n candidates. */
    ELECTION
}
