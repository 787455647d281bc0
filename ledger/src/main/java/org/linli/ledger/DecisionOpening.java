package org.linli.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is published of one decision's count.
 *
 * @param decision its number
 * @param columns sums of columns; unmodifiable
 * @param turnout those who took part in an election, opened from the roll; null otherwise, since there the columns sum to it
 */
public record DecisionOpening(
        int decision, List<Columns> columns, @Nullable Opening turnout) {
    /** @param of numbers of the columns summed, upwards; unmodifiable @param opening what they come to */
    public record Columns(List<Integer> of, Opening opening) {
        public Columns {
            of = List.copyOf(of);
        }
    }

    public DecisionOpening {
        columns = List.copyOf(columns);
    }
}
