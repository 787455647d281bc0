package org.linli.verifier;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.linli.ledger.BallotPaper;
import org.linli.ledger.BallotSealer;
import org.linli.ledger.Bytes;
import org.linli.ledger.Digest;
import org.linli.ledger.EntryId;
import org.linli.ledger.Frontier;
import org.linli.ledger.HeadSigner;
import org.linli.ledger.HeadVerifier;
import org.linli.ledger.Leaf;
import org.linli.ledger.LeafFile;
import org.linli.ledger.Leaves;
import org.linli.ledger.Marks;
import org.linli.ledger.Openings;
import org.linli.ledger.RollSeal;
import org.linli.ledger.Serial;
import org.linli.ledger.SignedHead;
import org.linli.ledger.Suite;
import org.linli.ledger.VoteKey;
import org.linli.ledger.VoteSecret;
import org.linli.ledger.bundle.Bundle;
import org.linli.ledger.bundle.Heads;

/**
 * A vote of twenty owners on what a {@link SamplePlan} asks; with a ballot annulled and cast anew, papers
 * returned, voided and entered after the close. Tests change the leaves before they are signed, or the bundle afterwards.
 */
final class SampleVote {
    static final long OPENS = 1_695_000_000_000_000L;
    static final long DEADLINE = 1_696_000_000_000_000L;
    static final int OWNERS = 20;
    static final Serial ENTERED_AFTER = new Serial(1, 5);
    static final Serial VOIDED = new Serial(1, 6);
    static final Serial ENTERED_BEFORE = new Serial(1, 7);

    /** Positions of leaves that tests look for. */
    static final int ROLL = 0;

    static final int OPEN = 3;
    static final int FIRST_BALLOT = 8;

    private static final SampleVote P256 = new SampleVote(Suite.P256_SHA256_ED25519, SamplePlan.EACH_KIND);
    private static final SampleVote SM2 = new SampleVote(Suite.SM2_SM3, SamplePlan.EACH_KIND);
    private static final SampleVote ELECTIONS = new SampleVote(Suite.P256_SHA256_ED25519, SamplePlan.ELECTIONS);

    final Suite suite;
    final SamplePlan plan;
    final VoteKey key = new VoteKey(11, 12);
    final VoteSecret secret = VoteSecret.of(new byte[VoteSecret.SIZE]);
    final RollSeal all;
    final RollSeal some;
    final BallotSealer sealer;
    final HeadSigner signer;
    final Bytes publicKey;
    final List<byte[]> leaves = new ArrayList<>();
    final Map<EntryId, Map<Integer, Marks>> counted = new LinkedHashMap<>();
    /** What was opened already, by what was counted. */
    private final Map<Map<EntryId, Map<Integer, Marks>>, Openings> opened = new HashMap<>();
    /** Size of the tree at each head, and when it is signed. */
    final Map<Integer, Long> headTimes = new LinkedHashMap<>();

    int close;

    /** A copy of its own, for a test to change. Making the ballots takes long, so they are made once. */
    static SampleVote of(Suite suite) {
        return new SampleVote(suite.number() == 1 ? P256 : SM2);
    }

    /** A copy of a vote with elections that end in every way, and a roll on which nobody is. */
    static SampleVote ofElections() {
        return new SampleVote(ELECTIONS);
    }

    static SampleVote of(SamplePlan plan) {
        return new SampleVote(Suite.P256_SHA256_ED25519, plan);
    }

    private SampleVote(SampleVote made) {
        suite = made.suite;
        plan = made.plan;
        all = made.all;
        some = made.some;
        sealer = made.sealer;
        signer = made.signer;
        publicKey = made.publicKey;
        close = made.close;
        leaves.addAll(made.leaves);
        counted.putAll(made.counted);
        headTimes.putAll(made.headTimes);
        opened.put(Map.copyOf(counted), made.openings());
    }

    private SampleVote(Suite suite, SamplePlan plan) {
        this.suite = suite;
        this.plan = plan;
        Random random = new Random(7);
        List<RollSeal.Member> members = IntStream.range(0, OWNERS)
                .mapToObj(i -> new RollSeal.Member(new EntryId(i, random.nextLong()), 8_000 + 100L * i))
                .toList();
        all = RollSeal.of(suite, key, secret, 1, members);
        some = RollSeal.of(suite, key, secret, 2, members.subList(0, plan.onSecondRoll()));
        sealer = new BallotSealer(suite, key, secret, List.of(all, some), paper().specs());
        if (suite.number() == 1) {
            KeyPair pair = keyPair();
            signer = HeadSigner.ed25519(pair.getPrivate());
            publicKey = HeadVerifier.publish(pair.getPublic());
        } else {
            signer = HeadSigner.sm2(BigInteger.TEN, new SecureRandom());
            publicKey = HeadVerifier.publishSm2(BigInteger.TEN);
        }
        record();
    }

