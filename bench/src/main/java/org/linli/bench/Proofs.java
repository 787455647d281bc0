package org.linli.bench;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.linli.ledger.BallotProofs;
import org.linli.ledger.DecisionSpec;
import org.linli.ledger.EntryId;
import org.linli.ledger.Leaf;
import org.linli.ledger.Leaves;
import org.linli.ledger.Marks;
import org.linli.ledger.Openings;
import org.linli.ledger.RollPoints;
import org.linli.ledger.bundle.Bundle;
import org.linli.ledger.bundle.BundleCheck;
import org.linli.ledger.bundle.BundleReport;

/** The proofs of an election of 7 from 15: made, verified by one core, and the whole vote verified by all of them. */
final class Proofs {

    private static final int USUAL_OWNERS = 10_000;
    private static final int MOST_OWNERS = 100_000;
    private static final int CANDIDATES = 15;
    private static final int SEATS = 7;
    private static final int SAMPLE = 400;
    private static final int WARMING = 100;
    /** Goal of the design for 10,000 owners on two cores. */
    private static final double LIMIT_SECONDS = 60;

    private static final DecisionSpec ELECTION = DecisionSpec.election(1, CANDIDATES, SEATS, 1);

    private Proofs() {}

    static Report run(String argument, Consumer<String> progress) throws GeneralSecurityException {
        int owners = BenchRefused.count(argument, USUAL_OWNERS, MOST_OWNERS);
        progress.accept("Sealing a roll of " + owners);
        SealedVote vote = new SealedVote(owners, ELECTION);
        int sample = Math.min(SAMPLE, owners);
        IntStream.range(0, Math.min(WARMING, owners)).forEach(i -> ballot(vote, i));
        progress.accept("Making ballots on one core");
        long begin = System.nanoTime();
        List<byte[]> some =
                IntStream.range(0, sample).mapToObj(i -> ballot(vote, i)).toList();
        double made = sample / Times.secondsSince(begin);
        progress.accept("Verifying them on one core");
        double verified = sample / verify(vote, some);
        double plain = sample / SealedVote.hashing(joined(some));
        progress.accept("Making all ballots on every core");
        begin = System.nanoTime();
        Bundle bundle = whole(vote, owners);
        double all = Times.secondsSince(begin);
        progress.accept("Verifying the whole vote on every core");
        begin = System.nanoTime();
        BundleReport report = BundleCheck.check(bundle, List.of());
        double whole = Times.secondsSince(begin);
        if (!report.findings().isEmpty()) {
            throw new IllegalStateException("does not hold: " + report.findings());
        }
        double hashed = SealedVote.hashing(bundle.leaves().bytes());
        return new Report()
                .value("owners", String.format(Locale.ROOT, "%,d", owners))
                .against("ballots made, one core", made, "hashing them", plain, Unit.PER_SECOND)
                .against("ballots verified, one core", verified, "hashing them", plain, Unit.PER_SECOND)
                .value("all made, sealed, opened", Unit.SECONDS.text(all))
                .atMost("whole vote verified", whole, LIMIT_SECONDS * owners / USUAL_OWNERS, Unit.SECONDS)
                .against("whole vote verified", whole, "hashing its record", hashed, Unit.SECONDS)
                .note("An election of %d from %d, %d columns a ballot, everybody votes; %d cores."
                        .formatted(
                                SEATS,
                                CANDIDATES,
                                ELECTION.columns(),
                                Runtime.getRuntime().availableProcessors()));
    }

    private static byte[] ballot(SealedVote vote, int position) {
        EntryId entry = vote.entry(position);
        return vote.sealer.seal(vote.sealer.prepare(entry, 1), Map.of(1, marks(position)), null);
    }

    /** Every mark that fits, another candidate first for each owner. */
    private static Marks marks(int position) {
        Set<Integer> candidates = IntStream.range(0, 1 + position % SEATS)
                .mapToObj(i -> 1 + (position + i) % CANDIDATES)
                .collect(Collectors.toSet());
        return new Marks(candidates);
    }

    /** Seconds of the faster of two rounds. */
    private static double verify(SealedVote vote, List<byte[]> ballots) {
        RollPoints points = RollPoints.read(SealedVote.SUITE, vote.roll.publicRoll());
        BallotProofs proofs = new BallotProofs(
                SealedVote.SUITE,
                vote.key,
                Map.of(1, points),
                List.of(ELECTION),
                SealedVote.SUITE.hash(joined(ballots)));
        double fastest = Double.MAX_VALUE;
        for (int round = 0; round < 2; round++) {
            long begin = System.nanoTime();
            List<BallotProofs.Numbered> numbered = IntStream.range(0, ballots.size())
                    .mapToObj(i -> new BallotProofs.Numbered(
                            i, (Leaf.Ballot) Leaves.decode(SealedVote.SUITE, ballots.get(i)), true))
                    .toList();
            if (!proofs.check(numbered).bad().isEmpty()) {
                throw new IllegalStateException("a ballot does not hold");
            }
            fastest = Math.min(fastest, Times.secondsSince(begin));
        }
        return fastest;
    }

    private static Bundle whole(SealedVote vote, int owners) {
        List<byte[]> leaves = new ArrayList<>(List.of(vote.rollLeaf(), vote.openLeaf()));
        leaves.addAll(IntStream.range(0, owners)
                .parallel()
                .mapToObj(i -> ballot(vote, i))
                .toList());
        leaves.add(vote.closeLeaf());
        List<Openings.Counted> counted = IntStream.range(0, owners)
                .mapToObj(i -> new Openings.Counted(vote.entry(i), 1, Map.of(1, marks(i))))
                .toList();
        return vote.bundle(leaves, Openings.of(vote.sealer, counted));
    }

    private static byte[] joined(List<byte[]> parts) {
        int size = parts.stream().mapToInt(part -> part.length).sum();
        ByteArrayOutputStream out = new ByteArrayOutputStream(size);
        parts.forEach(out::writeBytes);
        return out.toByteArray();
    }
}
