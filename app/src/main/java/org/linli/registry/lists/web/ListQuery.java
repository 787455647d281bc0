package org.linli.registry.lists.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The filter of a list as it stands in the address; unknown words filter nothing. */
public record ListQuery(
        String asOf,
        String division,
        String text,
        String state,
        String kind,
        String within,
        String alone,
        String after) {

    /** So many days ahead can be asked for. */
    public static final List<Integer> DAYS = List.of(30, 60, 90, 180, 365);

    public ListQuery {
        asOf = orEmpty(asOf);
        division = orEmpty(division);
        text = orEmpty(text);
        state = orEmpty(state);
        kind = orEmpty(kind);
        within = orEmpty(within);
        alone = orEmpty(alone);
        after = orEmpty(after);
    }

    /** Spring binds what is not in the address as null. */
    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    int withinDays() {
        return DAYS.stream()
                .filter(days -> days.toString().equals(within))
                .findFirst()
                .orElse(0);
    }
}
