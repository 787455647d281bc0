package org.linli.platform.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.platform.time.AskedDates;

/**
 * A date of the address that the page could not answer for. The page says so, keeps the field as typed and shows today instead.
 *
 * @param parameter {@code asOf}, {@code since} or {@code knownAt}
 * @param typed as it was typed
 * @param key text key of what is wrong
 */
public record RefusedDate(String parameter, String typed, String key) {

    private static final String PAST_ONLY = RefusedDate.class.getName();

    /** Pages that recompute figures answer for no future day. */
    public static void refuseTheFuture(HttpServletRequest request) {
        request.setAttribute(PAST_ONLY, true);
    }

    static Stream<RefusedDate> of(HttpServletRequest request, LocalDate today) {
        // An error page must not read the parameters of a request that may have failed for them.
        if (!request.getMethod().equals("GET") || request.getDispatcherType() == DispatcherType.ERROR) {
            return Stream.empty();
        }
        boolean pastOnly = request.getAttribute(PAST_ONLY) != null;
        return Stream.of("asOf", "since", "knownAt")
                .flatMap(name -> find(name, request.getParameter(name), today, pastOnly).stream());
    }

    private static Optional<RefusedDate> find(String name, @Nullable String typed, LocalDate today, boolean pastOnly) {
        if (typed == null || typed.isBlank()) {
            return Optional.empty();
        }
        if (name.equals("knownAt")) {
            return AskedDates.instant(typed).isPresent()
                    ? Optional.empty()
                    : Optional.of(new RefusedDate(name, typed, "frame.date.no-instant"));
        }
        Optional<LocalDate> day = AskedDates.day(typed);
        if (day.isEmpty()) {
            return Optional.of(new RefusedDate(name, typed, "frame.date.no-day"));
        }
        return pastOnly && day.get().isAfter(today)
                ? Optional.of(new RefusedDate(name, typed, "frame.date.future"))
                : Optional.empty();
    }
}
