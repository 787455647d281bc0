package org.linli.registry.claims;

/** Where a claim stands. */
public enum ClaimState {
    /** Papers were handed in. */
    SUBMITTED,
    /** A worker saw the papers; a second one is to confirm. */
    SEEN,
    /** The account is this owner. */
    CONFIRMED,
    /** Sent back with a reason; the claimant may begin anew. */
    RETURNED,
    /** Somebody objected, or another account is this owner already: the street rules. */
    DISPUTED,
    /** Over: by the claimant, by a ruling, or because the home changed hands. */
    ENDED;

    /** Whether an act may lead from here to there. */
    public boolean mayBecome(ClaimState next) {
        return switch (this) {
            case SUBMITTED -> next == SEEN || next == RETURNED || next == ENDED;
            case SEEN -> next == CONFIRMED || next == DISPUTED || next == RETURNED || next == ENDED;
            case CONFIRMED -> next == DISPUTED || next == ENDED;
            case DISPUTED -> next == CONFIRMED || next == ENDED;
            case RETURNED, ENDED -> false;
        };
    }

    /** Whether nothing more can become of it. */
    public boolean isOver() {
        return this == RETURNED || this == ENDED;
    }
}
