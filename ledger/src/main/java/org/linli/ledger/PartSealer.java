package org.linli.ledger;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.math.ec.ECPoint;

/**
 * Seals one entry's part in one decision, for both values of each column.
 *
 * <p>Source: R. Cramer, I. Damgård, B. Schoenmakers, "Proofs of partial knowledge", CRYPTO '94: of the two Schnorr proofs one is
 * real and one is simulated. Knowing area and blinding of the entry, every multiple is of a generator, so that tables serve all.
 */
final class PartSealer {
    private final Suite suite;
    private final Derivation derivation;
    private final Context context;
    private final RollSeal.Sealed member;
    private final int attempt;
    private final DecisionSpec spec;

    PartSealer(
            Suite suite,
            Derivation derivation,
            Context context,
            RollSeal.Sealed member,
            int attempt,
            DecisionSpec spec) {
        this.suite = suite;
        this.derivation = derivation;
        this.context = context;
        this.member = member;
        this.attempt = attempt;
        this.spec = spec;
    }

    PreparedBallot.Part seal() {
        List<Draft> drafts = new ArrayList<>();
        ECPoint one = suite.pointG1().add(member.point());
        BigInteger blindings = BigInteger.ZERO;
        for (int option = 1; option <= spec.columns(); option++) {
            BigInteger blinding = blinding(option);
            blindings = blindings.add(blinding);
            ECPoint zero = suite.timesH(blinding);
            drafts.add(draft(option, false, blinding, zero));
            drafts.add(draft(option, true, blinding, zero.add(one)));
        }
        BigInteger rest = suite.reduce(blindings);
        BigInteger nonce = derivation.scalar(about("linli/sum/k").bytes());
        List<Bytes> points = encode(drafts, suite.timesH(rest), suite.timesH(nonce));
        List<PreparedBallot.Column> columns = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i += 2) {
            columns.add(new PreparedBallot.Column(
                    finish(drafts.get(i), points.subList(3 * i, 3 * i + 3)),
                    finish(drafts.get(i + 1), points.subList(3 * i + 3, 3 * i + 6))));
        }
        return new PreparedBallot.Part(
                spec, columns, sum(rest, nonce, points.subList(points.size() - 2, points.size())));
    }

    /** Serves this entry, attempt, decision and column, and nothing else. */
    BigInteger blinding(int option) {
        return derivation.scalar(about("linli/r").u16(option).bytes());
    }

    private ByteSink about(String tag) {
        return context.about(tag, member.member().id(), attempt);
    }

    private BigInteger derive(String tag, int option, boolean value) {
        return derivation.scalar(about(tag).u16(option).u8(value ? 1 : 0).bytes());
    }

    /** Commitment and both first messages; the challenge needs their encodings, which are made all at once. */
    private Draft draft(int option, boolean value, BigInteger blinding, ECPoint commitment) {
        BigInteger nonce = derive("linli/k", option, value);
        BigInteger challenge = derive("linli/c", option, value);
        BigInteger response = derive("linli/z", option, value);
        ECPoint real = suite.timesH(nonce);
        ECPoint simulated =
                value ? simulateZero(response, challenge, blinding) : simulateOne(response, challenge, blinding);
        return new Draft(
                option,
                value,
                blinding,
                commitment,
                value ? simulated : real,
                value ? real : simulated,
                nonce,
                challenge,
                response);
    }

    /** {@code z·H − c·C} for {@code C = G1 + W + r·H}. */
    private ECPoint simulateZero(BigInteger response, BigInteger challenge, BigInteger blinding) {
        BigInteger onH = response.subtract(challenge.multiply(blinding.add(member.blinding())));
        return suite.commit(challenge.negate(), challenge.negate().multiply(area()), onH);
    }

    /** {@code z·H − c·(C − G1 − W)} for {@code C = r·H}. */
    private ECPoint simulateOne(BigInteger response, BigInteger challenge, BigInteger blinding) {
        BigInteger onH = response.subtract(challenge.multiply(blinding.subtract(member.blinding())));
        return suite.commit(challenge, challenge.multiply(area()), onH);
    }

    private BigInteger area() {
        return BigInteger.valueOf(member.member().areaDm2());
    }

    /** Three points for each draft, then the two of the sum. */
    private List<Bytes> encode(List<Draft> drafts, ECPoint rest, ECPoint first) {
        List<ECPoint> points = new ArrayList<>();
        drafts.forEach(draft -> points.addAll(List.of(draft.commitment(), draft.first0(), draft.first1())));
        points.add(rest);
        points.add(first);
        ECPoint[] normalised = points.toArray(ECPoint[]::new);
        suite.curve().normalizeAll(normalised);
        List<Bytes> encoded = new ArrayList<>();
        for (ECPoint point : normalised) {
            encoded.add(suite.encode(point));
        }
        return encoded;
    }

    private byte[] finish(Draft draft, List<Bytes> points) {
        List<Bytes> bound = new ArrayList<>();
        bound.add(weight());
        bound.addAll(points);
        BigInteger whole = context.optionChallenge(member.member().id(), attempt, draft.option(), bound);
        BigInteger realChallenge = suite.reduce(whole.subtract(draft.challenge()));
        BigInteger realResponse = suite.reduce(draft.nonce().add(realChallenge.multiply(draft.blinding())));
        ByteSink out = new ByteSink();
        points.forEach(point -> out.raw(point.raw()));
        out.raw(suite.encode(draft.value() ? draft.challenge() : realChallenge).raw());
        out.raw(suite.encode(draft.value() ? draft.response() : realResponse).raw());
        out.raw(suite.encode(draft.value() ? realResponse : draft.response()).raw());
        return out.bytes();
    }

    private byte[] sum(BigInteger rest, BigInteger nonce, List<Bytes> points) {
        List<Bytes> bound = List.of(weight(), points.getFirst(), points.getLast());
        BigInteger challenge = context.sumChallenge(member.member().id(), attempt, bound);
        BigInteger response = suite.reduce(nonce.add(challenge.multiply(rest)));
        return new ByteSink()
                .raw(points.getLast().raw())
                .raw(suite.encode(response).raw())
                .bytes();
    }

    private Bytes weight() {
        return suite.encode(member.point());
    }

    /**
     * A column with one value before its challenge.
     *
     * @param nonce of the real proof
     * @param challenge of the simulated proof
     * @param response of the simulated proof
     */
    private record Draft(
            int option,
            boolean value,
            BigInteger blinding,
            ECPoint commitment,
            ECPoint first0,
            ECPoint first1,
            BigInteger nonce,
            BigInteger challenge,
            BigInteger response) {}
}
