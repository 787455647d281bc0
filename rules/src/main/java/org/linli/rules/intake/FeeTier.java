package org.linli.rules.intake;

import org.jspecify.annotations.Nullable;

/**
 * One step of a property fee.
 *
 * @param label what it is asked for, such as 多层; null when the fee is the same for all
 * @param fen fee per m² and month in fen, not negative
 */
public record FeeTier(@Nullable String label, long fen) {
    /** Refuses a negative fee. */
    public FeeTier {
        if (fen < 0) {
            throw new IllegalArgumentException("negative fee: " + fen);
        }
    }
}
