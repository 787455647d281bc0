package org.linli.decisions.roll;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.Vote;
import org.linli.rules.decisions.Weight;
import org.linli.rules.decisions.roll.RollTerms;
import org.linli.rules.decisions.roll.RollTerms.OwnerSetRule;
import org.linli.rules.decisions.roll.RollTerms.ParkingRule;

/**
 * A frozen roll under another reading, for the robustness line: which entries would weigh as one, and how much.
 *
 * <p>Entries that share a person under the other reading form a group. A group may have several heads (a person that the frozen roll
 * merged and the other reading does not), no weight (parking spaces that the other reading leaves out), or no entry of the frozen
 * roll (parking spaces that only the other reading counts: they could not vote).
 *
 * @param groups for each entry of the frozen roll the name of its group; unmodifiable
 * @param weights on each roll the weight of each group that is on it; unmodifiable
 */
public record AlternativeRoll(Map<String, String> groups, SortedMap<Integer, Map<String, Weight>> weights) {

    public AlternativeRoll {
        groups = Map.copyOf(groups);
        weights = Collections.unmodifiableSortedMap(new TreeMap<>(weights));
    }

    /** A reading other than the notice's. */
    public enum Reading {
        /** Parking spaces and stalls the other way. */
        PARKING,
        /** Owner sets the other way: merged by any common owner, or only if exactly the same. */
        OWNER_SETS,
        /** Same-name pairs that nobody has resolved are one person. */
        UNRESOLVED_PAIRS
    }

    /** All areas and heads of a roll under this reading. */
    public Weight total(int rollNo) {
        return weights.getOrDefault(rollNo, Map.of()).values().stream().reduce(Weight.ZERO, Weight::plus);
    }

    /**
     * The register as it was read for the frozen roll.
     *
     * @param openPairs pairs of persons
     * @param developer the developer's person, null when there is none
     */
    record Source(
            List<SourcePart> parts,
            List<OwnerPair> openPairs,
            @Nullable Integer developer) {}

    static AlternativeRoll of(Vote vote, FrozenRoll roll, Source source, Reading reading) {
        RollTerms told = RollMaker.terms(vote, source.developer());
        RollTerms terms = switch (reading) {
            case PARKING -> new RollTerms(other(told.parking()), told.ownerSets(), told.developer());
            case OWNER_SETS -> new RollTerms(told.parking(), other(told.ownerSets()), told.developer());
            case UNRESOLVED_PAIRS -> told;
        };
        List<SourcePart> parts =
                reading == Reading.UNRESOLVED_PAIRS ? merged(source.parts(), source.openPairs()) : source.parts();
        return grouped(roll, new RollMaker(vote).make(parts, terms).persons());
    }

    private static ParkingRule other(ParkingRule rule) {
        return switch (rule) {
            case IN -> ParkingRule.OUT;
            case OUT -> ParkingRule.IN;
        };
    }

    private static OwnerSetRule other(OwnerSetRule rule) {
        return switch (rule) {
            case SAME_SET -> OwnerSetRule.COMMON_OWNER;
            case COMMON_OWNER -> OwnerSetRule.SAME_SET;
        };
    }

    /** The parts as if each pair of persons were one. */
    static List<SourcePart> merged(List<SourcePart> parts, List<OwnerPair> pairs) {
        Groups<Integer> persons = new Groups<>();
        pairs.forEach(pair -> persons.join(pair.ownerA(), pair.ownerB()));
        return parts.stream()
                .map(part -> new SourcePart(
                        part.homeNo(),
                        part.buildingNo(),
                        part.kind(),
                        part.state(),
                        part.owners(),
                        part.persons().stream().map(persons::of).toList(),
                        part.areaDm2()))
                .toList();
    }

    private static AlternativeRoll grouped(FrozenRoll roll, List<RollMaker.Made> persons) {
        Groups<String> groups = new Groups<>();
        List<String> names = new ArrayList<>();
        for (RollMaker.Made person : persons) {
            // Without an entry on the frozen roll the person is a group of its own; no identifier contains a hyphen.
            String name = "-" + person.homes().first();
            for (int home : person.homes()) {
                String entry = roll.ofHome(home).map(FrozenRoll.Entry::id).orElse(name);
                groups.join(entry, name);
            }
            names.add(name);
        }
        SortedMap<Integer, Map<String, Weight>> weights = new TreeMap<>();
        for (int i = 0; i < persons.size(); i++) {
            String group = groups.of(names.get(i));
            persons.get(i)
                    .areas()
                    .forEach((rollNo, area) -> weights.computeIfAbsent(rollNo, none -> new HashMap<>())
                            .merge(group, new Weight(area, 1), Weight::plus));
        }
        Map<String, String> ofEntry = new HashMap<>();
        roll.entries().forEach(entry -> ofEntry.put(entry.id(), groups.of(entry.id())));
        return new AlternativeRoll(ofEntry, weights);
    }
}
