package org.linli.decisions.roll;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.linli.registry.RollSource.Owner;

/**
 * Which rows of the register of owners are the same person: rows with the same document, all rows of the developer, and rows that
 * somebody ruled to be the same. A same name alone makes nobody the same person.
 *
 * <p>Source: domain reference a.2 C4, C5 and C11. A person's number is the smallest of its rows.
 */
final class Persons {

    private static final String DEVELOPER = "DEVELOPER";

    private final Groups<Integer> persons = new Groups<>();
    private final Map<OwnerPair, Boolean> rulings;
    private final List<Owner> owners;

    /** @param rulings for each pair that was ruled on, whether it is one person */
    Persons(Collection<Owner> owners, Map<OwnerPair, Boolean> rulings) {
        this.owners = List.copyOf(owners);
        this.rulings = Map.copyOf(rulings);
        Map<String, Integer> first = new HashMap<>();
        for (Owner owner : this.owners) {
            @Nullable String identity = owner.kind().equals(DEVELOPER) ? DEVELOPER : owner.idHash();
            if (identity != null) {
                persons.join(owner.ownerNo(), first.computeIfAbsent(identity, none -> owner.ownerNo()));
            }
        }
        rulings.forEach((pair, same) -> {
            if (same) {
                persons.join(pair.ownerA(), pair.ownerB());
            }
        });
    }

    /** The person of an owner. */
    int of(int ownerNo) {
        return persons.of(ownerNo);
    }

    /** The developer's person, null when the register knows no developer. */
    @Nullable
    Integer developer() {
        return owners.stream()
                .filter(owner -> owner.kind().equals(DEVELOPER))
                .map(owner -> of(owner.ownerNo()))
                .findFirst()
                .orElse(null);
    }

    /** Rows of the developer. */
    List<Integer> developers() {
        return owners.stream()
                .filter(owner -> owner.kind().equals(DEVELOPER))
                .map(Owner::ownerNo)
                .toList();
    }

    /**
     * Pairs of rows of one name that may be one person: different persons so far, at least one without a document, and nobody ruled
     * on them.
     *
     * @param among only these owners
     */
    List<OwnerPair> openPairs(Collection<Integer> among) {
        Map<String, List<Owner>> byName = new TreeMap<>();
        for (Owner owner : owners) {
            if (among.contains(owner.ownerNo())) {
                byName.computeIfAbsent(owner.kind() + owner.nameKey(), none -> new ArrayList<>())
                        .add(owner);
            }
        }
        List<OwnerPair> pairs = new ArrayList<>();
        byName.values().forEach(same -> pairs.addAll(openPairs(same)));
        return pairs.stream().sorted().toList();
    }

    private List<OwnerPair> openPairs(List<Owner> sameName) {
        List<OwnerPair> pairs = new ArrayList<>();
        for (int i = 0; i < sameName.size(); i++) {
            for (int j = i + 1; j < sameName.size(); j++) {
                Owner one = sameName.get(i);
                Owner other = sameName.get(j);
                OwnerPair pair = OwnerPair.of(one.ownerNo(), other.ownerNo());
                boolean told = one.idHash() != null && other.idHash() != null;
                if (!told && of(one.ownerNo()) != of(other.ownerNo()) && !rulings.containsKey(pair)) {
                    pairs.add(pair);
                }
            }
        }
        return pairs;
    }

    /** Each owner's row by its number. */
    Map<Integer, Owner> byNumber() {
        Map<Integer, Owner> byNumber = new HashMap<>();
        owners.forEach(owner -> byNumber.put(owner.ownerNo(), owner));
        return byNumber;
    }
}
