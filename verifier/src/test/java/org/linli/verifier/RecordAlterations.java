package org.linli.verifier;

import java.util.List;
import java.util.function.Consumer;
import org.linli.ledger.EntryId;
import org.linli.ledger.Leaf;
import org.linli.ledger.Leaves;
import org.linli.ledger.Serial;
import org.linli.ledger.Suite;
import org.linli.ledger.VoteKey;
import org.linli.ledger.bundle.Fault;

/** An operator rewrites the record before signing it: every signature holds, and still the line is named. */
final class RecordAlterations {
    private static final SampleVote VOTE = SampleVote.of(Suite.P256_SHA256_ED25519);

    private RecordAlterations() {}

    static List<Alteration> all() {
        SampleVote vote = VOTE;
        int first = SampleVote.FIRST_BALLOT;
        VoteKey key = vote.key;
        EntryId stranger = new EntryId(-1, -1);
        return List.of(
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
                        SampleVote.OPEN),
                rewrite("the close left out", v -> v.leaves.remove(v.close), Fault.CLOSE_MISSING, "record"),
                rewrite("the opening left out", v -> v.leaves.remove(SampleVote.OPEN), Fault.OPEN_MISSING, "record"),
                rewrite(
                        "the roll's line left out",
                        v -> v.leaves.remove(SampleVote.ROLL),
                        Fault.ROLL_UNRECORDED,
                        "roll/1"),
                rewrite("a ballot left out", v -> v.leaves.remove(first), Fault.OPENING_SUM, "decision/1/column/1"),
                rewrite(
                        "a ballot left out of an election",
                        v -> v.leaves.remove(first),
                        Fault.TURNOUT_AREA,
                        "decision/3"),
                rewrite(
                        "a ballot annulled without a word",
                        v -> insert(v, v.close, new Leaf.Annulment(key, v.entry(9), 1, v.digest("x"))),
                        Fault.TURNOUT_HEADS,
                        "decision/1"),
                rewrite("an annulment left out", v -> v.leaves.removeLast(), Fault.TURNOUT_HEADS, "decision/1"),
                rewrite(
                        "another opening time",
                        v -> v.leaves.set(
                                SampleVote.OPEN,
                                Leaves.encode(new Leaf.Open(
                                        key, SampleVote.OPENS + 1, v.paper().digest(v.suite)))),
                        Fault.OPENING_TIME_DIFFERS,
                        "leaf/" + SampleVote.OPEN),
                rewrite(
                        "an opening after the close",
                        v -> v.leaves.add(v.close, v.leaves.remove(SampleVote.OPEN)),
                        Fault.LEAF_AFTER_CLOSE,
                        "leaf/" + vote.close),
                rewrite(
                        "a used paper voided",
                        v -> insert(
                                v,
                                v.close,
                                new Leaf.PaperVoided(key, SampleVote.ENTERED_BEFORE, Leaf.VoidReason.SPOILT)),
                        Fault.SERIAL_VOID,
                        "leaf/" + vote.close),
                rewrite(
                        "a paper back twice",
                        v -> insert(v, v.close, new Leaf.PaperReturned(key, SampleVote.ENTERED_AFTER)),
                        Fault.SERIAL_TWICE,
                        "leaf/" + vote.close),
                rewrite(
                        "a paper issued twice",
                        v -> insert(v, first, new Leaf.PaperIssued(key, SampleVote.ENTERED_AFTER, v.entry(5))),
                        Fault.SERIAL_TWICE,
                        "leaf/" + first),
                rewrite(
                        "a strange paper back",
                        v -> insert(v, v.close, new Leaf.PaperReturned(key, new Serial(9, 9))),
                        Fault.SERIAL_UNISSUED,
                        "leaf/" + vote.close));
    }

    private static Alteration rewrite(String what, Consumer<SampleVote> change, Fault fault, int leaf) {
        return rewrite(what, change, fault, "leaf/" + leaf);
    }

    private static Alteration rewrite(String what, Consumer<SampleVote> change, Fault fault, String place) {
        SampleVote vote = SampleVote.of(VOTE.suite);
        change.accept(vote);
        vote.head(SampleVote.DEADLINE + 3);
        return new Alteration(what, vote.bundle(), List.of(), fault, place);
    }

    private static void insert(SampleVote vote, int at, Leaf leaf) {
        vote.leaves.add(at, Leaves.encode(leaf));
    }

    private static void move(SampleVote vote, int from, int to) {
        vote.leaves.add(to, vote.leaves.remove(from));
    }
}