    static KeyPair keyPair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    EntryId entry(int position) {
        return all.publicRoll().entries().get(position).id();
    }

    private void record() {
        add(new Leaf.Roll(key, 1, all.root()));
        add(new Leaf.Roll(key, 2, all.root()));
        add(new Leaf.Roll(key, 2, some.root()));
        add(new Leaf.Open(key, OPENS, paper().digest(suite)));
        add(new Leaf.PaperIssued(key, ENTERED_AFTER, entry(5)));
        add(new Leaf.PaperIssued(key, VOIDED, entry(6)));
        add(new Leaf.PaperIssued(key, ENTERED_BEFORE, entry(7)));
        head(OPENS);
        add(new Leaf.PaperReturned(key, ENTERED_BEFORE));
        cast(7, 1, ENTERED_BEFORE);
        for (int i = 0; i < 5; i++) {
            cast(i, 1, null);
        }
        add(new Leaf.Annulment(key, entry(3), 1, digest("a ruling")));
        cast(3, 2, null);
        head(OPENS + 1);
        add(new Leaf.PaperVoided(key, VOIDED, Leaf.VoidReason.VOTED_OTHERWISE));
        cast(6, 1, null);
        for (int i = 8; i < 19; i++) {
            cast(i, 1, null);
        }
        add(new Leaf.PaperReturned(key, ENTERED_AFTER));
        head(DEADLINE - 1);
        close = leaves.size();
        add(new Leaf.Close(key, DEADLINE, 0));
        head(DEADLINE + 1);
        cast(5, 1, ENTERED_AFTER);
        add(new Leaf.Annulment(key, entry(18), 1, digest("another ruling")));
        counted.remove(entry(18));
        head(DEADLINE + 2);
    }

    void add(Leaf leaf) {
        leaves.add(Leaves.encode(leaf));
    }

    void head(long timeMicros) {
        headTimes.put(leaves.size(), timeMicros);
    }

    byte[] ballot(int position, int attempt, @Nullable Serial serial) {
        return sealer.seal(
                sealer.prepare(entry(position), attempt), plan.choices().apply(position), serial);
    }

    private void cast(int position, int attempt, @Nullable Serial serial) {
        leaves.add(ballot(position, attempt, serial));
        counted.put(entry(position), plan.choices().apply(position));
    }

    BallotPaper paper() {
        return new BallotPaper(
                key,
                "海棠苑",
                "2023 年第一次业主大会",
                OPENS,
                new BallotPaper.Pack(
                        "taizhou-2021",
                        "331002",
                        "2023-09-01",
                        List.of("CIVIL_CODE 278", "CIVIL_CODE 1259", "TAIZHOU_REGULATION 16")),
                plan.questions());
    }

    Openings openings() {
        return opened.computeIfAbsent(Map.copyOf(counted), count -> open());
    }

    private Openings open() {
        return Openings.of(
                sealer,
                counted.entrySet().stream()
                        .map(each -> new Openings.Counted(
                                each.getKey(), each.getKey().equals(entry(3)) ? 2 : 1, each.getValue()))
                        .toList());
    }

    List<SignedHead> heads() {
        List<SignedHead> heads = new ArrayList<>();
        Frontier frontier = Frontier.empty(suite);
        for (int i = 0; i <= leaves.size(); i++) {
            Long time = headTimes.get(i);
            if (time != null) {
                heads.add(signer.sign(key, i, frontier.root(), time));
            }
            if (i < leaves.size()) {
                frontier = frontier.append(Leaves.hash(suite, leaves.get(i)));
            }
        }
        return heads;
    }

    /** The bundle of the leaves as they are now, signed as an operator would who changed them beforehand. */
    Bundle bundle() {
        return new Bundle(
                suite,
                paper(),
                DEADLINE,
                0,
                plan.declared(),
                List.of(all.publicRoll(), some.publicRoll()),
                LeafFile.of(suite, key, leaves),
                new Heads(suite, key, publicKey, heads()),
                openings());
    }

    Digest digest(String text) {
        return suite.hash(text.getBytes(StandardCharsets.UTF_8));
    }
}
