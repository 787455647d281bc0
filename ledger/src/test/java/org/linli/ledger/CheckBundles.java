package org.linli.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.linli.ledger.bundle.Bundle;
import org.linli.ledger.bundle.BundleWriter;
import org.linli.ledger.bundle.Declared;
import org.linli.ledger.bundle.Heads;

/**
 * Writes the bundles that the tests of the check page read: {@code good.zip}, {@code altered-total.zip}, {@code altered-proof.zip} and
 * {@code suite-2.zip}. Run by hand when docs/recount.md changes: arguments are a directory and a number of entries.
 */
final class CheckBundles {
    private static final long OPENS = 1_700_000_000_000_000L;
    private static final long DEADLINE = OPENS + 86_400_000_000L;
    private static final VoteKey VOTE = Samples.voteKey(11);
    private static final VoteSecret SECRET = Samples.secret(12);
    private static final List<String> CANDIDATES = List.of("甲", "乙", "丙", "丁", "戊", "己", "庚");

    private final Suite suite;
    private final HeadSigner signer;
    private final Bytes publicKey;
    private final RollSeal roll;
    private final BallotSealer sealer;
    private final BallotPaper paper = paper();
    private final List<byte[]> leaves = new ArrayList<>();
    private final List<Openings.Counted> counted = new ArrayList<>();

