package org.linli.ledger;

/**
 * The public fingerprint of a roll.
 *
 * @param entries number of entries, the heads of the electorate (TH)
 * @param hash root of the Merkle tree over the entries in order
 */
public record RollRoot(int entries, Digest hash) {
    /** More than the largest community has, so that a forged number exhausts nobody's memory. */
    public static final int MOST_ENTRIES = 1_000_000;

    public RollRoot {
        if (entries < 0 || entries > MOST_ENTRIES) {
            throw new IllegalArgumentException("a roll of %d entries".formatted(entries));
        }
    }
}
