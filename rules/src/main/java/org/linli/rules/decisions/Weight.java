package org.linli.rules.decisions;

/**
 * Voting weight of a set of owners, in the two units the law counts.
 *
 * @param areaDm2 exclusive floor area in 0.01 m², the precision of the title register; 0 to {@link #MAX_AREA_DM2}
 * @param heads number of owners, 0 or more
 */
public record Weight(long areaDm2, int heads) {
    /** Ten thousand square kilometres, larger than the whole city: beyond it is a slip of the pen, below it nothing overflows. */
    public static final long MAX_AREA_DM2 = 1_000_000_000_000L;

    public static final Weight ZERO = new Weight(0, 0);

    /** Refuses negative weights and areas beyond the limit. */
    public Weight {
        if (areaDm2 < 0 || areaDm2 > MAX_AREA_DM2 || heads < 0) {
            throw new IllegalArgumentException("not a weight: %d × 0.01 m², %d heads".formatted(areaDm2, heads));
        }
    }

    public long on(Axis axis) {
        return switch (axis) {
            case AREA -> areaDm2;
            case HEADS -> heads;
        };
    }

    /** @throws IllegalArgumentException if the sum is beyond the limit @throws ArithmeticException if heads overflow */
    public Weight plus(Weight other) {
        return new Weight(areaDm2 + other.areaDm2, Math.addExact(heads, other.heads));
    }

    /** @throws IllegalArgumentException if the other weighs more on either axis */
    public Weight minus(Weight other) {
        return new Weight(areaDm2 - other.areaDm2, heads - other.heads);
    }

    /** Whether it weighs no more than the other on either axis. */
    public boolean isWithin(Weight other) {
        return areaDm2 <= other.areaDm2 && heads <= other.heads;
    }
}
