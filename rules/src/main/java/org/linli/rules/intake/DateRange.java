package org.linli.rules.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days from one to another, both included.
 *
 * @param from first day
 * @param to last day, not before the first; null when open
 */
public record DateRange(LocalDate from, @Nullable LocalDate to) {
    /** Refuses an end before the start. */
    public DateRange {
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("range ends before it begins: %s to %s".formatted(from, to));
        }
    }
}
