package org.linli.ledger;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bouncycastle.math.ec.ECPoint;

/**
 * A frozen roll with what opens it. Only {@link #publicRoll}, {@link #root} and {@link #total} are for everybody; an opening is
 * for the entry's own owner.
 */
public final class RollSeal {
    /** @param id random name of the entry in this vote @param areaDm2 area in 0.01 m², 0 or more */
    public record Member(EntryId id, long areaDm2) {
        public Member {
            if (areaDm2 < 0) {
                throw new IllegalArgumentException("a negative area");
            }
        }
    }

    private final Suite suite;
    private final PublicRoll publicRoll;
    private final RollRoot root;
    private final Map<EntryId, Sealed> entries;

    private RollSeal(Suite suite, PublicRoll publicRoll, Map<EntryId, Sealed> entries) {
        this.suite = suite;
        this.publicRoll = publicRoll;
        this.entries = entries;
        root = publicRoll.root(suite);
    }

    /**
     * Commits to each member's area. The blinding follows from the area too, so that a corrected roll does not show by how much an
     * area changed.
     *
     * @throws IllegalArgumentException if a name is there twice
     */
    public static RollSeal of(Suite suite, VoteKey voteKey, VoteSecret secret, int rollNo, List<Member> members) {
        Derivation derivation = new Derivation(suite, voteKey, secret);
        TreeMap<EntryId, Member> sorted = new TreeMap<>();
        for (Member member : members) {
            if (sorted.put(member.id(), member) != null) {
                throw new IllegalArgumentException("entry twice on the roll: " + member.id());
            }
        }
        List<Sealed> sealed = sorted.values().parallelStream()
                .map(member -> seal(suite, derivation, rollNo, member))
                .toList();
        ECPoint[] points = sealed.stream().map(Sealed::point).toArray(ECPoint[]::new);
        suite.curve().normalizeAll(points);
        Map<EntryId, Sealed> entries = new TreeMap<>();
        List<PublicRoll.Entry> published = new ArrayList<>();
        for (int i = 0; i < points.length; i++) {
            Sealed entry = sealed.get(i);
            entries.put(entry.member().id(), new Sealed(entry.member(), entry.blinding(), points[i]));
            published.add(new PublicRoll.Entry(entry.member().id(), suite.encode(points[i])));
        }
        return new RollSeal(suite, new PublicRoll(rollNo, published), entries);
    }

    public int rollNo() {
        return publicRoll.rollNo();
    }

    public PublicRoll publicRoll() {
        return publicRoll;
    }

    public RollRoot root() {
        return root;
    }

    /** Opens the sum of all commitments to the area of the electorate (TA). */
    public AreaOpening total() {
        long areaDm2 = 0;
        BigInteger blinding = BigInteger.ZERO;
        for (Sealed entry : entries.values()) {
            areaDm2 = Math.addExact(areaDm2, entry.member().areaDm2());
            blinding = blinding.add(entry.blinding());
        }
        return new AreaOpening(areaDm2, suite.encode(suite.reduce(blinding)));
    }

    /** What the entry's owner checks against the public roll. @throws IllegalArgumentException if it is not on the roll */
    public AreaOpening opening(EntryId id) {
        Sealed entry = find(id).orElseThrow(() -> new IllegalArgumentException("not on the roll: " + id));
        return new AreaOpening(entry.member().areaDm2(), suite.encode(entry.blinding()));
    }

    public boolean contains(EntryId id) {
        return entries.containsKey(id);
    }

    Optional<Sealed> find(EntryId id) {
        return Optional.ofNullable(entries.get(id));
    }

    private static Sealed seal(Suite suite, Derivation derivation, int rollNo, Member member) {
        BigInteger blinding = derivation.scalar(ByteSink.tagged("linli/roll/s")
                .u16(rollNo)
                .raw(member.id().bytes())
                .u64(member.areaDm2())
                .bytes());
        return new Sealed(
                member, blinding, suite.commit(BigInteger.ZERO, BigInteger.valueOf(member.areaDm2()), blinding));
    }

    /** @param point W, normalised once the roll is made */
    record Sealed(Member member, BigInteger blinding, ECPoint point) {}
}
