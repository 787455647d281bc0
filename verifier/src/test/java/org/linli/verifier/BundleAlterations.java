package org.linli.verifier;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.linli.ledger.AreaOpening;
import org.linli.ledger.BallotPaper;
import org.linli.ledger.Bytes;
import org.linli.ledger.DecisionOpening;
import org.linli.ledger.HeadSigner;
import org.linli.ledger.Leaf;
import org.linli.ledger.LeafFile;
import org.linli.ledger.Leaves;
import org.linli.ledger.Opening;
import org.linli.ledger.Openings;
import org.linli.ledger.PublicRoll;
import org.linli.ledger.RollPoints;
import org.linli.ledger.RollTotal;
import org.linli.ledger.SignedHead;
import org.linli.ledger.Suite;
import org.linli.ledger.bundle.Bundle;
import org.linli.ledger.bundle.Declared;
import org.linli.ledger.bundle.Fault;
import org.linli.ledger.bundle.Finding;
import org.linli.ledger.bundle.Heads;

/** Somebody changes the bundle after it was sealed: heads, rolls, proofs, figures, rules or the outcome. */
final class BundleAlterations {
    private static final Suite SUITE = Suite.P256_SHA256_ED25519;
    private static final SampleVote VOTE = SampleVote.of(SUITE);
    private static final Bundle GOOD = VOTE.bundle();
    private static final int FIRST = SampleVote.FIRST_BALLOT;
    private static final int COLUMN = 195;
    private static final byte[] NO_POINT = noPoint();

    private BundleAlterations() {}

