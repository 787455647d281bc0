package org.linli.decisions;

/**
 * The steps of a vote, in their order, and its three ways out.
 *
 * <p>Source: domain reference a.10 [D]; which step has which article stands at the step's rule.
 */
public enum VoteState {
    DRAFT,
    /** The street or neighbourhood reads it, at most five working days. */
    REVIEW,
    /** The notice hangs; the roll is frozen at 00:00 of this day. */
    NOTICED,
    OPEN,
    CLOSED,
    /** The witnessed count is signed: {@code decided_on}. */
    PRELIMINARY,
    /** Objections may be made, or wait for their ruling. */
    OBJECTION,
    /** Objections are ruled on: the day the decision counts in figures. */
    FINAL,
    FILED,
    CANCELLED,
    /** An upheld objection voided it from the start. */
    INVALIDATED,
    /** A court, the department or the street revoked it. */
    REVOKED;

    /** Whether nothing follows from it any more. */
    public boolean isVoid() {
        return this == CANCELLED || this == INVALIDATED || this == REVOKED;
    }

    /** Whether the notice was published, so that anybody may see the vote. */
    public boolean isPublic() {
        return ordinal() >= NOTICED.ordinal();
    }
}
