package org.linli.rules.figures;

import java.util.Optional;

/**
 * A part of a named population, never kept as a bare percentage.
 *
 * <p>Ordered by value: shares of different populations can compare as equal (1/2 and 2/4) although the records differ. A
 * share of an empty population has no value and sorts first.
 *
 * <p>Source: own rule for published figures [D], domain reference j.6; percentages HALF_UP to one decimal.
 *
 * @param numerator members counted, 0 up to the denominator
 * @param denominator members of the population; percentages are exact up to 10^14 and beyond
 */
public record Share(long numerator, long denominator) implements Comparable<Share> {
    private static final String NO_VALUE = "—";
    private static final int WHOLE_BASIS_POINTS = 10_000;

    /** Refuses a negative numerator and a numerator above the denominator. */
    public Share {
        if (numerator < 0 || numerator > denominator) {
            throw new IllegalArgumentException("not a share: %d of %d".formatted(numerator, denominator));
        }
    }

    /**
     * The percentage HALF_UP to 0.1 without a sign, for example {@code 85.8}; empty when the denominator is 0.
     *
     * @throws ArithmeticException if the numbers are too large to be computed exactly, beyond 10^15
     */
    public Optional<String> percent() {
        if (denominator == 0) {
            return Optional.empty();
        }
        long doubledTenths = Math.multiplyExact(numerator, 2_000L);
        long tenths = Math.addExact(doubledTenths, denominator) / Math.multiplyExact(denominator, 2L);
        return Optional.of(tenths / 10 + "." + tenths % 10);
    }

    /**
     * The percentage of two numbers as {@link #percent()}, or an em dash when the denominator is 0.
     *
     * @throws IllegalArgumentException if the numbers are not a share
     */
    public static String percentOf(long n, long d) {
        return new Share(n, d).percent().orElse(NO_VALUE);
    }

    /**
     * Whether the exact share is at least this many hundredths of a percent; a share of an empty population reaches
     * nothing.
     *
     * @param basisPoints 0 to 10000
     * @throws IllegalArgumentException if the basis points are out of range
     */
    public boolean reaches(int basisPoints) {
        if (basisPoints < 0 || basisPoints > WHOLE_BASIS_POINTS) {
            throw new IllegalArgumentException("not 0 to 10000 basis points: " + basisPoints);
        }
        return denominator > 0
                && Math.multiplyExact(numerator, (long) WHOLE_BASIS_POINTS)
                        >= Math.multiplyExact(denominator, (long) basisPoints);
    }

    /** Compares by cross-multiplying in 128 bits, so nothing is rounded and nothing overflows. */
    @Override
    public int compareTo(Share other) {
        if (denominator == 0 || other.denominator == 0) {
            return Long.compare(Long.signum(denominator), Long.signum(other.denominator));
        }
        int high = Long.compare(
                Math.multiplyHigh(numerator, other.denominator), Math.multiplyHigh(other.numerator, denominator));
        return high != 0 ? high : Long.compareUnsigned(numerator * other.denominator, other.numerator * denominator);
    }
}
