package org.linli.decisions.roll;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.linli.decisions.Vote;
import org.linli.ledger.AreaOpening;
import org.linli.ledger.Bytes;
import org.linli.ledger.EntryId;
import org.linli.ledger.PublicRoll;
import org.linli.rules.decisions.Weight;
import org.springframework.stereotype.Service;

/** What owners of the area see of a roll: their own entry with its openings, and every part by room without owner or identifier. */
@Service
public class OwnersView {

    private final Rolls rolls;
    private final VoteSecrets secrets;

    OwnersView(Rolls rolls, VoteSecrets secrets) {
        this.rolls = rolls;
        this.secrets = secrets;
    }

    /**
     * An own entry on one of the rolls.
     *
     * @param commitment W as the public roll has it, hexadecimal
     * @param blinding s, hexadecimal
     * @param holds whether {@code areaDm2·G2 + s·H = W}, and the public roll with this W hashes to the published fingerprint; checked
     *     just now
     */
    public record Opening(int rollNo, long areaDm2, String commitment, String blinding, boolean holds) {}

    /** @param openings one for each roll that the entry is on */
    public record Own(VoterEntry entry, List<Opening> openings) {
        public Own {
            openings = List.copyOf(openings);
        }
    }

    /**
     * A building's parts in sum.
     *
     * @param number in the register
     * @param label as painted on it
     */
    public record Building(int number, String label, int parts, long areaDm2) {}

    /**
     * How parts become heads: {@code parts − parts of persons with several + such persons = heads}.
     *
     * @param rollNo the roll, from 1
     * @param buildings numbers of the buildings it is of; empty for the whole area
     * @param several persons with more than one part
     * @param theirParts how many parts those have together
     * @param published TH and TA as published
     */
    public record Sum(
            int rollNo,
            List<Integer> buildings,
            int parts,
            int several,
            int theirParts,
            int heads,
            long areaDm2,
            Weight published) {
        public Sum {
            buildings = List.copyOf(buildings);
        }

        /** Whether the rooms come to the published totals. */
        public boolean agrees() {
            return heads == published.heads() && areaDm2 == published.areaDm2();
        }
    }

    /** The own entries of an account, opened against what is published. */
    public List<Own> own(Vote vote, FrozenRoll roll, long account) {
        List<VoterEntry> entries = rolls.entriesOf(vote.id(), account);
        if (entries.isEmpty()) {
            return List.of();
        }
        VoteSecret secret = secrets.get(vote.id());
        return entries.stream()
                .map(voter -> new Own(
                        voter,
                        voter.entry().areas().keySet().stream()
                                .map(rollNo -> opening(vote, roll, secret, voter.entry(), rollNo))
                                .toList()))
                .toList();
    }

    private Opening opening(Vote vote, FrozenRoll roll, VoteSecret secret, FrozenRoll.Entry entry, int rollNo) {
        EntryId id = EntryId.parse(entry.id());
        PublicRoll all = rolls.published(vote.id(), rollNo).orElseThrow();
        Bytes published = all.entries().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow()
                .commitment();
        String fingerprint = all.root(Sealing.SUITE).hash().toString();
        AreaOpening opening = Sealing.seal(vote, secret, rollNo, List.of(Sealing.member(id, entry.areas(), rollNo)))
                .opening(id);
        return new Opening(
                rollNo,
                opening.areaDm2(),
                published.toString(),
                opening.blinding().toString(),
                opening.opens(Sealing.SUITE, published) && fingerprint.equals(roll.root(rollNo)));
    }

    /** The buildings by number. */
    public static List<Building> buildings(FrozenRoll roll) {
        SortedMap<Integer, Building> buildings = new TreeMap<>();
        roll.entries()
                .forEach(entry -> entry.parts()
                        .forEach(part -> buildings.merge(
                                part.buildingNo(),
                                new Building(part.buildingNo(), part.building(), 1, part.areaDm2()),
                                (one, other) -> new Building(
                                        one.number(),
                                        one.label(),
                                        one.parts() + other.parts(),
                                        one.areaDm2() + other.areaDm2()))));
        return List.copyOf(buildings.values());
    }

    /** The parts of a building by number of the home: neighbours recognise rooms, not persons. */
    public static List<FrozenRoll.PartLine> parts(FrozenRoll roll, int buildingNo) {
        return roll.entries().stream()
                .flatMap(entry -> entry.parts().stream())
                .filter(part -> part.buildingNo() == buildingNo)
                .sorted(java.util.Comparator.comparingInt(FrozenRoll.PartLine::homeNo))
                .toList();
    }

    /** How the rooms of each roll make its heads and area, beside what is published of it. */
    public static List<Sum> sums(FrozenRoll roll) {
        return roll.rolls().entrySet().stream()
                .map(each -> sum(roll, each.getKey(), each.getValue()))
                .toList();
    }

    private static Sum sum(FrozenRoll roll, int rollNo, FrozenRoll.Root root) {
        int parts = 0;
        int several = 0;
        int theirParts = 0;
        int heads = 0;
        long areaDm2 = 0;
        for (FrozenRoll.Entry entry : roll.entries()) {
            List<FrozenRoll.PartLine> own = entry.parts().stream()
                    .filter(part ->
                            root.buildings().isEmpty() || root.buildings().contains(part.buildingNo()))
                    .toList();
            parts += own.size();
            heads += own.isEmpty() ? 0 : 1;
            several += own.size() > 1 ? 1 : 0;
            theirParts += own.size() > 1 ? own.size() : 0;
            areaDm2 += own.stream().mapToLong(FrozenRoll.PartLine::areaDm2).sum();
        }
        return new Sum(rollNo, root.buildings(), parts, several, theirParts, heads, areaDm2, root.total());
    }
}
