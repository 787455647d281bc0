package org.linli.decisions.roll;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.VoteId;
import org.linli.rules.decisions.Weight;
import org.linli.rules.decisions.roll.AreaSource;
import org.linli.rules.decisions.roll.PartKind;

/** A roll as it was frozen: immutable, and the same for everybody who asks for this version. */
public final class FrozenRoll {

    /** With fewer heads the sums of a result may tell who chose what, and owners are told before they vote. Source: Decided table. */
    public static final int SMALL = 30;

    private final VoteId vote;
    private final Version version;
    private final SortedMap<Integer, Root> roots;
    private final List<Entry> entries;
    private final Map<String, Entry> byId = new HashMap<>();
    private final Map<Integer, Entry> byHome = new HashMap<>();

    FrozenRoll(VoteId vote, Version version, SortedMap<Integer, Root> roots, List<Entry> entries) {
        this.vote = vote;
        this.version = version;
        this.roots = Collections.unmodifiableSortedMap(new TreeMap<>(roots));
        this.entries = List.copyOf(entries);
        for (Entry entry : entries) {
            byId.put(entry.id(), entry);
            entry.parts().forEach(part -> byHome.put(part.homeNo(), entry));
        }
    }

    /** Whether a decision here has so few owners that its sums may reveal choices. */
    public boolean isSmall() {
        return roots.values().stream().anyMatch(root -> root.total().heads() < SMALL);
    }

    /**
     * Which version this is.
     *
     * @param number from 1; one more after each upheld challenge
     * @param recordDay the register counted as it was at 00:00 of this day
     * @param frozenAt when it was made
     * @param reason empty for the freeze, else the ruling's
     */
    public record Version(int number, LocalDate recordDay, Instant frozenAt, String reason) {}

    /** A version in sum. @param rolls by number; unmodifiable */
    public record Edition(Version version, SortedMap<Integer, Root> rolls) {
        public Edition {
            rolls = Collections.unmodifiableSortedMap(new TreeMap<>(rolls));
        }
    }

    /**
     * One of the vote's rolls in sum.
     *
     * @param total all areas and heads on it
     * @param hash the public fingerprint, hexadecimal
     * @param buildings building numbers of its scope; empty for the whole area
     */
    public record Root(Weight total, String hash, List<Integer> buildings) {
        public Root {
            buildings = List.copyOf(buildings);
        }
    }

    /**
     * One person of the headcount.
     *
     * @param id 32 hexadecimal digits, random, made for this vote alone
     * @param developer whether it is the developer's block
     * @param owners numbers of the owners in the register, ascending; empty while nobody is known
     * @param areas what it weighs, in 0.01 m², on each roll that it is on; unmodifiable
     * @param parts its exclusive parts by number
     */
    public record Entry(
            String id, boolean developer, List<Integer> owners, SortedMap<Integer, Long> areas, List<PartLine> parts) {
        public Entry {
            owners = List.copyOf(owners);
            areas = Collections.unmodifiableSortedMap(new TreeMap<>(areas));
            parts = List.copyOf(parts);
        }
    }

    /**
     * An exclusive part as on the roll.
     *
     * @param building as painted on it
     * @param unit the stairwell
     * @param areaDm2 in 0.01 m²; 0 when none is known and the organiser accepted it in writing
     * @param source where the area is from, null when none is known
     */
    public record PartLine(
            int homeNo,
            int buildingNo,
            String building,
            String unit,
            String room,
            PartKind kind,
            long areaDm2,
            @Nullable AreaSource source) {}

    public VoteId vote() {
        return vote;
    }

    public Version version() {
        return version;
    }

    /** Every entry, by identifier. */
    public List<Entry> entries() {
        return entries;
    }

    /** The rolls by number; unmodifiable. */
    public SortedMap<Integer, Root> rolls() {
        return roots;
    }

    public Optional<Entry> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The entry that a home was counted in. */
    public Optional<Entry> ofHome(int homeNo) {
        return Optional.ofNullable(byHome.get(homeNo));
    }

    /** The home that somebody typed: {@code 101} where a building has one such room, else {@code 1-101}; empty when none fits. */
    public OptionalInt homeOf(int buildingNo, String room) {
        String typed = room.replaceAll("[\\s室号]+", "").replace("单元", "-");
        List<PartLine> fitting = entries.stream()
                .flatMap(entry -> entry.parts().stream())
                .filter(part -> part.buildingNo() == buildingNo)
                .filter(part -> typed.equals(part.room()) || typed.equals(part.unit() + "-" + part.room()))
                .toList();
        return fitting.size() == 1 ? OptionalInt.of(fitting.getFirst().homeNo()) : OptionalInt.empty();
    }

    /** The buildings with a part on the roll: their names by number. */
    public SortedMap<Integer, String> buildings() {
        SortedMap<Integer, String> buildings = new TreeMap<>();
        entries.stream()
                .flatMap(entry -> entry.parts().stream())
                .forEach(part -> buildings.putIfAbsent(part.buildingNo(), part.building()));
        return buildings;
    }

    /** All areas and heads of a roll (TA and TH). @throws IllegalArgumentException if the vote has no such roll */
    public Weight total(int rollNo) {
        return roll(rollNo).total();
    }

    /** The fingerprint of a roll, hexadecimal. @throws IllegalArgumentException if the vote has no such roll */
    public String root(int rollNo) {
        return roll(rollNo).hash();
    }

    /** A roll in sum. @throws IllegalArgumentException if the vote has no such roll */
    public Root roll(int rollNo) {
        Root root = roots.get(rollNo);
        if (root == null) {
            throw new IllegalArgumentException("no roll " + rollNo + " in vote " + vote);
        }
        return root;
    }
}
