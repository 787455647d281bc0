package org.linli.decisions.roll;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The register of homes and owners of a community on a day. @param parts by number of the home */
record Register(List<RegisterPart> parts, Persons persons) {

    Register {
        parts = List.copyOf(parts);
    }

    List<SourcePart> sources() {
        return parts.stream().map(RegisterPart::source).toList();
    }

    /** Same-name pairs among the owners of these parts that nobody resolved. */
    List<OwnerPair> openPairs() {
        Set<Integer> owners =
                parts.stream().flatMap(part -> part.source().owners().stream()).collect(Collectors.toSet());
        return persons.openPairs(owners);
    }
}
