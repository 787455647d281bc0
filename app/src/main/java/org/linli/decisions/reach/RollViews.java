package org.linli.decisions.reach;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.linli.decisions.VoteId;
import org.linli.decisions.roll.FrozenRoll;
import org.linli.decisions.roll.Rolls;
import org.linli.rules.decisions.Weight;
import org.springframework.stereotype.Component;

/** Turns the roll that holds into what those see who go from door to door. The caller reached the vote within its own scope. */
@Component
public class RollViews {

    private static final Comparator<RollView.Part> BY_DOOR = Comparator.comparing(RollView.Part::buildingNo)
            .thenComparing(RollView.Part::unit)
            .thenComparing(part -> part.room().length())
            .thenComparing(RollView.Part::room)
            .thenComparing(RollView.Part::homeNo);

    private final Rolls rolls;

    RollViews(Rolls rolls) {
        this.rolls = rolls;
    }

    /** Empty while the roll is not frozen. */
    public Optional<RollView> find(VoteId vote) {
        return rolls.find(vote).map(RollViews::view);
    }

    private static RollView view(FrozenRoll roll) {
        SortedMap<Integer, Weight> totals = new TreeMap<>();
        SortedMap<Integer, Set<Integer>> scopes = new TreeMap<>();
        roll.rolls().forEach((number, root) -> {
            totals.put(number, root.total());
            scopes.put(number, Set.copyOf(root.buildings()));
        });
        SortedMap<String, RollView.Entry> entries = new TreeMap<>();
        roll.entries()
                .forEach(entry -> entries.put(
                        entry.id(), new RollView.Entry(entry.id(), entry.developer(), entry.owners(), entry.areas())));
        List<RollView.Part> parts = roll.entries().stream()
                .flatMap(entry -> entry.parts().stream().map(part -> part(entry, part)))
                .sorted(BY_DOOR)
                .toList();
        return new RollView(roll.version().number(), totals, scopes, entries, parts);
    }

    private static RollView.Part part(FrozenRoll.Entry entry, FrozenRoll.PartLine part) {
        return new RollView.Part(
                part.homeNo(),
                entry.id(),
                part.buildingNo(),
                part.building(),
                part.unit(),
                part.room(),
                part.kind().name(),
                part.areaDm2());
    }
}
