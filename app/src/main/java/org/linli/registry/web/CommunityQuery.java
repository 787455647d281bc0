package org.linli.registry.web;

import java.util.Optional;
import org.linli.registry.CommunityFilter;
import org.linli.rules.coverage.ServiceState;
import org.linli.rules.registry.CommunityType;

/** The filter of a list as it stands in the address; unknown words filter nothing. */
public record CommunityQuery(
        String asOf, String division, String text, String state, String type, String missing, String after) {

    public CommunityQuery {
        asOf = orEmpty(asOf);
        division = orEmpty(division);
        text = orEmpty(text);
        state = orEmpty(state);
        type = orEmpty(type);
        missing = orEmpty(missing);
        after = orEmpty(after);
    }

    /** Spring binds what is not in the address as null. */
    private static String orEmpty(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }

    /** The same filter of what is true today. */
    CommunityQuery today() {
        return new CommunityQuery("", division, text, state, type, missing, after);
    }

    CommunityFilter filter(Desk desk, int limit) {
        return new CommunityFilter(
                desk.day(asOf),
                desk.division(division),
                text,
                constant(ServiceState.class, state),
                constant(CommunityType.class, type),
                missing.isEmpty() ? Optional.empty() : Optional.of(missing.equals("yes")),
                after,
                limit);
    }

    private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String text) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }
}
