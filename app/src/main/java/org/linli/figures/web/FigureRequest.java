package org.linli.figures.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.divisions.Division;
import org.linli.divisions.Divisions;
import org.linli.figures.AsOf;
import org.linli.platform.settings.Portal;
import org.linli.platform.time.BusinessTime;
import org.springframework.stereotype.Component;

/** Reads which division and day a request asks for; what is left out means this city, today. */
@Component
class FigureRequest {

    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private final Divisions divisions;
    private final Portal portal;
    private final BusinessTime time;

    FigureRequest(Divisions divisions, Portal portal, BusinessTime time) {
        this.divisions = divisions;
        this.portal = portal;
        this.time = time;
    }

    /** The division asked for; empty when it is unknown or outside of this installation's. */
    Optional<Division> division(@Nullable String code) {
        Optional<Division> found =
                code == null || code.isBlank() ? divisions.find(portal.home()) : divisions.find(code);
        return found.filter(division -> portal.home().covers(division.code()));
    }

    /** The two dates; empty when one cannot be read or the day lies in the future. */
    Optional<AsOf> asOf(@Nullable String day, @Nullable String knownAt) {
        try {
            LocalDate today = time.today();
            LocalDate legal = day == null || day.isBlank() ? today : LocalDate.parse(day.strip());
            Optional<Instant> known =
                    knownAt == null || knownAt.isBlank() ? Optional.empty() : Optional.of(instant(knownAt));
            boolean beyond = known.filter(at -> at.isBefore(EARLIEST) || at.isAfter(LATEST))
                    .isPresent();
            return legal.isAfter(today) || legal.getYear() < 1990 || beyond
                    ? Optional.empty()
                    : Optional.of(new AsOf(legal, known));
        } catch (DateTimeParseException notADate) {
            return Optional.empty();
        }
    }

    /** An instant, or a day meaning its end in China. */
    private static Instant instant(String text) {
        String trimmed = text.strip();
        return trimmed.length() == 10
                ? LocalDate.parse(trimmed)
                        .plusDays(1)
                        .atStartOfDay(BusinessTime.ZONE)
                        .toInstant()
                        .minusNanos(1000)
                : Instant.parse(trimmed);
    }

    LocalDate today() {
        return time.today();
    }
}
