package org.linli.figures.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.divisions.Division;
import org.linli.divisions.Divisions;
import org.linli.figures.AsOf;
import org.linli.platform.ids.DivisionLevel;
import org.linli.platform.settings.Portal;
import org.linli.platform.time.AskedDates;
import org.linli.platform.time.BusinessTime;
import org.linli.platform.web.RefusedDate;
import org.springframework.stereotype.Component;

/** Reads which division and day a request asks for; what is left out means this city, today. */
@Component
class FigureRequest {

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
        Optional<LocalDate> legal = day == null || day.isBlank() ? Optional.of(time.today()) : pastDay(day);
        if (knownAt == null || knownAt.isBlank()) {
            return legal.map(AsOf::day);
        }
        return AskedDates.instant(knownAt).flatMap(known -> legal.map(asked -> new AsOf(asked, Optional.of(known))));
    }

    /** A day until today; empty when the text is none. */
    Optional<LocalDate> pastDay(String text) {
        return AskedDates.day(text).filter(day -> !day.isAfter(time.today()));
    }

    /** The dates of a page: one that cannot be answered is left out, and the page's frame says so. */
    AsOf ofPage(HttpServletRequest request) {
        RefusedDate.refuseTheFuture(request);
        return new AsOf(
                given(request, "asOf").flatMap(this::pastDay).orElseGet(time::today),
                given(request, "knownAt").flatMap(AskedDates::instant));
    }

    /** The other day of a comparison: the one asked for, or the beginning of the year. */
    LocalDate sinceOfPage(HttpServletRequest request, LocalDate day) {
        return given(request, "since").flatMap(this::pastDay).orElseGet(() -> yearStart(day));
    }

    static LocalDate yearStart(LocalDate day) {
        return day.withDayOfYear(1).equals(day) ? day.minusYears(1) : day.withDayOfYear(1);
    }

    private static Optional<String> given(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).filter(text -> !text.isBlank());
    }

    /** From the city down to the division, for the path on top of a page. */
    List<Division> path(Division place) {
        return divisions.path(place.code()).stream()
                .filter(division -> division.level().ordinal() >= DivisionLevel.CITY.ordinal())
                .toList();
    }
}
