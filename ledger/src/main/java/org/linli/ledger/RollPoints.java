package org.linli.ledger;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bouncycastle.math.ec.ECPoint;
import org.jspecify.annotations.Nullable;

/** A public roll with its commitments read as points, to check what they sum to and what ballots say about them. */
public final class RollPoints {
    private final Suite suite;
    private final PublicRoll roll;
    private final RollRoot root;
    private final Map<EntryId, Weight> weights = new HashMap<>();
    private final List<Integer> unreadable = new ArrayList<>();

    private RollPoints(Suite suite, PublicRoll roll) {
        this.suite = suite;
        this.roll = roll;
        root = roll.root(suite);
    }

    public static RollPoints read(Suite suite, PublicRoll roll) {
        RollPoints points = new RollPoints(suite, roll);
        List<Optional<Weight>> read = roll.entries().parallelStream()
                .map(entry -> weight(suite, entry.commitment()))
                .toList();
        for (int i = 0; i < read.size(); i++) {
            EntryId id = roll.entries().get(i).id();
            if (read.get(i).isEmpty()) {
                points.unreadable.add(i);
            } else {
                points.weights.putIfAbsent(id, read.get(i).orElseThrow());
            }
        }
        return points;
    }

    public RollRoot root() {
        return root;
    }

    /** Positions of entries whose commitment is no point, from 0. */
    public List<Integer> unreadable() {
        return List.copyOf(unreadable);
    }

    /** Positions of entries that do not stand behind the one before them, from 0. */
    public List<Integer> outOfOrder() {
        List<PublicRoll.Entry> entries = roll.entries();
        return IntStream.range(1, entries.size())
                .filter(i -> entries.get(i).id().compareTo(entries.get(i - 1).id()) <= 0)
                .boxed()
                .toList();
    }

    public boolean contains(EntryId entry) {
        return weights.containsKey(entry);
    }

    /** Whether these entries' commitments sum to an opening's area. */
    public boolean sumOpensTo(Collection<EntryId> entries, AreaOpening opening) {
        ECPoint sum = suite.curve().getInfinity();
        for (EntryId entry : entries) {
            Weight weight = find(entry);
            if (weight == null) {
                return false;
            }
            sum = sum.add(weight.point());
        }
        ECPoint opened =
                suite.commit(BigInteger.ZERO, BigInteger.valueOf(opening.areaDm2()), suite.scalar(opening.blinding()));
        return sum.equals(opened);
    }

    /** Whether all commitments sum to an opening's area. */
    public boolean totalOpensTo(AreaOpening opening) {
        return sumOpensTo(roll.entries().stream().map(PublicRoll.Entry::id).toList(), opening);
    }

    @Nullable
    Weight find(EntryId entry) {
        return weights.get(entry);
    }

    private static Optional<Weight> weight(Suite suite, Bytes commitment) {
        try {
            return Optional.of(new Weight(commitment, suite.point(commitment)));
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }

    /** @param encoded W as published @param point the same */
    record Weight(Bytes encoded, ECPoint point) {}
}
