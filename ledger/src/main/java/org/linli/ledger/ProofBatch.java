package org.linli.ledger;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.math.ec.ECPoint;

/**
 * Checks many proofs as one equation: each is multiplied by a weight of 128 bits that follows from the whole record, so that faults
 * cannot cancel out but by a chance of 2⁻¹²⁸.
 *
 * <p>Source: M. Bellare, J. Garay, T. Rabin, "Fast batch verification", EUROCRYPT '98, small exponents test.
 */
final class ProofBatch {
    private static final int WEIGHT_BYTES = 16;
    private final Suite suite;
    private final byte[] seed;
    private final List<ECPoint> points = new ArrayList<>();
    private final List<BigInteger> scalars = new ArrayList<>();
    private BigInteger onG1 = BigInteger.ZERO;
    private BigInteger onH = BigInteger.ZERO;
    private long counter;

    /** @param seed digest of everything that is checked */
    ProofBatch(Suite suite, Digest seed) {
        this.suite = suite;
        this.seed = seed.raw();
    }

    void add(BallotPoints part) {
        BigInteger onWeight = BigInteger.ZERO;
        BigInteger sumWeight = weight();
        BigInteger sumChallenge = sumWeight.multiply(part.sumChallenge(suite));
        for (BallotPoints.Column column : part.columns()) {
            BigInteger weight0 = weight();
            BigInteger weight1 = weight();
            Leaf.OptionProof proof = column.proof();
            BigInteger challenge0 = suite.scalar(proof.challenge0());
            BigInteger challenge1 = suite.reduce(part.challenge(suite, column).subtract(challenge0));
            BigInteger forOne = weight1.multiply(challenge1);
            term(column.first0(), weight0);
            term(column.first1(), weight1);
            term(column.commitment(), weight0.multiply(challenge0).add(forOne).add(sumChallenge));
            onWeight = onWeight.subtract(forOne);
            onH = onH.subtract(weight0.multiply(suite.scalar(proof.response0())))
                    .subtract(weight1.multiply(suite.scalar(proof.response1())));
        }
        onWeight = onWeight.subtract(
                sumChallenge.multiply(BigInteger.valueOf(part.spec().sum())));
        term(part.sumFirst(), sumWeight);
        term(part.weight().point(), onWeight);
        onG1 = onG1.add(onWeight);
        onH = onH.subtract(sumWeight.multiply(suite.scalar(part.part().sum().response())));
    }

    boolean holds() {
        return MultiScalar.sum(suite.curve(), points, scalars)
                .add(suite.commit(onG1, BigInteger.ZERO, onH))
                .isInfinity();
    }

    private void term(ECPoint point, BigInteger scalar) {
        points.add(point);
        scalars.add(suite.reduce(scalar));
    }

    private BigInteger weight() {
        byte[] hash = suite.hasher()
                .hash(ByteSink.tagged("linli/batch").raw(seed).u64(counter++).bytes());
        return new BigInteger(1, Arrays.copyOf(hash, WEIGHT_BYTES));
    }
}
