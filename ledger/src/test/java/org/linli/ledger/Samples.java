package org.linli.ledger;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Votes made from a seed, so that a failure can be seen again. */
final class Samples {
    static final DecisionSpec YES_NO = DecisionSpec.yesNo(1, 1);
    static final DecisionSpec CHOICE = DecisionSpec.choice(2, 3, 1);
    static final DecisionSpec ELECTION = DecisionSpec.election(3, 5, 3, 1);

    private Samples() {}

    static VoteKey voteKey(int seed) {
        Random random = new Random(seed);
        return new VoteKey(random.nextLong(), random.nextLong());
    }

    static VoteSecret secret(int seed) {
        byte[] bytes = new byte[VoteSecret.SIZE];
        new Random(seed).nextBytes(bytes);
        return VoteSecret.of(bytes);
    }

    static List<RollSeal.Member> members(int seed, int count) {
        Random random = new Random(seed);
        return IntStream.range(0, count)
                .mapToObj(i -> new RollSeal.Member(
                        new EntryId(random.nextLong(), random.nextLong()), 4_000 + random.nextInt(16_000)))
                .toList();
    }

    /** A vote with one roll and one decision of each kind. */
    record Vote(Suite suite, VoteKey key, RollSeal roll, BallotSealer sealer) {
        static Vote of(Suite suite, int members) {
            VoteKey key = voteKey(1);
            RollSeal roll = RollSeal.of(suite, key, secret(2), 1, members(3, members));
            return new Vote(
                    suite,
                    key,
                    roll,
                    new BallotSealer(suite, key, secret(2), List.of(roll), List.of(YES_NO, CHOICE, ELECTION)));
        }

        EntryId entry(int position) {
            return roll.publicRoll().entries().get(position).id();
        }

        BallotProofs proofs() {
            return new BallotProofs(
                    suite,
                    key,
                    java.util.Map.of(1, RollPoints.read(suite, roll.publicRoll())),
                    sealer.specs(),
                    suite.hash(new byte[0]));
        }
    }
}
