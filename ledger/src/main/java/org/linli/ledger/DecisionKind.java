package org.linli.ledger;

/** How a decision is asked. The code is what the record holds. */
public enum DecisionKind {
    /** Columns: agree, oppose, abstain. */
    YES_NO(1),
    /** Columns: each option, none of them, abstain. */
    CHOICE(2),
    /** Columns: each candidate, then one blank place for each seat, so that every ballot sums to the seats. */
    ELECTION(3);

    private final int code;

    DecisionKind(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
