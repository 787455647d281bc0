package org.linli.decisions.roll;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.linli.ledger.EntryId;

/**
 * Names the persons of a roll at random.
 *
 * <p>A later version of the same vote keeps the name of every person that is still there, so that openings already handed out, paper
 * ballots and receipts keep their meaning: the developer's block, else the same owners, else the same parts. Only a person that a
 * ruling made new gets a new name.
 */
final class NamedEntries {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** A person with its name. */
    record Named(EntryId id, RollMaker.Made person) {}

    private NamedEntries() {}

    /** @param before the roll as it was, empty at the freeze; sorted by name afterwards */
    static List<Named> name(List<RollMaker.Made> persons, Optional<FrozenRoll> before) {
        Map<Object, EntryId> known = new HashMap<>();
        before.ifPresent(roll ->
                roll.entries().forEach(entry -> keys(entry).forEach(key -> known.put(key, EntryId.parse(entry.id())))));
        List<Named> named = new ArrayList<>();
        for (RollMaker.Made person : persons) {
            EntryId id = keys(person).stream()
                    .map(key -> take(known, key))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElseGet(() -> EntryId.random(RANDOM));
            named.add(new Named(id, person));
        }
        return named.stream().sorted(Comparator.comparing(Named::id)).toList();
    }

    /** Each old name is given once. */
    private static Optional<EntryId> take(Map<Object, EntryId> known, Object key) {
        @Nullable EntryId id = known.get(key);
        if (id != null) {
            known.values().removeIf(id::equals);
        }
        return Optional.ofNullable(id);
    }

    private record Developer() {}

    private record Owners(SortedSet<Integer> numbers) {}

    private record Homes(SortedSet<Integer> numbers) {}

    private static List<Object> keys(RollMaker.Made person) {
        return keys(person.developer(), person.owners(), person.homes());
    }

    private static List<Object> keys(FrozenRoll.Entry entry) {
        SortedSet<Integer> homes = new TreeSet<>();
        entry.parts().forEach(part -> homes.add(part.homeNo()));
        return keys(entry.developer(), new TreeSet<>(entry.owners()), homes);
    }

    private static List<Object> keys(boolean developer, SortedSet<Integer> owners, SortedSet<Integer> homes) {
        if (developer) {
            return List.of(new Developer());
        }
        return owners.isEmpty() ? List.of(new Homes(homes)) : List.of(new Owners(owners), new Homes(homes));
    }
}