    static List<Alteration> all() {
        return Stream.of(order(), heads(), times(), witnesses(), rolls(), figures(), ballots(), rules(), outcomes())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Alteration> order() {
        List<byte[]> swapped = new ArrayList<>(GOOD.leaves().leaves());
        Collections.swap(swapped, FIRST + 1, FIRST + 2);
        List<byte[]> shorter = new ArrayList<>(GOOD.leaves().leaves());
        shorter.removeLast();
        List<byte[]> longer = new ArrayList<>(GOOD.leaves().leaves());
        longer.add(Leaves.encode(new Leaf.Annulment(VOTE.key, VOTE.entry(0), 1, VOTE.digest("x"))));
        return List.of(
                with("two ballots in another order", leaves(swapped), Fault.HEAD_ROOT, "head/4"),
                with("the last line cut off", leaves(shorter), Fault.HEAD_BEYOND, "head/4"),
                with("a line behind the last head", leaves(longer), Fault.FINAL_HEAD_MISSING, "heads"));
    }

    private static List<Alteration> heads() {
        List<SignedHead> heads = GOOD.heads().heads();
        SignedHead second = heads.get(1);
        SignedHead forged = HeadSigner.ed25519(SampleVote.keyPair().getPrivate())
                .sign(VOTE.key, second.size(), second.root(), second.timeMicros());
        SignedHead later =
                new SignedHead(VOTE.key, second.size(), second.root(), second.timeMicros() + 1, second.signature());
        List<SignedHead> crossed = replaced(replaced(heads, 1, heads.get(2)), 2, heads.get(1));
        Heads noKey = new Heads(SUITE, VOTE.key, Bytes.of(new byte[3]), heads);
        return List.of(
                with("a head of another key", heads(replaced(heads, 1, forged)), Fault.HEAD_SIGNATURE, "head/1"),
                with("a head at another time", heads(replaced(heads, 1, later)), Fault.HEAD_SIGNATURE, "head/1"),
                with("heads in another order", heads(crossed), Fault.HEAD_ORDER, "head/2"),
                with("no heads", heads(List.of()), Fault.FINAL_HEAD_MISSING, "heads"),
                new Alteration(
                        "another key than somebody expects",
                        GOOD,
                        List.of(),
                        "0".repeat(64),
                        List.of(new Finding(Fault.KEY_DIFFERS, "heads"))),
                with("no key", noKey, Fault.KEY_MALFORMED, "heads"));
    }

    private static List<Alteration> times() {
        return List.of(
                timed("a ballot before the window", Fault.BALLOT_EARLY, "head/1", vote -> {
                    vote.headTimes.put(FIRST + 1, SampleVote.OPENS - 1);
                    vote.headTimes.put(7, SampleVote.OPENS - 2);
                }),
                timed("no head in time", Fault.BALLOT_LATE, "leaf/" + (VOTE.close - 2), vote -> {
                    vote.headTimes.remove(vote.close);
                    vote.headTimes.replaceAll((size, time) -> size > vote.close ? time + 61_000_000 : time);
                }),
                timed(
                        "closed before the deadline",
                        Fault.CLOSED_EARLY,
                        "head/3",
                        vote -> vote.headTimes.put(vote.close + 1, SampleVote.DEADLINE - 1)));
    }

    private static Alteration timed(String what, Fault fault, String place, Consumer<SampleVote> change) {
        SampleVote vote = SampleVote.of(SUITE);
        change.accept(vote);
        return new Alteration(what, vote.bundle(), List.of(), fault, place);
    }

    private static List<Alteration> witnesses() {
        SampleVote rewritten = SampleVote.of(SUITE);
        rewritten.leaves.set(FIRST + 1, rewritten.ballot(19, 1, null));
        SignedHead seen = GOOD.heads().heads().get(1);
        SignedHead forged = HeadSigner.ed25519(SampleVote.keyPair().getPrivate())
                .sign(VOTE.key, seen.size(), seen.root(), seen.timeMicros());
        return List.of(
                new Alteration(
                        "what a witness saw rewritten",
                        rewritten.bundle(),
                        List.of(seen),
                        Fault.SEEN_REWRITTEN,
                        "seen/0"),
                new Alteration("a witness's head forged", GOOD, List.of(forged), Fault.SEEN_SIGNATURE, "seen/0"));
    }

    private static List<Alteration> rolls() {
        List<PublicRoll.Entry> entries = GOOD.rolls().getFirst().entries();
        PublicRoll.Entry other =
                new PublicRoll.Entry(entries.get(2).id(), entries.get(3).commitment());
        PublicRoll.Entry broken = new PublicRoll.Entry(entries.get(2).id(), Bytes.of(new byte[33]));
        PublicRoll.Entry lost = new PublicRoll.Entry(entries.get(9).id(), Bytes.of(NO_POINT));
        List<PublicRoll.Entry> crossed = replaced(replaced(entries, 2, entries.get(3)), 3, entries.get(2));
        AreaOpening opened = GOOD.openings().rolls().getFirst().opening();
        RollTotal moreHeads = new RollTotal(1, 21, opened);
        RollTotal moreArea = new RollTotal(1, 20, new AreaOpening(opened.areaDm2() + 1, opened.blinding()));
        String proof = "leaf/" + (FIRST + 3) + "/decision/1/column/1";
        return List.of(
                with("another area on the roll", roll(replaced(entries, 2, other)), Fault.ROLL_FINGERPRINT, "roll/1"),
                with("another area in a proof", roll(replaced(entries, 2, other)), Fault.OPTION_PROOF, proof),
                with("no point on the roll", roll(replaced(entries, 2, broken)), Fault.ROLL_POINT, "roll/1/entry/2"),
                with(
                        "no point for one who is on one roll only",
                        roll(replaced(entries, 9, lost)),
                        Fault.ROLL_POINT,
                        "roll/1/entry/9"),
                with("an entry twice", roll(replaced(entries, 3, entries.get(2))), Fault.ROLL_ORDER, "roll/1/entry/3"),
                with("the roll in another order", roll(crossed), Fault.ROLL_ORDER, "roll/1/entry/3"),
                with("an entry left out", roll(entries.subList(0, 19)), Fault.ROLL_HEADS, "roll/1"),
                with("a roll left out", new Missing(), Fault.ROLL_MISSING, "decision/4/roll/2"),
                with("another TH", rolls(moreHeads), Fault.ROLL_HEADS, "roll/1"),
                with(
                        "totals twice",
                        new Openings(
                                twice(GOOD.openings().rolls()), GOOD.openings().decisions()),
                        Fault.ROLL_TOTAL_MISSING,
                        "roll/1"),
                with("another TA", rolls(moreArea), Fault.ROLL_AREA, "roll/1"),
                with(
                        "no totals",
                        new Openings(List.of(), GOOD.openings().decisions()),
                        Fault.ROLL_TOTAL_MISSING,
                        "roll/2"));
    }

    private static List<Alteration> figures() {
        List<DecisionOpening> decisions = GOOD.openings().decisions();
        DecisionOpening first = decisions.getFirst();
        Opening right = first.columns().getFirst().opening();
        DecisionOpening partial = new DecisionOpening(1, first.columns().subList(0, 1), null);
        Opening turnout = Objects.requireNonNull(decisions.get(2).turnout());
        DecisionOpening fewer = new DecisionOpening(
                3, decisions.get(2).columns(), new Opening(turnout.heads() - 1, turnout.areaDm2(), turnout.blinding()));
        String place = "decision/1/column/1";
        return List.of(
                with("one head more", agree(right.heads() + 1, right.areaDm2()), Fault.OPENING_SUM, place),
                with("an impossible total", agree(21, right.areaDm2()), Fault.TALLY_IMPOSSIBLE, "decision/1"),
                with("a little more area", agree(right.heads(), right.areaDm2() + 1), Fault.OPENING_SUM, place),
                with(
                        "figures left out",
                        decisions(replaced(decisions, 0, partial)),
                        Fault.OPENING_COLUMNS,
                        "decision/1"),
                with("another turnout", decisions(replaced(decisions, 2, fewer)), Fault.TURNOUT_HEADS, "decision/3"),
                with(
                        "small figures apart",
                        decisions(replaced(decisions, 0, apart())),
                        Fault.OPENING_COLUMNS,
                        "decision/1"),
                with("figures twice", decisions(twice(decisions)), Fault.OPENING_MISSING, "decision/1"),
                with("nothing opened", decisions(List.of()), Fault.OPENING_MISSING, "decision/4"));
    }

    /** The same figures, with the two and three that oppose and abstain told apart. */
    private static DecisionOpening apart() {
        DecisionOpening.Columns agree =
                GOOD.openings().decisions().getFirst().columns().getFirst();
        DecisionOpening.Columns rest =
                GOOD.openings().decisions().getFirst().columns().get(1);
        Opening all = rest.opening();
        return new DecisionOpening(
                1,
                List.of(
                        agree,
                        new DecisionOpening.Columns(List.of(2), new Opening(2, 1, all.blinding())),
                        new DecisionOpening.Columns(List.of(3), new Opening(3, all.areaDm2() - 1, all.blinding()))),
                null);
    }

    private static Openings agree(long heads, long areaDm2) {
        DecisionOpening first = GOOD.openings().decisions().getFirst();
        Opening changed =
                new Opening(heads, areaDm2, first.columns().getFirst().opening().blinding());
        return decisions(replaced(
                GOOD.openings().decisions(),
                0,
                new DecisionOpening(
                        1, replaced(first.columns(), 0, new DecisionOpening.Columns(List.of(1), changed)), null)));
    }

    /** Bytes of a ballot: the first part's head stands at 39, its first column at 45, and the last sum proof at the end. */
    private static List<Alteration> ballots() {
        int length = VOTE.leaves.get(FIRST + 2).length;
        String first = "leaf/" + (FIRST + 2) + "/decision/1/column/1";
        return List.of(
                flipped("a challenge", 45 + 3 * 33 + 31, 1, Fault.OPTION_PROOF, first),
                flipped("a response", 45 + 3 * 33 + 2 * 32 + 31, 1, Fault.OPTION_PROOF, first),
                flipped("a roll number", 42, 2, Fault.PART_SHAPE, "leaf/" + (FIRST + 2) + "/decision/1"),
                flipped("the sign of a point", 45, 1, Fault.OPTION_PROOF, first),
                flipped("a sum proof", length - 1, 1, Fault.SUM_PROOF, "leaf/" + (FIRST + 2) + "/decision/4"),
                pointed("a column", 45 + COLUMN, first.replace("column/1", "column/2")),
                pointed("the first message of a column", 45 + 33, first),
                pointed("a sum proof", length - 65, "leaf/" + (FIRST + 2) + "/decision/4"),
                flipped("an entry", 18, 1, Fault.ENTRY_UNKNOWN, "leaf/" + (FIRST + 2)));
    }

    private static Alteration flipped(String what, int at, int bit, Fault fault, String place) {
        SampleVote vote = SampleVote.of(SUITE);
        byte[] changed = vote.leaves.get(FIRST + 2).clone();
        changed[at] ^= (byte) bit;
        vote.leaves.set(FIRST + 2, changed);
        return new Alteration("another byte in " + what, vote.bundle(), List.of(), fault, place);
    }

    /** A point whose form is right but whose x belongs to none. */
    private static Alteration pointed(String what, int at, String place) {
        SampleVote vote = SampleVote.of(SUITE);
        byte[] changed = vote.leaves.get(FIRST + 2).clone();
        System.arraycopy(NO_POINT, 0, changed, at, NO_POINT.length);
        vote.leaves.set(FIRST + 2, changed);
        return new Alteration("no point in " + what, vote.bundle(), Fault.PART_POINT, place);
    }

    private static byte[] noPoint() {
        byte[] bytes = new byte[33];
        bytes[0] = 2;
        for (bytes[32] = 1; isPoint(bytes); bytes[32]++) {
            // The next x: about every second belongs to no point.
        }
        return bytes;
    }

    private static boolean isPoint(byte[] bytes) {
        PublicRoll.Entry entry = new PublicRoll.Entry(VOTE.entry(0), Bytes.of(bytes));
        return RollPoints.read(SUITE, new PublicRoll(1, List.of(entry)))
                .unreadable()
                .isEmpty();
    }

    private static List<Alteration> rules() {
        BallotPaper paper = GOOD.paper();
        BallotPaper.Pack pack = paper.rulePack();
        BallotPaper.Question first = paper.questions().getFirst();
        BallotPaper.Question reworded =
                new BallotPaper.Question(first.spec(), "ORDINARY", "不通过管理规约", List.of(), false, false, false);
        BallotPaper.Question reclassed =
                new BallotPaper.Question(first.spec(), "UNANIMOUS", first.title(), List.of(), false, false, false);
        BallotPaper.Pack other = new BallotPaper.Pack("other", pack.division(), pack.noticedOn(), pack.articles());
        BallotPaper.Pack early = new BallotPaper.Pack(pack.code(), pack.division(), "2021-04-30", pack.articles());
        BallotPaper.Pack elsewhere = new BallotPaper.Pack(pack.code(), "330102", pack.noticedOn(), pack.articles());
        BallotPaper.Pack noDay = new BallotPaper.Pack(pack.code(), pack.division(), "2023-02-30", pack.articles());
        BallotPaper.Pack bare = new BallotPaper.Pack(pack.code(), pack.division(), pack.noticedOn(), List.of());
        String open = "leaf/" + SampleVote.OPEN;
        return List.of(
                with("another pack", pack(other), Fault.PACK_UNKNOWN, "rules"),
                with("another pack on the paper", pack(other), Fault.PAPER_DIFFERS, open),
                with("a notice before the pack", pack(early), Fault.PACK_UNKNOWN, "rules"),
                with("another division", pack(elsewhere), Fault.PACK_UNKNOWN, "rules"),
                with("a notice on no day", pack(noDay), Fault.PACK_UNKNOWN, "rules"),
                with("no articles", pack(bare), Fault.ARTICLES_DIFFER, "rules"),
                with(
                        "another question",
                        questions(replaced(paper.questions(), 0, reworded)),
                        Fault.PAPER_DIFFERS,
                        open),
                with(
                        "another class",
                        questions(replaced(paper.questions(), 0, reclassed)),
                        Fault.CLASS_UNKNOWN,
                        "decision/1"));
    }

    private static List<Alteration> outcomes() {
        List<Declared> declared = GOOD.declared();
        Declared rejected = new Declared(1, List.of("REJECTED"), List.of(), List.of());
        Declared chosen = new Declared(2, declared.get(1).outcomes(), List.of(1), List.of());
        Declared ranked = new Declared(3, declared.get(2).outcomes(), List.of(2, 1, 3, 4, 5), List.of());
        return List.of(
                with(
                        "another outcome",
                        announced(replaced(declared, 0, rejected)),
                        Fault.OUTCOME_DIFFERS,
                        "decision/1"),
                with("another choice", announced(replaced(declared, 1, chosen)), Fault.CHOSEN_DIFFERS, "decision/2"),
                with("another rank", announced(replaced(declared, 2, ranked)), Fault.CHOSEN_DIFFERS, "decision/3"),
                with("announced twice", announced(twice(declared)), Fault.DECLARED_MISSING, "decision/1"),
                with("nothing announced", announced(declared.subList(1, 4)), Fault.DECLARED_MISSING, "decision/1"));
    }

    private static Alteration with(String what, Object part, Fault fault, String place) {
        List<PublicRoll> rolls = GOOD.rolls();
        Bundle altered = new Bundle(
                SUITE,
                part instanceof BallotPaper paper ? paper : GOOD.paper(),
                GOOD.deadlineMicros(),
                GOOD.extension(),
                part instanceof Announced(List<Declared> declared) ? declared : GOOD.declared(),
                part instanceof PublicRoll roll
                        ? List.of(roll, rolls.get(1))
                        : part instanceof Missing ? rolls.subList(0, 1) : rolls,
                part instanceof LeafFile leaves ? leaves : GOOD.leaves(),
                part instanceof Heads heads ? heads : GOOD.heads(),
                part instanceof Openings openings ? openings : GOOD.openings());
        return new Alteration(what, altered, List.of(), fault, place);
    }

    private record Announced(List<Declared> declared) {}

    private record Missing() {}

    private static Announced announced(List<Declared> declared) {
        return new Announced(declared);
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

    private static <T> List<T> twice(List<T> list) {
        List<T> copy = new ArrayList<>(list);
        copy.add(list.getFirst());
        return copy;
    }

    private static <T> List<T> replaced(List<T> list, int at, T value) {
        List<T> copy = new ArrayList<>(list);
        copy.set(at, value);
        return copy;
    }
}
