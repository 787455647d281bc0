package org.linli.registry.suggestions;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.linli.platform.ids.CommunityId;

/** A proposed correction. @param number counts within the community */
public record SuggestionId(CommunityId community, int number) {

    private static final Pattern TEXT = Pattern.compile("([1-9]\\d{0,17})-([1-9]\\d{0,8})");

    /** Reads what {@link #toString()} writes; empty for anything else. */
    public static Optional<SuggestionId> parse(String text) {
        Matcher parts = TEXT.matcher(text);
        return parts.matches()
                ? Optional.of(new SuggestionId(
                        new CommunityId(Long.parseLong(parts.group(1))), Integer.parseInt(parts.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return community + "-" + number;
    }
}
