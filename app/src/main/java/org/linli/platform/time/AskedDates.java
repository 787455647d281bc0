package org.linli.platform.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Reads the dates of an address: {@code asOf} and {@code since} are legal days, {@code knownAt} is a day or an instant. */
public final class AskedDates {

    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);
    private static final int LENGTH_OF_A_DAY = 10;

    private AskedDates() {}

    /** A day such as {@code 2023-11-02}, from 1990 to 2199; empty when the text is none. */
    public static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip()))
                    .filter(day -> !day.isBefore(EARLIEST) && day.isBefore(LATEST));
        } catch (DateTimeParseException notDay) {
            return Optional.empty();
        }
    }

    /** An instant such as {@code 2023-11-02T08:00:00Z}, or a day, which means its end in China; empty when the text is neither. */
    public static Optional<Instant> instant(String text) {
        String trimmed = text.strip();
        if (trimmed.length() == LENGTH_OF_A_DAY) {
            return day(trimmed)
                    .map(day -> day.plusDays(1)
                            .atStartOfDay(BusinessTime.ZONE)
                            .toInstant()
                            .minusNanos(1000));
        }
        try {
            return Optional.of(Instant.parse(trimmed))
                    .filter(at -> !at.isBefore(
                                    EARLIEST.atStartOfDay(BusinessTime.ZONE).toInstant())
                            && at.isBefore(
                                    LATEST.atStartOfDay(BusinessTime.ZONE).toInstant()));
        } catch (DateTimeParseException notInstant) {
            return Optional.empty();
        }
    }
}
