package org.linli.decisions.counting;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteId;
import org.linli.decisions.VoteState;
import org.linli.decisions.Votes;
import org.linli.decisions.Votes.By;
import org.linli.decisions.counting.CountSheet.Capacity;
import org.linli.decisions.counting.CountSheet.Cause;
import org.linli.decisions.counting.Taken.Refusal;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.Viewer;
import org.linli.rules.codes.Masks;
import org.linli.rules.decisions.counting.DeemedPolicy;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The witnessed count of a vote.
 *
 * <p>It is run once the record is closed; its figures stay with those who witness it until two of them have signed. That day is
 * {@code decided_on}. A ruling or a lot leads to another count beside it, which needs its witnesses again.
 */
@Service
public class Counting {

    private final CountStore store;
    private final Witnesses witnesses;
    private final Votes votes;
    private final Duties duties;
    private final ObjectProvider<CountSource> sources;

    Counting(CountStore store, Witnesses witnesses, Votes votes, Duties duties, ObjectProvider<CountSource> sources) {
        this.store = store;
        this.witnesses = witnesses;
        this.votes = votes;
        this.duties = duties;
        this.sources = sources;
    }

    /** All counts, the first one first. */
    public List<CountSheet> list(VoteId vote) {
        return store.list(vote);
    }

    /** The count that everybody sees: the last one whose witnesses have signed. */
    public Optional<CountSheet> published(VoteId vote) {
        return store.list(vote).reversed().stream().filter(CountSheet::isSigned).findFirst();
    }

    /** Counts now. Refused while the vote is not closed, a count waits for its witnesses, or the figures are the same. */
    @Transactional
    public Taken count(Vote vote, By by) {
        if (vote.state() != VoteState.CLOSED && !isUnderObjection(vote)) {
            return Taken.refused(Refusal.NOT_NOW);
        }
        List<CountSheet> sheets = store.list(vote.id());
        CountResult result = fresh(vote);
        if (!sheets.isEmpty() && sheets.getLast().result().equals(result)) {
            return Taken.refused(sheets.getLast().isSigned() ? Refusal.NOTHING_CHANGED : Refusal.NOT_SIGNED);
        }
        store.add(vote, sheets.size() + 1, sheets.isEmpty() ? Cause.PRELIMINARY : Cause.RULING, result, by);
        return Taken.DONE;
    }

    /** What a count of today would say. */
    CountResult fresh(Vote vote) {
        CountInput input = sources.getObject().read(vote);
        return Count.of(
                vote,
                new CountInput(
                        input.rollVersion(),
                        input.rolls(),
                        input.alternatives(),
                        input.ballots(),
                        store.lots(vote.id())));
    }

    /** Whether a count of today would say what this one says. */
    public boolean stillHolds(Vote vote, CountSheet sheet) {
        return fresh(vote).equals(sheet.result());
    }

    /** What was cast comes to, without deemed votes: what anybody finds who counts the record again. */
    public CountResult raw(Vote vote) {
        return fresh(vote.with(DeemedPolicy.NONE));
    }

    /** Recorded draws of lots, by decision. */
    public Map<Integer, List<Integer>> lots(VoteId vote) {
        return store.lots(vote);
    }

    static boolean isUnderObjection(Vote vote) {
        return vote.state() == VoteState.PRELIMINARY || vote.state() == VoteState.OBJECTION;
    }

    /** Records a draw of lots and counts with it. @param order the candidates that are level, as drawn */
    @Transactional
    public Taken draw(Vote vote, int decision, List<Integer> order, String record, By by) {
        List<CountSheet> sheets = store.list(vote.id());
        if (sheets.isEmpty() || vote.state() != VoteState.CLOSED && !isUnderObjection(vote)) {
            return Taken.refused(Refusal.NOT_NOW);
        }
        if (record.isBlank()) {
            return Taken.refused(Refusal.TEXT_MISSING);
        }
        List<Integer> level = sheets.getLast().result().lotsNeeded().getOrDefault(decision, List.of());
        if (level.isEmpty() || order.size() != level.size() || !new HashSet<>(order).equals(new HashSet<>(level))) {
            return Taken.refused(Refusal.LOT);
        }
        store.drawn(vote.id(), decision, order, record, by);
        store.add(vote, sheets.size() + 1, Cause.LOT, fresh(vote), by);
        return Taken.DONE;
    }

    /**
     * Signs the last count. The second signature makes it everybody's: the first time the vote is decided on that day and its
     * objections begin.
     *
     * @param count the number of the count the witness saw
     */
    @Transactional
    public Taken sign(Vote vote, int count, Viewer viewer) {
        List<CountSheet> sheets = store.list(vote.id());
        if (sheets.isEmpty() || vote.state() != VoteState.CLOSED && !isUnderObjection(vote)) {
            return Taken.refused(Refusal.NOT_NOW);
        }
        CountSheet last = sheets.getLast();
        if (last.number() != count) {
            return Taken.refused(Refusal.OVERTAKEN);
        }
        if (!last.result().lotsNeeded().isEmpty()) {
            return Taken.refused(Refusal.LOT);
        }
        Optional<Refusal> against = witnesses.against(vote.id(), last, viewer);
        if (against.isPresent()) {
            return Taken.refused(against.get());
        }
        Capacity capacity = Witnesses.capacity(viewer).orElseThrow();
        String name = capacity == Capacity.OWNER ? Masks.name(viewer.name()) : viewer.name();
        boolean before = last.isSigned();
        store.sign(vote.id(), count, last.witnesses().size() + 1, capacity, name, viewer.accountId());
        CountSheet after = store.list(vote.id()).getLast();
        if (!before && after.isSigned()) {
            publish(vote, after, new By(viewer.name(), viewer.accountId()));
        }
        return Taken.DONE;
    }

    /** A rehearsal runs through the same steps, and nobody has to do anything after it. */
    private void publish(Vote vote, CountSheet sheet, By by) {
        Vote now = vote;
        if (vote.state() == VoteState.CLOSED) {
            votes.step(vote, VoteState.CLOSED, VoteState.PRELIMINARY, by, "第" + sheet.number() + "次计票，见证人已签署");
            now = again(vote);
            votes.step(now, VoteState.PRELIMINARY, VoteState.OBJECTION, by, "初步结果公示");
            now = again(vote);
        }
        if (!now.rehearsal()) {
            duties.follow(now, sheet.result());
        }
    }

    private Vote again(Vote vote) {
        return votes.find(vote.id(), RowScope.everything()).orElseThrow();
    }

    /** An owner offers to witness. Refused for members of the committee. */
    @Transactional
    public Taken volunteer(Vote vote, Viewer owner) {
        if (witnesses.sits(owner.accountId(), vote.id().community())) {
            return Taken.refused(Refusal.SITS_ON_THE_COMMITTEE);
        }
        store.volunteer(vote.id(), owner.accountId(), Masks.name(owner.name()));
        return Taken.DONE;
    }

    /** Accepts an owner who offered to witness. */
    @Transactional
    public void accept(Vote vote, long account, By by) {
        store.accept(vote.id(), account, by);
    }
}
