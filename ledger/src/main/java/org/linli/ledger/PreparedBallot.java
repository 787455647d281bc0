package org.linli.ledger;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything that a ballot of one entry may need, made before its choice is known. Casting picks bytes. It holds both values of
 * each column and belongs in memory only.
 */
public final class PreparedBallot {
    private final EntryId entry;
    private final int attempt;
    private final Map<Integer, Part> parts;

    PreparedBallot(EntryId entry, int attempt, Map<Integer, Part> parts) {
        this.entry = entry;
        this.attempt = attempt;
        this.parts = parts;
    }

    public EntryId entry() {
        return entry;
    }

    public int attempt() {
        return attempt;
    }

    /** Numbers of the decisions on whose rolls the entry is. */
    public Set<Integer> decisions() {
        return Set.copyOf(parts.keySet());
    }

    Part part(int decision) {
        Part part = parts.get(decision);
        if (part == null) {
            throw new IllegalArgumentException("not on the roll of decision " + decision);
        }
        return part;
    }

    /** @param columns the bytes of each column @param sum the bytes of the proof of the sum, whatever is chosen */
    record Part(DecisionSpec spec, List<Column> columns, byte[] sum) {}

    /** @param zero bytes of the column when it holds 0 @param one when it holds 1 */
    record Column(byte[] zero, byte[] one) {
        byte[] of(boolean value) {
            return value ? one : zero;
        }
    }
}
