package org.linli.bench;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.linli.ledger.BallotPaper;
import org.linli.ledger.BallotSealer;
import org.linli.ledger.DecisionSpec;
import org.linli.ledger.Digest;
import org.linli.ledger.EntryId;
import org.linli.ledger.Frontier;
import org.linli.ledger.HeadSigner;
import org.linli.ledger.HeadVerifier;
import org.linli.ledger.Leaf;
import org.linli.ledger.LeafFile;
import org.linli.ledger.Leaves;
import org.linli.ledger.Openings;
import org.linli.ledger.RollSeal;
import org.linli.ledger.SignedHead;
import org.linli.ledger.Suite;
import org.linli.ledger.VoteKey;
import org.linli.ledger.VoteSecret;
import org.linli.ledger.bundle.Bundle;
import org.linli.ledger.bundle.Heads;

/** A vote in memory with a sealed roll, to be measured without a database. Its keys are random and nobody keeps them. */
final class SealedVote {

    static final Suite SUITE = Suite.P256_SHA256_ED25519;
    private static final long OPENS = 1_700_000_000_000_000L;
    private static final long DEADLINE = OPENS + 86_400_000_000L;
    private static final int SEED = 20_230_901;

    final VoteKey key = new VoteKey(1, 2);
    final RollSeal roll;
    final BallotSealer sealer;
    final BallotPaper paper;
    private final KeyPair keys;

    SealedVote(int owners, DecisionSpec spec) throws GeneralSecurityException {
        Random random = new Random(SEED);
        VoteSecret secret = VoteSecret.of(new byte[VoteSecret.SIZE]);
        keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        roll = RollSeal.of(
                SUITE,
                key,
                secret,
                1,
                IntStream.range(0, owners)
                        .mapToObj(i -> new RollSeal.Member(
                                new EntryId(random.nextLong(), random.nextLong()), 4_000 + random.nextInt(20_000)))
                        .toList());
        sealer = new BallotSealer(SUITE, key, secret, List.of(roll), List.of(spec));
        List<String> options = IntStream.rangeClosed(1, spec.options())
                .mapToObj(i -> "候选人" + i)
                .toList();
        paper = new BallotPaper(
                key,
                "bench",
                "bench",
                OPENS,
                new BallotPaper.Pack("taizhou-2021", "331002", "2023-10-01", List.of()),
                List.of(new BallotPaper.Question(spec, "ORDINARY", "bench", options, false, false, false)));
    }

    EntryId entry(int position) {
        return roll.publicRoll().entries().get(position).id();
    }

    byte[] rollLeaf() {
        return Leaves.encode(new Leaf.Roll(key, 1, roll.root()));
    }

    byte[] openLeaf() {
        return Leaves.encode(new Leaf.Open(key, OPENS, paper.digest(SUITE)));
    }

    byte[] closeLeaf() {
        return Leaves.encode(new Leaf.Close(key, DEADLINE, 0));
    }

    /** The whole record sealed by one head before the close, as it is in time, and one over all. */
    Bundle bundle(List<byte[]> leaves, Openings openings) {
        Frontier frontier = Frontier.empty(SUITE);
        Digest before = frontier.root();
        for (byte[] leaf : leaves) {
            before = leaf == leaves.getLast() ? frontier.root() : before;
            frontier = frontier.append(Leaves.hash(SUITE, leaf));
        }
        HeadSigner signer = HeadSigner.ed25519(keys.getPrivate());
        List<SignedHead> heads = List.of(
                signer.sign(key, leaves.size() - 1, before, DEADLINE - 1),
                signer.sign(key, leaves.size(), frontier.root(), DEADLINE));
        return new Bundle(
                SUITE,
                paper,
                DEADLINE,
                0,
                List.of(),
                List.of(roll.publicRoll()),
                LeafFile.of(SUITE, key, leaves),
                new Heads(SUITE, key, HeadVerifier.publish(keys.getPublic()), heads),
                openings);
    }

    /** Seconds that hashing the same bytes takes, the fastest of three rounds. */
    static double hashing(byte[] bytes) {
        double fastest = Double.MAX_VALUE;
        for (int round = 0; round < 3; round++) {
            long begin = System.nanoTime();
            SUITE.hash(bytes);
            fastest = Math.min(fastest, Times.secondsSince(begin));
        }
        return fastest;
    }
}
