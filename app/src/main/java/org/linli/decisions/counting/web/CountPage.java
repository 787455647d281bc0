package org.linli.decisions.counting.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.DecisionKind;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteState;
import org.linli.decisions.counting.CountSheet;
import org.linli.decisions.counting.Finals;
import org.linli.decisions.counting.Taken.Refusal;

/**
 * The count on the desk.
 *
 * @param sheets all counts, the first one first
 * @param items the last count's figures
 * @param volunteers owners who offered to witness
 * @param maySign whether the viewer may sign the last count
 * @param against why not, null when the viewer may or is no witness at all
 * @param notFinal what keeps the result from being final, null when nothing does or it is too early to ask
 * @param refused the step that was just refused, null otherwise
 */
public record CountPage(
        Vote vote,
        List<CountSheet> sheets,
        List<ItemView> items,
        List<Offer> volunteers,
        boolean maySign,
        @Nullable Refusal against,
        @Nullable Refusal notFinal,
        @Nullable Refusal refused) {

    /** An owner who offered to witness. @param name masked */
    public record Offer(long account, String name, boolean accepted) {}

    public @Nullable CountSheet last() {
        return sheets.isEmpty() ? null : sheets.getLast();
    }

    public boolean isClosed() {
        return vote.state() == VoteState.CLOSED;
    }

    public boolean isUnderObjection() {
        return vote.state() == VoteState.PRELIMINARY || vote.state() == VoteState.OBJECTION;
    }

    public boolean isFinal() {
        return vote.state() == VoteState.FINAL;
    }

    /** Whether a committee is elected, which is to be filed. */
    public boolean elects() {
        return vote.items().stream().anyMatch(item -> item.kind() == DecisionKind.ELECTION);
    }

    public @Nullable LocalDate earliestFinal() {
        return vote.decidedOn()
                .map(day -> Finals.calendar(vote).earliestFinal(day))
                .orElse(null);
    }
}
