package org.linli.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.ledger.AreaOpening;
import org.linli.ledger.BallotPaper;
import org.linli.ledger.Bytes;
import org.linli.ledger.DecisionOpening;
import org.linli.ledger.EntryId;
import org.linli.ledger.HeadSigner;
import org.linli.ledger.Leaf;
import org.linli.ledger.LeafFile;
import org.linli.ledger.Leaves;
import org.linli.ledger.Opening;
import org.linli.ledger.Openings;
import org.linli.ledger.PublicRoll;
import org.linli.ledger.RollTotal;
import org.linli.ledger.Serial;
import org.linli.ledger.SignedHead;
import org.linli.ledger.Suite;
import org.linli.ledger.VoteKey;
import org.linli.ledger.bundle.Bundle;
import org.linli.ledger.bundle.Declared;
import org.linli.ledger.bundle.Fault;
import org.linli.ledger.bundle.Finding;
import org.linli.ledger.bundle.Heads;

/** Whatever is changed in a bundle is named, with its place. */
class TamperingTests {
    private static final Suite SUITE = Suite.P256_SHA256_ED25519;
    private static final SampleVote VOTE = SampleVote.of(SUITE);
    private static final Bundle GOOD = VOTE.bundle();

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void theUntouchedBundleHolds(int suite) {
        SampleVote vote = SampleVote.of(Suite.of(suite));

        Verification verification = Verification.of(vote.bundle(), vote.heads());

        assertThat(verification.findings()).isEmpty();
        assertThat(verification.outcomes())
                .extracting(DecisionResult::chosen)
                .containsExactly(List.of(), List.of(2), List.of(1, 2, 3, 4, 5), List.of());
        assertThat(verification.report().recordSummary().counted()).isEqualTo(18);
    }

