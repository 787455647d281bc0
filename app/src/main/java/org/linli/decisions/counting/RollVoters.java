package org.linli.decisions.counting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.linli.decisions.Vote;
import org.linli.decisions.roll.AlternativeRoll;
import org.linli.decisions.roll.FrozenRoll;
import org.linli.decisions.roll.FrozenRoll.Entry;
import org.linli.decisions.roll.FrozenRoll.PartLine;
import org.linli.decisions.roll.Rolls;
import org.linli.rules.decisions.Weight;
import org.linli.rules.decisions.counting.Robustness.Alternative;
import org.springframework.stereotype.Component;

/** The heads of a frozen roll, and of the same roll under each other reading that was open. */
@Component
class RollVoters {

    private static final Map<AlternativeRoll.Reading, Alternative> READINGS = new EnumMap<>(Map.of(
            AlternativeRoll.Reading.PARKING, Alternative.PARKING,
            AlternativeRoll.Reading.OWNER_SETS, Alternative.OWNER_SETS,
            AlternativeRoll.Reading.UNRESOLVED_PAIRS, Alternative.UNRESOLVED_PAIRS));

    private static final Comparator<Voter> BY_ENTRY = Comparator.comparing(
                    (Voter voter) -> String.valueOf(voter.pieces().getFirst().entry()))
            .thenComparingLong(Voter::areaDm2);

    private final Rolls rolls;

    RollVoters(Rolls rolls) {
        this.rolls = rolls;
    }

    int version(Vote vote) {
        return rolls.current(vote.id()).version().number();
    }

    /** Heads by number of the roll. @param delivered entries whose delivery is proven */
    Map<Integer, List<Voter>> frozen(Vote vote, Set<String> delivered) {
        Map<Integer, List<Voter>> voters = new TreeMap<>();
        for (Entry entry : rolls.current(vote.id()).entries()) {
            entry.areas()
                    .forEach((roll, area) -> voters.computeIfAbsent(roll, none -> new ArrayList<>())
                            .add(new Voter(List.of(piece(entry, area, delivered)), 1)));
        }
        return voters;
    }

    private static Voter.Piece piece(Entry entry, long areaDm2, Set<String> delivered) {
        List<String> buildings =
                entry.parts().stream().map(PartLine::building).distinct().toList();
        String building = buildings.size() == 1 ? buildings.getFirst() : "";
        return new Voter.Piece(entry.id(), areaDm2, delivered.contains(entry.id()), building);
    }

    /** Only readings that weigh somebody otherwise. */
    Map<Alternative, Map<Integer, List<Voter>>> alternatives(Vote vote, Set<String> delivered) {
        FrozenRoll roll = rolls.current(vote.id());
        EnumMap<Alternative, Map<Integer, List<Voter>>> alternatives = new EnumMap<>(Alternative.class);
        READINGS.forEach((reading, alternative) -> {
            AlternativeRoll other = rolls.alternative(vote, reading);
            Map<Integer, List<Voter>> voters = new TreeMap<>();
            other.weights()
                    .forEach((number, weights) -> voters.put(number, voters(roll, number, other, weights, delivered)));
            if (!voters.equals(sorted(frozen(vote, delivered)))) {
                alternatives.put(alternative, voters);
            }
        });
        return alternatives;
    }

    private static List<Voter> voters(
            FrozenRoll roll, int number, AlternativeRoll other, Map<String, Weight> weights, Set<String> delivered) {
        Map<String, List<Entry>> members = new HashMap<>();
        for (Entry entry : roll.entries()) {
            members.computeIfAbsent(other.groups().getOrDefault(entry.id(), entry.id()), none -> new ArrayList<>())
                    .add(entry);
        }
        List<Voter> voters = new ArrayList<>();
        weights.forEach((group, weight) ->
                voters.add(voter(members.getOrDefault(group, List.of()), number, weight, delivered)));
        voters.sort(BY_ENTRY);
        return voters;
    }

    private static Map<Integer, List<Voter>> sorted(Map<Integer, List<Voter>> voters) {
        Map<Integer, List<Voter>> sorted = new TreeMap<>();
        voters.forEach((number, list) ->
                sorted.put(number, list.stream().sorted(BY_ENTRY).toList()));
        return sorted;
    }

    /**
     * A group of the other reading: each entry keeps the area it was frozen with, and what the reading adds or takes goes with
     * the first of them; a group without an entry has nobody's ballot.
     */
    private static Voter voter(List<Entry> entries, int number, Weight weight, Set<String> delivered) {
        if (entries.isEmpty()) {
            return new Voter(List.of(new Voter.Piece(null, weight.areaDm2(), false, "")), weight.heads());
        }
        List<Voter.Piece> pieces = new ArrayList<>();
        long left = weight.areaDm2();
        for (Entry entry : entries.subList(1, entries.size())) {
            long area = Math.min(left, entry.areas().getOrDefault(number, 0L));
            pieces.add(piece(entry, area, delivered));
            left -= area;
        }
        pieces.addFirst(piece(entries.getFirst(), left, delivered));
        return new Voter(pieces, weight.heads());
    }
}
