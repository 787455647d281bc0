package org.linli.ledger;

import java.util.Set;

/**
 * What a ballot marks in one decision.
 *
 * @param options numbers of the columns marked: one, or up to as many candidates as there are seats; unmodifiable
 */
public record Marks(Set<Integer> options) {
    public Marks {
        options = Set.copyOf(options);
    }

    public static Marks of(Integer... options) {
        return new Marks(Set.of(options));
    }

    /** Says nothing, so that no log can. */
    @Override
    public String toString() {
        return "Marks";
    }
}
