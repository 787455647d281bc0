package org.linli.rules.decisions.roll;

import java.util.Arrays;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * One exclusive part 专有部分 on the record date.
 *
 * @param id its id in the register of homes
 * @param kind house, parking space or stall
 * @param state whether it is sold and delivered
 * @param owners identity keys of its owners, opaque; empty while nobody is known
 * @param areasDm2 every area known of it, in 0.01 m², each above 0
 */
public record Part(String id, PartKind kind, PartState state, Set<String> owners, Map<AreaSource, Long> areasDm2) {
    /** Refuses an area of nothing. */
    public Part {
        owners = Set.copyOf(owners);
        areasDm2 = Map.copyOf(areasDm2);
        if (areasDm2.values().stream().anyMatch(area -> area <= 0)) {
            throw new IllegalArgumentException("no area: %s %s".formatted(id, areasDm2));
        }
    }

    /** The area that prevails, in 0.01 m²; empty when none is known. */
    public OptionalLong areaDm2() {
        return Arrays.stream(AreaSource.values())
                .filter(areasDm2::containsKey)
                .mapToLong(source -> areasDm2.getOrDefault(source, 0L))
                .findFirst();
    }
}
