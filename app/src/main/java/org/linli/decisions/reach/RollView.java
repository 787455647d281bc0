package org.linli.decisions.reach;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.linli.rules.decisions.Weight;

/**
 * The frozen roll as those who deliver see it: which home belongs to which head.
 *
 * @param version of the roll
 * @param totals what all weigh, by roll number
 * @param scopes building numbers by roll number; empty for the whole area
 * @param entries by identifier, 32 hexadecimal digits
 * @param parts sorted by building, unit, room
 */
public record RollView(
        int version,
        SortedMap<Integer, Weight> totals,
        SortedMap<Integer, Set<Integer>> scopes,
        SortedMap<String, Entry> entries,
        List<Part> parts) {

    public RollView {
        totals = Collections.unmodifiableSortedMap(new TreeMap<>(totals));
        scopes = Collections.unmodifiableSortedMap(new TreeMap<>(scopes));
        entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
        parts = List.copyOf(parts);
    }

    /**
     * One head.
     *
     * @param owners numbers in the register
     * @param areas area in 0.01 m² by roll number; only the rolls it stands on
     */
    public record Entry(String id, boolean developer, List<Integer> owners, SortedMap<Integer, Long> areas) {
        public Entry {
            owners = List.copyOf(owners);
            areas = Collections.unmodifiableSortedMap(new TreeMap<>(areas));
        }
    }

    /** An exclusive part. @param kind {@code HOUSE}, {@code PARKING} or {@code STALL} @param areaDm2 in 0.01 m² */
    public record Part(
            int homeNo,
            String entry,
            int buildingNo,
            String building,
            String unit,
            String room,
            String kind,
            long areaDm2) {

        /** As painted on the door: building, unit, room. */
        public String address() {
            return building + " " + (unit.isEmpty() ? "" : unit + "-") + room;
        }
    }

    public Optional<Part> part(int homeNo) {
        return parts.stream().filter(part -> part.homeNo() == homeNo).findFirst();
    }

    public Optional<Entry> ofHome(int homeNo) {
        return part(homeNo).flatMap(part -> Optional.ofNullable(entries.get(part.entry())));
    }

    /** Whether the part counts on the roll. */
    public boolean isOn(Part part, int rollNo) {
        Set<Integer> buildings = scopes.getOrDefault(rollNo, Set.of());
        return buildings.isEmpty() || buildings.contains(part.buildingNo());
    }

    /** The home at which each head of a roll is counted: its lowest home number, a house before a parking space. */
    public Map<String, Part> seats(int rollNo) {
        return parts.stream()
                .filter(part -> isOn(part, rollNo))
                .collect(Collectors.toMap(
                        Part::entry,
                        Function.identity(),
                        (one, other) -> rank(one).compareTo(rank(other)) <= 0 ? one : other));
    }

    private static String rank(Part part) {
        return (part.kind().equals("HOUSE") ? "0" : "1") + String.format(java.util.Locale.ROOT, "%010d", part.homeNo());
    }

    /** Building numbers with their names, in order. */
    public SortedMap<Integer, String> buildings() {
        SortedMap<Integer, String> names = new TreeMap<>();
        parts.forEach(part -> names.putIfAbsent(part.buildingNo(), part.building()));
        return names;
    }
}
