package org.linli.rules.decisions.roll;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.linli.rules.decisions.Weight;
import org.linli.rules.decisions.roll.RollTerms.OwnerSetRule;
import org.linli.rules.decisions.roll.RollTerms.ParkingRule;

/**
 * Makes the roll: one exclusive part is one person, several parts of one owner are one, joint owners of a part are one, and
 * all that the developer has not sold or not delivered is one together; areas add up.
 *
 * <p>Source: SPC interpretation arts. 8 and 9 [V]; Taizhou regulation art. 18 [V]; Guiding rules art. 25 for joint owners and
 * parking [K]; neighbouring cities' property regulations (Ningbo 18) for the developer's vote [V]. A part whose owner is unknown
 * counts as one person, because the law counts parts, and is a gap [D]. Parts that the developer has bought itself, as recorded
 * owner, belong to its one person.
 */
public final class RollRules {
    private static final Comparator<RollEntry> BY_FIRST_PART =
            Comparator.comparing(entry -> entry.parts().getFirst());

    private RollRules() {}

    /** The roll of these parts; the order of the parts does not matter. */
    public static Roll roll(Collection<Part> parts, RollTerms terms) {
        List<Part> counted = parts.stream()
                .filter(part -> part.kind() == PartKind.HOUSE || terms.parking() == ParkingRule.IN)
                .sorted(Comparator.comparing(Part::id))
                .toList();
        List<Group> groups = new ArrayList<>();
        for (Part part : counted) {
            add(groups, part, terms);
        }
        return new Roll(groups.stream().map(Group::entry).sorted(BY_FIRST_PART).toList(), gaps(counted));
    }

    private static void add(List<Group> groups, Part part, RollTerms terms) {
        Group joined =
                new Group(isDevelopers(part, terms), new HashSet<>(part.owners()), new ArrayList<>(List.of(part)));
        for (Group group : List.copyOf(groups)) {
            if (group.isSamePerson(joined, terms.ownerSets())) {
                groups.remove(group);
                joined.owners.addAll(group.owners);
                joined.parts.addAll(group.parts);
            }
        }
        groups.add(joined);
    }

    private static boolean isDevelopers(Part part, RollTerms terms) {
        String developer = terms.developer();
        return part.state() != PartState.DELIVERED
                || developer != null && part.owners().equals(Set.of(developer));
    }

    private static List<Roll.Gap> gaps(List<Part> parts) {
        List<Roll.Gap> gaps = new ArrayList<>();
        for (Part part : parts) {
            if (part.owners().isEmpty() && part.state() == PartState.DELIVERED) {
                gaps.add(new Roll.Gap(part.id(), Roll.Missing.OWNER));
            }
            if (part.areaDm2().isEmpty()) {
                gaps.add(new Roll.Gap(part.id(), Roll.Missing.AREA));
            }
        }
        return gaps;
    }

    /** Parts of one person while the roll is being made. */
    private record Group(boolean developer, Set<String> owners, List<Part> parts) {
        boolean isSamePerson(Group other, OwnerSetRule rule) {
            if (developer || other.developer) {
                return developer && other.developer;
            }
            return switch (rule) {
                case SAME_SET -> !owners.isEmpty() && owners.equals(other.owners);
                case COMMON_OWNER -> owners.stream().anyMatch(other.owners::contains);
            };
        }

        RollEntry entry() {
            TreeSet<String> ids = new TreeSet<>();
            long areaDm2 = 0;
            for (Part part : parts) {
                ids.add(part.id());
                areaDm2 += part.areaDm2().orElse(0);
            }
            return new RollEntry(developer ? Set.of() : owners, ids, developer, new Weight(areaDm2, 1));
        }
    }
}
