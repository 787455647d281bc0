package org.linli.decisions.casting;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What one ballot says to one decision.
 *
 * @param kind what was marked
 * @param options option or candidate numbers as on the ballot: one for OPTION, one or more for MARKS, else empty; unmodifiable
 */
public record Answer(Kind kind, SortedSet<Integer> options) {

    /** The forms an answer has. */
    public enum Kind {
        AGREE,
        OPPOSE,
        ABSTAIN,
        /** One option of a CHOICE. */
        OPTION,
        /** No option of a CHOICE, no candidate of an ELECTION: takes part and agrees to none. */
        NONE_OF_THEM,
        /** Candidates of an ELECTION; more than there are seats makes this question invalid when counted. */
        MARKS,
        /** The whole question left blank on a paper ballot that is valid. */
        BLANK,
        /** Several marks where one is allowed, or unreadable: this question is invalid, not the ballot. */
        INVALID
    }

    /** Refuses options where the kind has none, and none where it needs them. */
    public Answer {
        options = Collections.unmodifiableSortedSet(new TreeSet<>(options));
        boolean sound = switch (kind) {
            case OPTION -> options.size() == 1;
            case MARKS -> !options.isEmpty();
            case AGREE, OPPOSE, ABSTAIN, NONE_OF_THEM, BLANK, INVALID -> options.isEmpty();
        };
        if (!sound) {
            throw new IllegalArgumentException("%s with options %s".formatted(kind, options));
        }
    }

    public static Answer of(Kind kind) {
        return new Answer(kind, new TreeSet<>());
    }

    public static Answer option(int number) {
        return new Answer(Kind.OPTION, new TreeSet<>(Set.of(number)));
    }

    public static Answer marks(Set<Integer> candidates) {
        return new Answer(Kind.MARKS, new TreeSet<>(candidates));
    }
}