    private CheckBundles(Suite suite, int members) throws GeneralSecurityException {
        this.suite = suite;
        if (suite.number() == 1) {
            KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            signer = HeadSigner.ed25519(keys.getPrivate());
            publicKey = HeadVerifier.publish(keys.getPublic());
        } else {
            signer = HeadSigner.sm2(BigInteger.TEN, new SecureRandom());
            publicKey = HeadVerifier.publishSm2(BigInteger.TEN);
        }
        roll = RollSeal.of(suite, VOTE, SECRET, 1, Samples.members(13, members));
        sealer = new BallotSealer(suite, VOTE, SECRET, List.of(roll), paper.specs());
    }

    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        Path directory = Files.createDirectories(Path.of(arguments[0]));
        int members = Integer.parseInt(arguments[1]);
        CheckBundles made = new CheckBundles(Suite.P256_SHA256_ED25519, members);
        int firstBallot = made.record();
        Openings openings = Openings.of(made.sealer, made.counted);
        made.write(directory.resolve("good.zip"), openings);
        made.write(directory.resolve("altered-total.zip"), oneMoreAgrees(openings));
        // The last scalar of the first ballot's last part is the response of its sum proof.
        byte[] ballot = made.leaves.get(firstBallot);
        ballot[ballot.length - 1] ^= 1;
        made.write(directory.resolve("altered-proof.zip"), openings);
        CheckBundles other = new CheckBundles(Suite.SM2_SM3, members);
        other.record();
        other.write(directory.resolve("suite-2.zip"), Openings.of(other.sealer, other.counted));
    }

    private static BallotPaper paper() {
        return new BallotPaper(
                VOTE,
                "白云苑",
                "2023 年业主大会",
                OPENS,
                new BallotPaper.Pack(
                        "taizhou-2021",
                        "331002",
                        "2023-10-01",
                        List.of("CIVIL_CODE 278", "CIVIL_CODE 1259", "TAIZHOU_REGULATION 16")),
                List.of(
                        new BallotPaper.Question(
                                DecisionSpec.yesNo(1, 1), "ORDINARY", "选聘物业服务企业", List.of(), false, false, false),
                        new BallotPaper.Question(
                                DecisionSpec.choice(2, 2, 1),
                                "SPECIAL",
                                "改变共有部分用途",
                                List.of("停车", "花园"),
                                false,
                                false,
                                false),
                        new BallotPaper.Question(
                                DecisionSpec.election(3, CANDIDATES.size(), 5, 1),
                                "ORDINARY",
                                "选举业主委员会",
                                CANDIDATES,
                                true,
                                false,
                                false)));
    }

    /** A whole record with one revote and one paper; returns the number of the first ballot's leaf. */
    private int record() {
        Serial serial = new Serial(7, 8);
        int last = roll.publicRoll().entries().size() - 1;
        add(new Leaf.Roll(VOTE, 1, roll.root()));
        add(new Leaf.PaperIssued(VOTE, serial, entry(last)));
        add(new Leaf.Open(VOTE, OPENS, paper.digest(suite)));
        int firstBallot = leaves.size();
        for (int i = 0; i < last; i++) {
            cast(i, 1, choices(i), null);
        }
        add(new Leaf.Annulment(VOTE, entry(0), 1, suite.hash(new byte[] {1})));
        counted.removeFirst();
        cast(0, 2, choices(1), null);
        add(new Leaf.PaperReturned(VOTE, serial));
        add(new Leaf.Close(VOTE, DEADLINE, 0));
        cast(last, 1, choices(last), serial);
        return firstBallot;
    }

    /** One in ten says nothing to the choice; nearly all agree; everybody marks four candidates. */
    private static Map<Integer, Marks> choices(int i) {
        Marks answer = Marks.of(i % 10 == 9 ? DecisionSpec.OPPOSE : i % 10 == 8 ? DecisionSpec.ABSTAIN : 1);
        Marks candidates = Marks.of(1, 2, 3, 4 + i % 4);
        return i % 10 == 7
                ? Map.of(1, answer, 3, candidates)
                : Map.of(1, answer, 2, Marks.of(1 + i % 3), 3, candidates);
    }

    private void cast(
            int i, int attempt, Map<Integer, Marks> choices, @org.jspecify.annotations.Nullable Serial serial) {
        leaves.add(sealer.seal(sealer.prepare(entry(i), attempt), choices, serial));
        counted.add(new Openings.Counted(entry(i), attempt, choices));
    }

    private void add(Leaf leaf) {
        leaves.add(Leaves.encode(leaf));
    }

    private EntryId entry(int i) {
        return roll.publicRoll().entries().get(i).id();
    }

    private void write(Path file, Openings openings) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            BundleWriter.write(
                    new Bundle(
                            suite,
                            paper,
                            DEADLINE,
                            0,
                            List.of(
                                    new Declared(1, List.of("PASSED"), List.of(), List.of()),
                                    new Declared(2, List.of("REJECTED", "REJECTED"), List.of(), List.of()),
                                    new Declared(
                                            3,
                                            List.of(
                                                    "PASSED",
                                                    "PASSED",
                                                    "PASSED",
                                                    "REJECTED",
                                                    "REJECTED",
                                                    "REJECTED",
                                                    "REJECTED"),
                                            ranked(openings),
                                            List.of())),
                            List.of(roll.publicRoll()),
                            LeafFile.of(suite, VOTE, leaves),
                            heads(),
                            openings),
                    out);
        }
    }

    /** The three whom everybody marked are level, and all have a seat; ranked as they stand. */
    private static List<Integer> ranked(Openings openings) {
        return openings.decisions().get(2).columns().size() == CANDIDATES.size() ? List.of(1, 2, 3) : List.of();
    }

    /** Two public heads while it is open, one within the minute after the deadline, a last one over everything. */
    private Heads heads() {
        Frontier tree = Frontier.empty(suite);
        List<SignedHead> heads = new ArrayList<>();
        for (byte[] leaf : leaves) {
            tree = tree.append(Leaves.hash(suite, leaf));
            long size = tree.size();
            if (size == 5 || size == 9 || size == leaves.size() - 2) {
                heads.add(signer.sign(VOTE, size, tree.root(), size < leaves.size() - 2 ? OPENS + size : DEADLINE + 1));
            }
        }
        heads.add(signer.sign(VOTE, tree.size(), tree.root(), DEADLINE + 3_600_000_000L));
        return new Heads(suite, VOTE, publicKey, heads);
    }

    private static Openings oneMoreAgrees(Openings openings) {
        DecisionOpening first = openings.decisions().getFirst();
        DecisionOpening.Columns agree = first.columns().getFirst();
        Opening more = new Opening(
                agree.opening().heads() + 1,
                agree.opening().areaDm2(),
                agree.opening().blinding());
        List<DecisionOpening.Columns> columns = new ArrayList<>(first.columns());
        columns.set(0, new DecisionOpening.Columns(agree.of(), more));
        List<DecisionOpening> decisions = new ArrayList<>(openings.decisions());
        decisions.set(0, new DecisionOpening(first.decision(), columns, first.turnout()));
        return new Openings(openings.rolls(), decisions);
    }
}
