package org.linli.rules.decisions.roll;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.linli.rules.decisions.Weight;

/**
 * One person of the headcount with all its parts.
 *
 * @param owners identity keys; empty for the developer's block and for a part whose owner is unknown
 * @param parts ids of its parts, sorted
 * @param developer whether it is the developer's block
 * @param weight the sum of the areas and one head
 */
public record RollEntry(Set<String> owners, SortedSet<String> parts, boolean developer, Weight weight) {
    /** Refuses an entry of nothing and of more or less than one head. */
    public RollEntry {
        owners = Set.copyOf(owners);
        parts = new TreeSet<>(parts);
        if (parts.isEmpty() || weight.heads() != 1) {
            throw new IllegalArgumentException("not one person with parts: %s %s".formatted(parts, weight));
        }
    }
}
