package org.linli.rules.decisions.assembly;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When the first owners' assembly of an area may be held: 60 % of its area sold and delivered, or 30 % two years after the first
 * home was. Both shares are inclusive.
 *
 * <p>Source: Taizhou regulation art. 14 [V].
 */
public final class FirstAssembly {
    private static final int PARTS = 10;
    private static final int AT_ONCE = 6;
    private static final int AFTER_A_WHILE = 3;
    private static final int WHILE_YEARS = 2;

    private FirstAssembly() {}

    /**
     * @param deliveredDm2 area sold and delivered, in 0.01 m²
     * @param totalDm2 area of all exclusive parts, in 0.01 m²
     * @param firstDelivery day on which the first home was delivered; null when nobody recorded it
     * @throws IllegalArgumentException if more is delivered than there is, or an area is negative
     */
    public static boolean isDue(long deliveredDm2, long totalDm2, @Nullable LocalDate firstDelivery, LocalDate today) {
        if (deliveredDm2 < 0 || deliveredDm2 > totalDm2) {
            throw new IllegalArgumentException("%d delivered of %d".formatted(deliveredDm2, totalDm2));
        }
        if (totalDm2 == 0) {
            return false;
        }
        boolean longAgo = firstDelivery != null && !today.isBefore(firstDelivery.plusYears(WHILE_YEARS));
        long needed = Math.multiplyExact(totalDm2, longAgo ? AFTER_A_WHILE : AT_ONCE);
        return Math.multiplyExact(deliveredDm2, PARTS) >= needed;
    }
}
