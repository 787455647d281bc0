package org.linli.decisions.counting;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stored count with those who witnessed it.
 *
 * @param number from 1 within the vote; the first one's digest stays shown for ever
 * @param by who ran it
 * @param account the account that ran it, null when the demo did
 * @param digest SHA-256 of the figures in their canonical form, hexadecimal
 * @param witnesses in the order in which they signed; unmodifiable
 */
public record CountSheet(
        int number,
        Cause cause,
        Instant at,
        String by,
        @Nullable Long account,
        CountResult result,
        String digest,
        List<Witness> witnesses) {

    private static final int FEWEST_WITNESSES = 2;

    /** Why it was counted. */
    public enum Cause {
        PRELIMINARY,
        /** A ruling changed which ballots count. */
        RULING,
        /** A lot was drawn. */
        LOT
    }

    /** In which capacity somebody witnessed. */
    public enum Capacity {
        STREET,
        NEIGHBOURHOOD,
        /** An owner who is no member of the committee. */
        OWNER
    }

    /** @param name as recorded; of an owner masked */
    public record Witness(Capacity capacity, String name, long account, Instant at) {}

    public CountSheet {
        witnesses = List.copyOf(witnesses);
    }

    /** Two witnesses at least, one of them of the street or the neighbourhood. Source: domain reference a.10 [D]. */
    public boolean isSigned() {
        return witnesses.size() >= FEWEST_WITNESSES
                && witnesses.stream().anyMatch(witness -> witness.capacity() != Capacity.OWNER);
    }

    public boolean isSignedBy(long other) {
        return witnesses.stream().anyMatch(witness -> witness.account() == other);
    }
}
