package org.linli.decisions.counting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One head of a roll. As the roll was frozen it has one piece, its entry; under another reading an entry may be several heads, or
 * several entries one.
 *
 * @param pieces what it consists of, at least one; unmodifiable
 * @param heads 1 as frozen; several where another reading tells apart what the roll merged
 */
record Voter(List<Piece> pieces, int heads) {

    /**
     * A share of the head's area with the entry whose ballot speaks for it.
     *
     * @param entry identifier of the roll entry, null when nobody could vote for it
     * @param areaDm2 in 0.01 m²
     * @param delivered whether the file holds proof that its ballot was delivered
     * @param building label of the only building it lies in, empty when it lies in several or none
     */
    record Piece(@Nullable String entry, long areaDm2, boolean delivered, String building) {}

    Voter {
        pieces = List.copyOf(pieces);
        if (pieces.isEmpty()) {
            throw new IllegalArgumentException("a head without a part");
        }
    }

    /** An entry as frozen. */
    static Voter of(String entry, long areaDm2, boolean delivered, String building) {
        return new Voter(List.of(new Piece(entry, areaDm2, delivered, building)), 1);
    }

    long areaDm2() {
        return pieces.stream().mapToLong(Piece::areaDm2).sum();
    }

    boolean isDelivered() {
        return pieces.stream().allMatch(Piece::delivered);
    }
}
