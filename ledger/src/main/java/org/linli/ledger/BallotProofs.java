package org.linli.ledger;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bouncycastle.math.ec.ECPoint;

/** Checks that ballots are well formed, and sums their columns, without learning what they hold. Safe for several threads. */
public final class BallotProofs {
    /** What may be wrong with a part of a ballot. */
    public enum Flaw {
        /** Its entry is not on the decision's roll, or it is not of the decision's shape. */
        SHAPE,
        /** A point is not on the curve. */
        POINT,
        /** A column holds neither 0 nor 1. */
        OPTION,
        /** The columns do not sum to what the decision asks for. */
        SUM
    }

    /**
     * A part of a ballot that does not hold.
     *
     * @param leaf position in the record, from 0
     * @param option number of the column, 0 where the flaw is not in one column
     */
    public record Bad(long leaf, int decision, int option, Flaw flaw) {}

    /** @param leaf position in the record, from 0 @param isCounted whether the count takes it */
    public record Numbered(long leaf, Leaf.Ballot ballot, boolean isCounted) {}

    /** @param bad what does not hold; unmodifiable @param sums of the columns of those that count */
    public record Result(List<Bad> bad, ColumnSums sums) {
        public Result {
            bad = List.copyOf(bad);
        }
    }

    private final Suite suite;
    private final Map<Integer, RollPoints> rolls;
    private final Map<Integer, DecisionSpec> specs = new HashMap<>();
    private final Map<Integer, Context> contexts = new HashMap<>();
    private final Digest seed;

    /** @param recordRoot root over all leaves; with the rolls it settles the weights of the batches */
    public BallotProofs(
            Suite suite, VoteKey voteKey, Map<Integer, RollPoints> rolls, List<DecisionSpec> specs, Digest recordRoot) {
        this.suite = suite;
        this.rolls = Map.copyOf(rolls);
        ByteSink everything = ByteSink.tagged("linli/batch/seed").raw(recordRoot.raw());
        for (DecisionSpec spec : specs) {
            RollPoints roll = rolls.get(spec.rollNo());
            if (roll != null) {
                this.specs.put(spec.number(), spec);
                Context context = new Context(suite, voteKey, roll.root(), spec);
                contexts.put(spec.number(), context);
                everything.raw(roll.root().hash().raw());
            }
        }
        seed = suite.hash(everything.bytes());
    }

    /** Checks some ballots of the record; a few hundred at once are checked fastest. */
    public Result check(List<Numbered> ballots) {
        List<Bad> bad = new ArrayList<>();
        List<BallotPoints> read = new ArrayList<>();
        ColumnSums sums = new ColumnSums(suite);
        for (Numbered numbered : ballots) {
            for (Leaf.Part part : numbered.ballot().parts()) {
                read(numbered, part, bad, read, sums);
            }
        }
        bad.addAll(search(read));
        return new Result(bad, sums);
    }

    private void read(Numbered numbered, Leaf.Part part, List<Bad> bad, List<BallotPoints> read, ColumnSums sums) {
        DecisionSpec spec = specs.get(part.decision());
        Context context = contexts.get(part.decision());
        RollPoints roll = rolls.get(part.rollNo());
        RollPoints.Weight weight =
                roll == null ? null : roll.find(numbered.ballot().entry());
        if (spec == null
                || context == null
                || weight == null
                || spec.rollNo() != part.rollNo()
                || spec.columns() != part.options().size()) {
            bad.add(new Bad(numbered.leaf(), part.decision(), 0, Flaw.SHAPE));
            return;
        }
        try {
            BallotPoints points =
                    BallotPoints.read(suite, numbered.leaf(), numbered.ballot(), part, spec, context, weight);
            if (points.statement().isInfinity()) {
                bad.addAll(columns(points));
                bad.add(new Bad(numbered.leaf(), part.decision(), 0, Flaw.SUM));
            } else {
                read.add(points);
            }
            if (numbered.isCounted()) {
                sums.add(points);
            }
        } catch (MalformedException e) {
            bad.addAll(unreadable(numbered.leaf(), part));
        }
    }

    /** Each column with a point that is not on the curve, and the part itself where it is the point of the sum. */
    private List<Bad> unreadable(long leaf, Leaf.Part part) {
        List<Bad> bad = new ArrayList<>();
        for (int i = 0; i < part.options().size(); i++) {
            Leaf.OptionProof proof = part.options().get(i);
            if (!isPoint(proof.commitment()) || !isPoint(proof.first0()) || !isPoint(proof.first1())) {
                bad.add(new Bad(leaf, part.decision(), i + 1, Flaw.POINT));
            }
        }
        if (!isPoint(part.sum().first())) {
            bad.add(new Bad(leaf, part.decision(), 0, Flaw.POINT));
        }
        return bad;
    }

    private boolean isPoint(Bytes encoded) {
        try {
            return !suite.point(encoded).isInfinity();
        } catch (MalformedException e) {
            return false;
        }
    }

    /** Halves what does not hold until single ballots are left, and checks those proof by proof. */
    private List<Bad> search(List<BallotPoints> parts) {
        if (parts.isEmpty() || holdTogether(parts)) {
            return List.of();
        }
        if (parts.size() == 1) {
            return plainly(parts.getFirst());
        }
        int half = parts.size() / 2;
        return Stream.concat(
                        search(parts.subList(0, half)).stream(), search(parts.subList(half, parts.size())).stream())
                .toList();
    }

    private boolean holdTogether(List<BallotPoints> parts) {
        ProofBatch batch = new ProofBatch(suite, seed);
        parts.forEach(batch::add);
        return batch.holds();
    }

    private List<Bad> plainly(BallotPoints part) {
        List<Bad> bad = new ArrayList<>(columns(part));
        BigInteger response = suite.scalar(part.part().sum().response());
        if (!isSchnorr(response, part.sumFirst(), part.sumChallenge(suite), part.statement())) {
            bad.add(new Bad(part.leaf(), part.spec().number(), 0, Flaw.SUM));
        }
        return bad;
    }

    private List<Bad> columns(BallotPoints part) {
        return part.columns().stream()
                .filter(column -> !holds(part, column))
                .map(column -> new Bad(part.leaf(), part.spec().number(), column.option(), Flaw.OPTION))
                .toList();
    }

    private boolean holds(BallotPoints part, BallotPoints.Column column) {
        Leaf.OptionProof proof = column.proof();
        BigInteger challenge0 = suite.scalar(proof.challenge0());
        BigInteger challenge1 = suite.reduce(part.challenge(suite, column).subtract(challenge0));
        ECPoint lessOne = column.commitment()
                .subtract(suite.pointG1())
                .subtract(part.weight().point());
        return isSchnorr(suite.scalar(proof.response0()), column.first0(), challenge0, column.commitment())
                && isSchnorr(suite.scalar(proof.response1()), column.first1(), challenge1, lessOne);
    }

    /** {@code z·H = A + c·Y}. */
    private boolean isSchnorr(BigInteger response, ECPoint first, BigInteger challenge, ECPoint statement) {
        return suite.timesH(response).equals(first.add(statement.multiply(challenge)));
    }
}
