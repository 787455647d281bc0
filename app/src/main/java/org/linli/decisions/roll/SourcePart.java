package org.linli.decisions.roll;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.rules.decisions.roll.AreaSource;
import org.linli.rules.decisions.roll.Part;
import org.linli.rules.decisions.roll.PartKind;
import org.linli.rules.decisions.roll.PartState;

/**
 * An exclusive part as a roll reads it.
 *
 * @param owners numbers in the register, empty when nobody is known
 * @param persons for each owner the smallest owner number of the same person
 * @param areaDm2 the area that prevails, in 0.01 m², null when none is known
 */
record SourcePart(
        int homeNo,
        int buildingNo,
        PartKind kind,
        PartState state,
        List<Integer> owners,
        List<Integer> persons,
        @Nullable Long areaDm2) {

    SourcePart {
        owners = List.copyOf(owners);
        persons = List.copyOf(persons);
    }

    /** As the rules read it. The register keeps the one area that prevails, so its source does not matter here. */
    Part part() {
        return new Part(
                Integer.toString(homeNo),
                kind,
                state,
                persons.stream().map(String::valueOf).collect(Collectors.toSet()),
                areaDm2 == null ? Map.of() : Map.of(AreaSource.REGISTER, areaDm2));
    }
}