    /** An operator rewrites the record before signing it: every signature holds, and still the line is named. */
    static Stream<Arguments> rewritten() {
        SampleVote vote = VOTE;
        int first = SampleVote.FIRST_BALLOT;
        VoteKey key = vote.key;
        EntryId stranger = new EntryId(-1, -1);
        return Stream.of(
                rewrite(
                        "a ballot twice",
                        v -> v.leaves.add(first + 2, v.leaves.get(first + 1)),
                        Fault.BALLOT_TWICE,
                        first + 2),
                rewrite(
                        "a second attempt unruled",
                        v -> v.leaves.add(first + 4, v.ballot(0, 2, null)),
                        Fault.ATTEMPT_UNRULED,
                        first + 4),
                rewrite(
                        "an annulment of nothing",
                        v -> insert(v, v.close, new Leaf.Annulment(key, v.entry(19), 1, v.digest("x"))),
                        Fault.ANNULMENT_UNFOUNDED,
                        vote.close),
                rewrite(
                        "an annulment twice",
                        v -> insert(v, v.close, new Leaf.Annulment(key, v.entry(3), 1, v.digest("x"))),
                        Fault.ANNULMENT_TWICE,
                        vote.close),
                rewrite(
                        "a ballot after the close",
                        v -> v.leaves.add(v.close + 1, v.ballot(19, 1, null)),
                        Fault.BALLOT_AFTER_CLOSE,
                        vote.close + 1),
                rewrite(
                        "a paper back after the close",
                        v -> move(v, v.close - 1, v.close),
                        Fault.SERIAL_LATE,
                        vote.close),
                rewrite(
                        "a paper issued after the close",
                        v -> insert(v, v.close + 1, new Leaf.PaperIssued(key, new Serial(9, 9), v.entry(1))),
                        Fault.LEAF_AFTER_CLOSE,
                        vote.close + 1),
                rewrite(
                        "a paper never issued",
                        v -> v.leaves.add(v.close, v.ballot(19, 1, new Serial(9, 9))),
                        Fault.SERIAL_UNISSUED,
                        vote.close),
                rewrite("a paper not back", v -> move(v, first - 1, first), Fault.SERIAL_UNRETURNED, first - 1),
                rewrite(
                        "another's paper",
                        v -> v.leaves.set(
                                4, Leaves.encode(new Leaf.PaperIssued(key, SampleVote.ENTERED_AFTER, v.entry(9)))),
                        Fault.SERIAL_OTHER_ENTRY,
                        vote.close + 1),
                rewrite(
                        "a void paper",
                        v -> insert(
                                v,
                                first - 1,
                                new Leaf.PaperVoided(key, SampleVote.ENTERED_BEFORE, Leaf.VoidReason.LOST)),
                        Fault.SERIAL_VOID,
                        first + 1),
                rewrite(
                        "a paper used twice",
                        v -> v.leaves.add(v.close, v.ballot(19, 1, SampleVote.ENTERED_BEFORE)),
                        Fault.SERIAL_TWICE,
                        vote.close),
                rewrite(
                        "a stranger's paper",
                        v -> insert(v, first, new Leaf.PaperIssued(key, new Serial(9, 9), stranger)),
                        Fault.ENTRY_UNKNOWN,
                        first),
                rewrite(
                        "a second opening",
                        v -> v.leaves.add(first, v.leaves.get(SampleVote.OPEN)),
                        Fault.OPEN_TWICE,
                        first),
                rewrite(
                        "a second close",
                        v -> v.leaves.add(v.leaves.get(v.close)),
                        Fault.CLOSE_TWICE,
                        vote.leaves.size()),
                rewrite(
                        "another deadline",
                        v -> v.leaves.set(v.close, Leaves.encode(new Leaf.Close(key, SampleVote.DEADLINE + 1, 0))),
                        Fault.DEADLINE_DIFFERS,
                        vote.close),
                rewrite(
                        "a roll after the first ballot",
                        v -> v.leaves.add(first + 3, v.leaves.get(2)),
                        Fault.ROLL_LATE,
                        first + 3),
                rewrite(
                        "a line of another vote",
                        v -> insert(v, first, new Leaf.PaperReturned(new VoteKey(0, 0), new Serial(9, 9))),
                        Fault.LEAF_ELSEWHERE,
                        first),
                rewrite("a broken line", v -> v.leaves.add(first, new byte[] {1, 99}), Fault.LEAF_MALFORMED, first),
                rewrite(
                        "a ballot before the opening",
                        v -> v.leaves.add(SampleVote.OPEN, v.ballot(19, 1, null)),
                        Fault.BALLOT_BEFORE_OPEN,
                        SampleVote.OPEN),
                rewrite(
                        "another ballot paper",
                        v -> v.leaves.set(
                                SampleVote.OPEN, Leaves.encode(new Leaf.Open(key, SampleVote.OPENS, v.digest("x")))),
                        Fault.PAPER_DIFFERS,
                        SampleVote.OPEN));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rewritten")
    void namesALineThatMayNotStandThere(String what, Consumer<SampleVote> change, Fault fault, int leaf) {
        SampleVote vote = SampleVote.of(SUITE);
        change.accept(vote);
        vote.head(SampleVote.DEADLINE + 3);

        Verification verification = Verification.of(vote.bundle(), List.of());

        assertThat(verification.findings()).as(what).contains(new Finding(fault, "leaf/" + leaf));
    }

    @Test
    void namesWhatIsMissingFromTheRecord() {
        SampleVote unclosed = SampleVote.of(SUITE);
        unclosed.leaves.remove(unclosed.close);
        SampleVote unopened = SampleVote.of(SUITE);
        unopened.leaves.remove(SampleVote.OPEN);
        SampleVote unrolled = SampleVote.of(SUITE);
        unrolled.leaves.remove(SampleVote.ROLL);
        SampleVote lost = SampleVote.of(SUITE);
        lost.leaves.remove(SampleVote.FIRST_BALLOT);

        assertThat(faults(unclosed.bundle())).contains(Fault.CLOSE_MISSING);
        assertThat(faults(unopened.bundle())).contains(Fault.OPEN_MISSING);
        assertThat(findings(unrolled.bundle())).contains(new Finding(Fault.ROLL_UNRECORDED, "roll/1"));
        assertThat(findings(lost.bundle()))
                .contains(new Finding(Fault.OPENING_SUM, "decision/1/column/1"))
                .contains(new Finding(Fault.TURNOUT_HEADS, "decision/3"))
                .contains(new Finding(Fault.TURNOUT_AREA, "decision/3"));
    }

    /** Somebody changes the bundle after it was sealed. */
    @Test
    void namesEachHeadThatNoLongerFits() {
        List<byte[]> swapped = new ArrayList<>(GOOD.leaves().leaves());
        Collections.swap(swapped, SampleVote.FIRST_BALLOT + 1, SampleVote.FIRST_BALLOT + 2);
        List<byte[]> shorter = new ArrayList<>(GOOD.leaves().leaves());
        shorter.removeLast();
        List<byte[]> longer = new ArrayList<>(GOOD.leaves().leaves());
        longer.add(Leaves.encode(new Leaf.Annulment(VOTE.key, VOTE.entry(0), 1, VOTE.digest("x"))));

        assertThat(findings(with(leaves(swapped)))).extracting(Finding::place).contains("head/1", "head/4");
        assertThat(faults(with(leaves(swapped)))).containsOnly(Fault.HEAD_ROOT);
        assertThat(findings(with(leaves(shorter)))).contains(new Finding(Fault.HEAD_BEYOND, "head/4"));
        assertThat(faults(with(leaves(longer)))).contains(Fault.FINAL_HEAD_MISSING, Fault.OPENING_SUM);
    }

    @Test
    void namesAHeadThatIsForgedOrOutOfOrder() {
        List<SignedHead> heads = GOOD.heads().heads();
        SignedHead second = heads.get(1);
        HeadSigner stranger = HeadSigner.ed25519(SampleVote.keyPair().getPrivate());
        SignedHead forged = stranger.sign(VOTE.key, second.size(), second.root(), second.timeMicros());
        SignedHead later =
                new SignedHead(VOTE.key, second.size(), second.root(), second.timeMicros() + 1, second.signature());

        assertThat(findings(with(heads(replaced(heads, 1, forged)))))
                .containsExactly(new Finding(Fault.HEAD_SIGNATURE, "head/1"));
        assertThat(findings(with(heads(replaced(heads, 1, later)))))
                .containsExactly(new Finding(Fault.HEAD_SIGNATURE, "head/1"));
        assertThat(findings(with(heads(replaced(replaced(heads, 1, heads.get(2)), 2, heads.get(1))))))
                .containsExactly(new Finding(Fault.HEAD_ORDER, "head/2"));
        assertThat(faults(with(heads(List.of())))).contains(Fault.FINAL_HEAD_MISSING, Fault.BALLOT_LATE);
        Bytes noKey = Bytes.of(new byte[3]);
        assertThat(faults(with(new Heads(SUITE, VOTE.key, noKey, heads)))).containsOnly(Fault.KEY_MALFORMED);
    }

    @Test
    void namesWhatTheTimesOfHeadsShow() {
        SampleVote early = SampleVote.of(SUITE);
        early.headTimes.put(SampleVote.FIRST_BALLOT + 1, SampleVote.OPENS - 1);
        early.headTimes.put(7, SampleVote.OPENS - 2);
        SampleVote late = SampleVote.of(SUITE);
        late.headTimes.remove(late.close);
        late.headTimes.replaceAll((size, time) -> size > late.close ? time + 61_000_000 : time);
        SampleVote hasty = SampleVote.of(SUITE);
        hasty.headTimes.put(hasty.close + 1, SampleVote.DEADLINE - 1);

        assertThat(faults(early.bundle())).contains(Fault.BALLOT_EARLY);
        assertThat(findings(late.bundle())).contains(new Finding(Fault.BALLOT_LATE, "leaf/" + (late.close - 2)));
        assertThat(faults(hasty.bundle())).contains(Fault.CLOSED_EARLY);
    }

    @Test
    void provesThatWhatAWitnessSawWasRewritten() {
        SampleVote rewritten = SampleVote.of(SUITE);
        rewritten.leaves.set(SampleVote.FIRST_BALLOT + 1, rewritten.ballot(19, 1, null));
        SignedHead seen = GOOD.heads().heads().get(1);
        SignedHead forged = HeadSigner.ed25519(SampleVote.keyPair().getPrivate())
                .sign(VOTE.key, seen.size(), seen.root(), seen.timeMicros());

        assertThat(Verification.of(GOOD, List.of(seen)).findings()).isEmpty();
        assertThat(Verification.of(rewritten.bundle(), List.of(seen)).findings())
                .contains(new Finding(Fault.SEEN_REWRITTEN, "seen/0"));
        assertThat(Verification.of(GOOD, List.of(forged)).findings())
                .containsExactly(new Finding(Fault.SEEN_SIGNATURE, "seen/0"));
    }

    @Test
    void namesWhatIsWrongWithTheRoll() {
        List<PublicRoll.Entry> entries = GOOD.rolls().getFirst().entries();
        PublicRoll.Entry other =
                new PublicRoll.Entry(entries.get(2).id(), entries.get(3).commitment());
        PublicRoll.Entry broken = new PublicRoll.Entry(entries.get(2).id(), Bytes.of(new byte[33]));

        assertThat(findings(with(roll(replaced(entries, 2, other)))))
                .contains(new Finding(Fault.ROLL_FINGERPRINT, "roll/1"), new Finding(Fault.ROLL_AREA, "roll/1"))
                .contains(new Finding(
                        Fault.OPTION_PROOF, "leaf/" + (SampleVote.FIRST_BALLOT + 3) + "/decision/1/column/1"));
        assertThat(findings(with(roll(replaced(entries, 2, broken)))))
                .contains(new Finding(Fault.ROLL_POINT, "roll/1/entry/2"));
        assertThat(findings(with(roll(replaced(replaced(entries, 2, entries.get(3)), 3, entries.get(2))))))
                .contains(new Finding(Fault.ROLL_ORDER, "roll/1/entry/3"));
        Bundle without = new Bundle(
                SUITE,
                GOOD.paper(),
                GOOD.deadlineMicros(),
                0,
                GOOD.declared(),
                List.of(GOOD.rolls().getFirst()),
                GOOD.leaves(),
                GOOD.heads(),
                GOOD.openings());
        assertThat(findings(without)).contains(new Finding(Fault.ROLL_MISSING, "decision/4/roll/2"));
    }

    @Test
    void namesTotalsThatAreNotTheRolls() {
        RollTotal total = GOOD.openings().rolls().getFirst();
        RollTotal moreHeads = new RollTotal(1, 21, total.opening());
        RollTotal moreArea = new RollTotal(
                1,
                20,
                new AreaOpening(total.opening().areaDm2() + 1, total.opening().blinding()));

        assertThat(findings(with(rolls(moreHeads)))).contains(new Finding(Fault.ROLL_HEADS, "roll/1"));
        assertThat(findings(with(rolls(moreArea)))).contains(new Finding(Fault.ROLL_AREA, "roll/1"));
        assertThat(findings(with(new Openings(List.of(), GOOD.openings().decisions()))))
                .contains(new Finding(Fault.ROLL_TOTAL_MISSING, "roll/2"));
    }

    @Test
    void namesFiguresThatAreNotTheBallots() {
        DecisionOpening first = GOOD.openings().decisions().getFirst();
        DecisionOpening.Columns agree = first.columns().getFirst();
        Opening right = agree.opening();
        List<Opening> wrong = List.of(
                new Opening(right.heads() + 1, right.areaDm2(), right.blinding()),
                new Opening(right.heads(), right.areaDm2() + 1, right.blinding()),
                new Opening(right.heads(), right.areaDm2(), SUITE.g1()));

        for (Opening opening : wrong) {
            DecisionOpening changed = new DecisionOpening(
                    1, replaced(first.columns(), 0, new DecisionOpening.Columns(List.of(1), opening)), null);
            assertThat(findings(with(decisions(replaced(GOOD.openings().decisions(), 0, changed)))))
                    .contains(new Finding(Fault.OPENING_SUM, "decision/1/column/1"));
        }
        DecisionOpening partial = new DecisionOpening(1, first.columns().subList(0, 1), null);
        assertThat(findings(with(decisions(replaced(GOOD.openings().decisions(), 0, partial)))))
                .contains(new Finding(Fault.OPENING_COLUMNS, "decision/1"));
        assertThat(findings(with(decisions(List.of())))).contains(new Finding(Fault.OPENING_MISSING, "decision/4"));
    }

    /** Each byte of a ballot matters: whichever is changed before signing, the proofs or the form give it away. */
    @Test
    void namesAnAlteredBallotWhereverItIsAltered() {
        byte[] ballot = VOTE.leaves.get(SampleVote.FIRST_BALLOT + 2);
        for (int at = 18; at < ballot.length; at += 211) {
            SampleVote vote = SampleVote.of(SUITE);
            byte[] changed = ballot.clone();
            changed[at] ^= 1;
            vote.leaves.set(SampleVote.FIRST_BALLOT + 2, changed);

            assertThat(findings(vote.bundle()))
                    .as("byte %d", at)
                    .anyMatch(finding -> finding.place().startsWith("leaf/" + (SampleVote.FIRST_BALLOT + 2)));
        }
    }

    @Test
    void namesRulesAndOutcomesThatAreNotThose() {
        BallotPaper paper = GOOD.paper();
        BallotPaper.Pack pack = paper.rulePack();

        assertThat(findings(
                        with(pack(new BallotPaper.Pack("other", pack.division(), pack.noticedOn(), pack.articles())))))
                .contains(new Finding(Fault.PACK_UNKNOWN, ""), new Finding(Fault.PAPER_DIFFERS, "leaf/3"));
        assertThat(faults(with(pack(new BallotPaper.Pack(pack.code(), pack.division(), "yesterday", pack.articles())))))
                .contains(Fault.PACK_UNKNOWN);
        assertThat(faults(with(pack(new BallotPaper.Pack(pack.code(), pack.division(), pack.noticedOn(), List.of())))))
                .contains(Fault.ARTICLES_DIFFER);
        assertThat(findings(with(declared(0, new Declared(1, List.of("REJECTED"), List.of(), List.of())))))
                .containsExactly(new Finding(Fault.OUTCOME_DIFFERS, "decision/1"));
        assertThat(findings(with(
                        declared(1, new Declared(2, SampleVote.declared().get(1).outcomes(), List.of(1), List.of())))))
                .containsExactly(new Finding(Fault.CHOSEN_DIFFERS, "decision/2"));
        assertThat(findings(with(declared(
                        2,
                        new Declared(3, SampleVote.declared().get(2).outcomes(), List.of(2, 1, 3, 4, 5), List.of())))))
                .containsExactly(new Finding(Fault.CHOSEN_DIFFERS, "decision/3"));
        assertThat(findings(with(declared(0, SampleVote.declared().get(1)))))
                .contains(new Finding(Fault.DECLARED_MISSING, "decision/1"));
    }

    @Test
    void namesAQuestionThatWasReworded() {
        BallotPaper paper = GOOD.paper();
        BallotPaper.Question first = paper.questions().getFirst();
        BallotPaper.Question reworded =
                new BallotPaper.Question(first.spec(), "ORDINARY", "不通过管理规约", List.of(), false, false);
        BallotPaper.Question reclassed =
                new BallotPaper.Question(first.spec(), "UNANIMOUS", first.title(), List.of(), false, false);

        assertThat(findings(with(questions(replaced(paper.questions(), 0, reworded)))))
                .containsExactly(new Finding(Fault.PAPER_DIFFERS, "leaf/3"));
        assertThat(findings(with(questions(replaced(paper.questions(), 0, reclassed)))))
                .contains(new Finding(Fault.CLASS_UNKNOWN, "decision/1"));
    }

    private static Arguments rewrite(String what, Consumer<SampleVote> change, Fault fault, int leaf) {
        return Arguments.of(what, change, fault, leaf);
    }

    private static void insert(SampleVote vote, int at, Leaf leaf) {
        vote.leaves.add(at, Leaves.encode(leaf));
    }

    private static void move(SampleVote vote, int from, int to) {
        vote.leaves.add(to, vote.leaves.remove(from));
    }

    private static List<Finding> findings(Bundle bundle) {
        return Verification.of(bundle, List.of()).findings();
    }

    private static List<Fault> faults(Bundle bundle) {
        return findings(bundle).stream().map(Finding::fault).toList();
    }

    private static <T> List<T> replaced(List<T> list, int at, T value) {
        List<T> copy = new ArrayList<>(list);
        copy.set(at, value);
        return copy;
    }

    /** The good bundle with one of its parts replaced. */
    private static Bundle with(Object part) {
        return new Bundle(
                SUITE,
                part instanceof BallotPaper paper ? paper : GOOD.paper(),
                GOOD.deadlineMicros(),
                GOOD.extension(),
                part instanceof Announced(List<Declared> declared) ? declared : GOOD.declared(),
                part instanceof PublicRoll roll ? List.of(roll, GOOD.rolls().get(1)) : GOOD.rolls(),
                part instanceof LeafFile leaves ? leaves : GOOD.leaves(),
                part instanceof Heads heads ? heads : GOOD.heads(),
                part instanceof Openings openings ? openings : GOOD.openings());
    }

    private record Announced(List<Declared> declared) {}

    private static Announced declared(int at, Declared declared) {
        return new Announced(replaced(GOOD.declared(), at, declared));
    }

    private static LeafFile leaves(List<byte[]> leaves) {
        return LeafFile.of(SUITE, VOTE.key, leaves);
    }

    private static Heads heads(List<SignedHead> heads) {
        return new Heads(SUITE, VOTE.key, GOOD.heads().publicKey(), heads);
    }

    private static PublicRoll roll(List<PublicRoll.Entry> entries) {
        return new PublicRoll(1, entries);
    }

    private static Openings rolls(RollTotal first) {
        return new Openings(
                replaced(GOOD.openings().rolls(), 0, first), GOOD.openings().decisions());
    }

    private static Openings decisions(List<DecisionOpening> decisions) {
        return new Openings(GOOD.openings().rolls(), decisions);
    }

    private static BallotPaper pack(BallotPaper.Pack pack) {
        BallotPaper paper = GOOD.paper();
        return new BallotPaper(
                paper.voteKey(), paper.community(), paper.title(), paper.opensAtMicros(), pack, paper.questions());
    }

    private static BallotPaper questions(List<BallotPaper.Question> questions) {
        BallotPaper paper = GOOD.paper();
        return new BallotPaper(
                paper.voteKey(), paper.community(), paper.title(), paper.opensAtMicros(), paper.rulePack(), questions);
    }
}
