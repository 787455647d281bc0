package org.linli.ledger;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Turns choices into leaves. All that needs curve arithmetic is done by {@link #prepare}, before the choice; {@link #seal} only
 * puts bytes together. The same ballot always gives the same bytes. Safe for several threads.
 */
public final class BallotSealer {
    private final Suite suite;
    private final VoteKey voteKey;
    private final Derivation derivation;
    private final Map<Integer, RollSeal> rolls = new HashMap<>();
    private final SequencedMap<Integer, DecisionSpec> specs = new TreeMap<>();
    private final Map<Integer, Context> contexts = new HashMap<>();

    /** @throws IllegalArgumentException if a decision's roll is missing or a number is there twice */
    public BallotSealer(
            Suite suite, VoteKey voteKey, VoteSecret secret, List<RollSeal> rolls, List<DecisionSpec> specs) {
        this.suite = suite;
        this.voteKey = voteKey;
        derivation = new Derivation(suite, voteKey, secret);
        rolls.forEach(roll -> this.rolls.put(roll.rollNo(), roll));
        for (DecisionSpec spec : specs) {
            RollSeal roll = this.rolls.get(spec.rollNo());
            if (roll == null || this.specs.put(spec.number(), spec) != null) {
                throw new IllegalArgumentException("no roll for, or twice: " + spec);
            }
            contexts.put(spec.number(), new Context(suite, voteKey, roll.root(), spec));
        }
    }

    /**
     * Everything that the entry's ballot may need: parts for each decision on whose roll it is.
     *
     * @param attempt 1, or one more than the annulled one
     */
    public PreparedBallot prepare(EntryId entry, int attempt) {
        if (attempt < 1) {
            throw new IllegalArgumentException("attempt " + attempt);
        }
        Map<Integer, PreparedBallot.Part> parts = new TreeMap<>();
        for (DecisionSpec spec : specs.values()) {
            part(spec, entry, attempt).ifPresent(part -> parts.put(spec.number(), part.seal()));
        }
        return new PreparedBallot(entry, attempt, parts);
    }

    /**
     * The leaf of a ballot.
     *
     * @param choices the marks in each decision in which the ballot takes part; what is invalid, or blank by a clause, is left out
     * @param serial the paper's number, null for a ballot cast on a screen
     * @throws IllegalArgumentException if the entry is not on a decision's roll, or no ballot can be so marked
     */
    public byte[] seal(PreparedBallot prepared, Map<Integer, Marks> choices, @Nullable Serial serial) {
        ByteSink out = Leaves.ballotHead(voteKey, prepared.entry(), prepared.attempt(), serial, choices.size());
        new TreeMap<>(choices).forEach((decision, marks) -> {
            PreparedBallot.Part part = prepared.part(decision);
            boolean[] values = part.spec().values(marks);
            Leaves.partHead(out, decision, part.spec().rollNo(), values.length);
            for (int i = 0; i < values.length; i++) {
                out.raw(part.columns().get(i).of(values[i]));
            }
            out.raw(part.sum());
        });
        return out.bytes();
    }

    Suite suite() {
        return suite;
    }

    List<RollSeal> rolls() {
        return rolls.values().stream()
                .sorted(Comparator.comparingInt(RollSeal::rollNo))
                .toList();
    }

    List<DecisionSpec> specs() {
        return List.copyOf(specs.values());
    }

    Optional<RollSeal.Sealed> findMember(DecisionSpec spec, EntryId entry) {
        return roll(spec).find(entry);
    }

    RollSeal.Sealed member(DecisionSpec spec, EntryId entry) {
        return findMember(spec, entry)
                .orElseThrow(() -> new IllegalArgumentException("not on the roll of decision " + spec.number()));
    }

    BigInteger blinding(DecisionSpec spec, EntryId entry, int attempt, int option) {
        return part(spec, entry, attempt)
                .orElseThrow(() -> new IllegalArgumentException("not on the roll of decision " + spec.number()))
                .blinding(option);
    }

    private Optional<PartSealer> part(DecisionSpec spec, EntryId entry, int attempt) {
        Context context = contexts.get(spec.number());
        if (context == null) {
            throw new IllegalArgumentException("no decision " + spec.number());
        }
        return roll(spec).find(entry).map(member -> new PartSealer(suite, derivation, context, member, attempt, spec));
    }

    private RollSeal roll(DecisionSpec spec) {
        RollSeal roll = rolls.get(spec.rollNo());
        if (roll == null) {
            throw new IllegalStateException("the constructor lets no roll be missing: " + spec.rollNo());
        }
        return roll;
    }
}
