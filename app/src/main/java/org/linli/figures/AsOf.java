package org.linli.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The question's two dates.
 *
 * @param day the legal day the figure speaks of
 * @param knownAt with the knowledge of this instant; empty: with today's
 */
public record AsOf(LocalDate day, Optional<Instant> knownAt) {
    public static AsOf day(LocalDate day) {
        return new AsOf(day, Optional.empty());
    }

    /** Both dates as parameters of an address, so that whoever follows it asks the same question. */
    public String query() {
        return "asOf=" + day + knownAt.map(at -> "&knownAt=" + at).orElse("");
    }

    public AsOf on(LocalDate other) {
        return new AsOf(other, knownAt);
    }
}
