package org.linli.ledger.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.ledger.BallotPaper;
import org.linli.ledger.EntryId;
import org.linli.ledger.Frontier;
import org.linli.ledger.Leaf;
import org.linli.ledger.Leaves;
import org.linli.ledger.MalformedException;
import org.linli.ledger.RollPoints;
import org.linli.ledger.Serial;
import org.linli.ledger.SignedHead;

/** Reads the record line by line and names each line that the rules of the ledger do not allow at its place. */
final class RecordStage {
    private final Bundle bundle;
    private final Map<Integer, RollPoints> rolls;
    private final List<Finding> findings;
    private final RecordState state = new RecordState();

    RecordStage(Bundle bundle, Map<Integer, RollPoints> rolls, List<Finding> findings) {
        this.bundle = bundle;
        this.rolls = rolls;
        this.findings = findings;
    }

    RecordState check(List<SignedHead> seen) {
        Set<Long> sizes = new ArrayList<>(bundle.heads().heads())
                .stream().map(SignedHead::size).collect(Collectors.toSet());
        seen.forEach(head -> sizes.add(head.size()));
        Frontier frontier = Frontier.empty(bundle.suite());
        for (int i = 0; i < bundle.leaves().size(); i++) {
            noteRoot(sizes, frontier);
            byte[] bytes = bundle.leaves().leaf(i);
            frontier = frontier.append(Leaves.hash(bundle.suite(), bytes));
            line(i, bytes);
        }
        sizes.add(frontier.size());
        noteRoot(sizes, frontier);
        whole();
        return state;
    }

    private void noteRoot(Set<Long> sizes, Frontier frontier) {
        if (sizes.contains(frontier.size())) {
            state.roots.put(frontier.size(), frontier.root());
        }
    }

    private void line(int i, byte[] bytes) {
        Leaf leaf;
        try {
            leaf = Leaves.decode(bundle.suite(), bytes);
        } catch (MalformedException e) {
            add(Fault.LEAF_MALFORMED, i);
            return;
        }
        if (!leaf.voteKey().equals(bundle.paper().voteKey())) {
            add(Fault.LEAF_ELSEWHERE, i);
            return;
        }
        switch (leaf) {
            case Leaf.Roll roll -> roll(i, roll);
            case Leaf.Open open -> open(i, open);
            case Leaf.Ballot ballot -> ballot(i, ballot);
            case Leaf.Annulment annulment -> annulment(i, annulment);
            case Leaf.PaperIssued issued -> issued(i, issued);
            case Leaf.PaperReturned returned -> returned(i, returned.serial());
            case Leaf.PaperVoided voided -> voided(i, voided.serial());
            case Leaf.Close close -> close(i, close);
        }
    }

    private void roll(int i, Leaf.Roll roll) {
        addIf(state.isClosed(), Fault.LEAF_AFTER_CLOSE, i);
        if (state.firstBallot != RecordState.NEVER) {
            add(Fault.ROLL_LATE, i);
            return;
        }
        state.rolls.put(roll.rollNo(), roll.root());
    }

    private void open(int i, Leaf.Open open) {
        if (state.isOpen()) {
            add(Fault.OPEN_TWICE, i);
            return;
        }
        addIf(state.isClosed(), Fault.LEAF_AFTER_CLOSE, i);
        state.open = i;
        BallotPaper paper = bundle.paper();
        addIf(!open.paper().equals(paper.digest(bundle.suite())), Fault.PAPER_DIFFERS, i);
        addIf(open.opensAtMicros() != paper.opensAtMicros(), Fault.OPENING_TIME_DIFFERS, i);
    }

    private void close(int i, Leaf.Close close) {
        if (state.isClosed()) {
            add(Fault.CLOSE_TWICE, i);
            return;
        }
        state.close = i;
        boolean same = close.deadlineMicros() == bundle.deadlineMicros() && close.extension() == bundle.extension();
        addIf(!same, Fault.DEADLINE_DIFFERS, i);
    }

    private void ballot(int i, Leaf.Ballot ballot) {
        Serial serial = ballot.serial();
        addIf(!state.isOpen(), Fault.BALLOT_BEFORE_OPEN, i);
        addIf(!isKnown(ballot.entry()), Fault.ENTRY_UNKNOWN, i);
        addIf(serial == null && state.isClosed(), Fault.BALLOT_AFTER_CLOSE, i);
        if (state.firstBallot == RecordState.NEVER) {
            state.firstBallot = i;
        }
        if (serial == null) {
            state.lastBallotWithoutPaper = i;
        } else {
            use(i, serial, ballot.entry());
        }
        attempt(i, ballot);
        List<Integer> decisions =
                ballot.parts().stream().map(Leaf.Part::decision).toList();
        state.of(ballot.entry())
                .add(new RecordState.Ballot(i, ballot.entry(), ballot.attempt(), serial != null, decisions));
    }

