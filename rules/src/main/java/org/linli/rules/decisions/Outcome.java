package org.linli.rules.decisions;

/** What counting yields. Whether a decision is void or revoked later is a state of the decision, not an outcome. */
public enum Outcome {
    /** 通过. */
    PASSED,
    /** 未获通过（不产生相反决定）: enough took part, too few agreed; the opposite is not decided. */
    REJECTED,
    /** 未形成有效决定: too few took part, whatever they chose. */
    NO_VALID_DECISION
}
