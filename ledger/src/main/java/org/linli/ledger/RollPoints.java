package org.linli.ledger;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.bouncycastle.math.ec.ECPoint;
import org.jspecify.annotations.Nullable;

/** A public roll with its commitments read as points, to check what they sum to and what ballots say about them. */
public final class RollPoints {
    private final Suite suite;
    private final PublicRoll roll;
    private final RollRoot root;
    private final Map<EntryId, Weight> weights = new HashMap<>();
    private final Set<EntryId> ids = new HashSet<>();
    private final List<Integer> unreadable = new ArrayList<>();
    private ECPoint sum;

    private RollPoints(Suite suite, PublicRoll roll) {
        this.suite = suite;
        this.roll = roll;
        root = roll.root(suite);
        sum = suite.curve().getInfinity();
    }

    public static RollPoints read(Suite suite, PublicRoll roll) {
        RollPoints points = new RollPoints(suite, roll);
        List<Optional<Weight>> read = roll.entries().parallelStream()
                .map(entry -> weight(suite, entry.commitment()))
                .toList();
        for (int i = 0; i < read.size(); i++) {
            EntryId id = roll.entries().get(i).id();
            points.ids.add(id);
            if (read.get(i).isEmpty()) {
                points.unreadable.add(i);
            } else {
                Weight weight = read.get(i).orElseThrow();
                points.weights.putIfAbsent(id, weight);
                points.sum = points.sum.add(weight.point());
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

    /** Whether it is on the roll, with a commitment that is a point or not. */
    public boolean contains(EntryId entry) {
        return ids.contains(entry);
    }

    /** Whether these entries' commitments sum to an opening's area; entries without a point add nothing. */
    public boolean sumOpensTo(Collection<EntryId> entries, AreaOpening opening) {
        ECPoint some = suite.curve().getInfinity();
        for (EntryId entry : entries) {
            Weight weight = find(entry);
            some = weight == null ? some : some.add(weight.point());
        }
        return opens(some, opening);
    }

    /** Whether all commitments sum to an opening's area. */
    public boolean totalOpensTo(AreaOpening opening) {
        return opens(sum, opening);
    }

    private boolean opens(ECPoint point, AreaOpening opening) {
        return point.equals(
                suite.commit(BigInteger.ZERO, BigInteger.valueOf(opening.areaDm2()), suite.scalar(opening.blinding())));
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