    private void attempt(int i, Leaf.Ballot ballot) {
        if (state.find(ballot.entry(), ballot.attempt()).isPresent()) {
            add(Fault.BALLOT_TWICE, i);
        } else if (ballot.attempt() > 1) {
            boolean isRuled = state.find(ballot.entry(), ballot.attempt() - 1)
                    .filter(before -> before.isAnnulled)
                    .isPresent();
            addIf(!isRuled, Fault.ATTEMPT_UNRULED, i);
        }
    }

    private void use(int i, Serial serial, EntryId entry) {
        RecordState.Paper paper = paper(serial);
        @Nullable EntryId issuedFor = paper.issuedFor;
        if (issuedFor == null) {
            add(Fault.SERIAL_UNISSUED, i);
        } else {
            addIf(!issuedFor.equals(entry), Fault.SERIAL_OTHER_ENTRY, i);
        }
        addIf(paper.returned == RecordState.NEVER, Fault.SERIAL_UNRETURNED, i);
        addIf(state.isClosed() && paper.returned > state.close, Fault.SERIAL_LATE, i);
        addIf(paper.isVoid, Fault.SERIAL_VOID, i);
        addIf(paper.used != RecordState.NEVER, Fault.SERIAL_TWICE, i);
        paper.used = i;
    }

    private void annulment(int i, Leaf.Annulment annulment) {
        Optional<RecordState.Ballot> ballot = state.find(annulment.entry(), annulment.attempt());
        if (ballot.isEmpty()) {
            add(Fault.ANNULMENT_UNFOUNDED, i);
            return;
        }
        addIf(ballot.get().isAnnulled, Fault.ANNULMENT_TWICE, i);
        ballot.get().isAnnulled = true;
    }

    private void issued(int i, Leaf.PaperIssued issued) {
        addIf(state.isClosed(), Fault.LEAF_AFTER_CLOSE, i);
        addIf(!isKnown(issued.entry()), Fault.ENTRY_UNKNOWN, i);
        RecordState.Paper paper = paper(issued.serial());
        addIf(paper.issuedFor != null, Fault.SERIAL_TWICE, i);
        paper.issuedFor = issued.entry();
    }

    private void returned(int i, Serial serial) {
        RecordState.Paper paper = paper(serial);
        addIf(state.isClosed(), Fault.SERIAL_LATE, i);
        addIf(paper.issuedFor == null, Fault.SERIAL_UNISSUED, i);
        addIf(paper.returned != RecordState.NEVER, Fault.SERIAL_TWICE, i);
        paper.returned = paper.returned == RecordState.NEVER ? i : paper.returned;
    }

    private void voided(int i, Serial serial) {
        RecordState.Paper paper = paper(serial);
        addIf(state.isClosed(), Fault.LEAF_AFTER_CLOSE, i);
        addIf(paper.issuedFor == null, Fault.SERIAL_UNISSUED, i);
        addIf(paper.used != RecordState.NEVER, Fault.SERIAL_VOID, i);
        paper.isVoid = true;
    }

    private void whole() {
        addIf(!state.isOpen(), Fault.OPEN_MISSING, "record");
        addIf(!state.isClosed(), Fault.CLOSE_MISSING, "record");
        rolls.forEach((rollNo, roll) -> {
            String place = "roll/" + rollNo;
            if (!state.rolls.containsKey(rollNo)) {
                add(Fault.ROLL_UNRECORDED, place);
            } else {
                addIf(!Objects.equals(state.rolls.get(rollNo), roll.root()), Fault.ROLL_FINGERPRINT, place);
            }
        });
    }

    private boolean isKnown(EntryId entry) {
        return rolls.values().stream().anyMatch(roll -> roll.contains(entry));
    }

    private RecordState.Paper paper(Serial serial) {
        return state.papers.computeIfAbsent(serial, key -> new RecordState.Paper());
    }

    private void addIf(boolean isWrong, Fault fault, int leaf) {
        addIf(isWrong, fault, "leaf/" + leaf);
    }

    private void addIf(boolean isWrong, Fault fault, String place) {
        if (isWrong) {
            add(fault, place);
        }
    }

    private void add(Fault fault, int leaf) {
        add(fault, "leaf/" + leaf);
    }

    private void add(Fault fault, String place) {
        findings.add(new Finding(fault, place));
    }
}
