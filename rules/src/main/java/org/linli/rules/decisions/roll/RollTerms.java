package org.linli.rules.decisions.roll;

import org.jspecify.annotations.Nullable;

/**
 * The readings a roll is made by; the notice of the vote states them.
 *
 * @param parking whether parking spaces and stalls count
 * @param ownerSets who is the same owner
 * @param developer identity key of the developer, null when there is none any more
 */
public record RollTerms(
        ParkingRule parking,
        OwnerSetRule ownerSets,
        @Nullable String developer) {
    /** Parking spaces and stalls. Source: Guiding rules art. 25 [K]; the law of Taizhou is silent, so the notice must say it. */
    public enum ParkingRule {
        IN,
        OUT
    }

    /** When owners of two parts are one person. Source: own default SAME_SET [D], domain reference a.2 C11. */
    public enum OwnerSetRule {
        /** Only exactly the same owners: Zhang alone and Zhang with Li are two persons. */
        SAME_SET,
        /** Any common owner; counted beside the default to show whether the outcome hangs on it. */
        COMMON_OWNER
    }
}
