package org.linli.decisions.drafting;

import java.time.LocalDate;
import org.linli.decisions.VoteState;

/**
 * The order that voids a vote.
 *
 * <p>Source: State Council property management regulation art. 19: department or street orders correction or revokes, and tells all
 * owners [V]; SPC interpretation art. 12 for the court [V].
 *
 * @param state INVALIDATED or REVOKED
 * @param documentNo number of the decision or judgment
 */
public record VoteOrder(VoteState state, Authority authority, String documentNo, LocalDate issuedOn, String reason) {
    /** Who ordered it. */
    public enum Authority {
        STREET,
        COUNTY,
        COURT
    }

    public VoteOrder {
        if (state != VoteState.INVALIDATED && state != VoteState.REVOKED) {
            throw new IllegalArgumentException("no order leads to " + state);
        }
    }
}
