package org.linli.decisions;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.linli.platform.ids.CommunityId;

/**
 * A vote 一次表决 of a community. Written {@code 12-3}: the third vote of community 12.
 *
 * @param community where
 * @param number within the community, from 1
 */
public record VoteId(CommunityId community, int number) {

    private static final Pattern SHAPE = Pattern.compile("([1-9]\\d{0,17})-([1-9]\\d{0,8})");

    /** Refuses numbers below 1. */
    public VoteId {
        if (number < 1) {
            throw new IllegalArgumentException("votes are numbered from 1: " + number);
        }
    }

    /** Empty when the text is no vote's address. */
    public static Optional<VoteId> parse(String text) {
        Matcher parts = SHAPE.matcher(text);
        return parts.matches()
                ? Optional.of(
                        new VoteId(new CommunityId(Long.parseLong(parts.group(1))), Integer.parseInt(parts.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return community + "-" + number;
    }
}
