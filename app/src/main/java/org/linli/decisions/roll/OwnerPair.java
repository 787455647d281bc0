package org.linli.decisions.roll;

import java.util.Comparator;

/** Two rows of the register of owners that may be one person. @param ownerA the smaller number @param ownerB the larger one */
record OwnerPair(int ownerA, int ownerB) implements Comparable<OwnerPair> {

    private static final Comparator<OwnerPair> ORDER =
            Comparator.comparingInt(OwnerPair::ownerA).thenComparingInt(OwnerPair::ownerB);

    OwnerPair {
        if (ownerA >= ownerB) {
            throw new IllegalArgumentException("no pair in order: %d, %d".formatted(ownerA, ownerB));
        }
    }

    static OwnerPair of(int one, int other) {
        return new OwnerPair(Math.min(one, other), Math.max(one, other));
    }

    @Override
    public int compareTo(OwnerPair other) {
        return ORDER.compare(this, other);
    }
}
