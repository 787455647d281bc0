package org.linli.registry.claims;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.linli.platform.time.BusinessTime;

/**
 * A claim as it stands now.
 *
 * @param claimedName as the claimant wrote it
 * @param ownerNo which owner of the register the claimant is; null until somebody found out
 * @param dueOn until when whoever holds it must act; null when nobody must
 * @param byAccount who did the last act; null when Linli did
 * @param reason of the last act, may be empty
 * @param confirmedAt when it was first confirmed; null if never
 * @param disputed whether anybody ever objected
 */
public record Claim(
        ClaimId id,
        long account,
        int homeNo,
        Assurance assurance,
        String claimedName,
        Instant openedAt,
        ClaimState state,
        @Nullable Integer ownerNo,
        @Nullable LocalDate dueOn,
        @Nullable Long byAccount,
        String byName,
        String reason,
        Instant at,
        @Nullable Instant confirmedAt,
        boolean disputed) {

    /** How long the others who are concerned may object. */
    public static final int DAYS_TO_OBJECT = 7;

    /**
     * Whether the account is this owner: from confirmation on, also while the others may object or have objected. Otherwise
     * anybody could take a neighbour's vote away by objecting the day before; what is cast meanwhile is marked instead.
     */
    public boolean isHeld() {
        return state == ClaimState.CONFIRMED || state == ClaimState.DISPUTED && confirmedAt != null;
    }

    /** Last day on which somebody may object; null when nobody may. A ruled claim is not objected to again. */
    public @Nullable LocalDate lastDayToObject() {
        return state != ClaimState.CONFIRMED || confirmedAt == null || disputed
                ? null
                : LocalDate.ofInstant(confirmedAt, BusinessTime.ZONE).plusDays(DAYS_TO_OBJECT);
    }

    /** Whether somebody may still object, or has and no ruling came yet. */
    public boolean isUnderObjection(LocalDate today) {
        LocalDate last = lastDayToObject();
        return state == ClaimState.DISPUTED || last != null && !today.isAfter(last);
    }
}
