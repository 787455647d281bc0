package org.linli.decisions.drafting;

import java.util.List;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteId;
import org.linli.decisions.VoteState;
import org.linli.decisions.Votes.By;
import org.linli.platform.scope.RowScope;
import org.linli.registry.Outcome;
import org.springframework.stereotype.Service;

/** Votes called with one draft text: one text for all of them, and steps for one or all. */
@Service
public class Batches {

    private final VoteList list;
    private final Drafts drafts;
    private final VoteSteps steps;

    Batches(VoteList list, Drafts drafts, VoteSteps steps) {
        this.list = list;
        this.drafts = drafts;
        this.steps = steps;
    }

    /** A step for all votes of a batch that stand before it. */
    public enum Step {
        SUBMIT(VoteState.DRAFT),
        ACCEPT(VoteState.REVIEW),
        TAKE_BACK(VoteState.REVIEW);

        private final VoteState from;

        Step(VoteState from) {
            this.from = from;
        }
    }

    /** The other drafts of the batch within the scope. */
    public List<VoteId> others(Vote vote, RowScope scope) {
        Long batch = vote.batch();
        return batch == null
                ? List.of()
                : list.list(VoteFilter.ofBatch(batch), scope).stream()
                        .filter(line -> line.days().state() == VoteState.DRAFT)
                        .map(VoteLine::id)
                        .filter(id -> !id.equals(vote.id()))
                        .toList();
    }

    /** Takes the text of one draft over to the others of its batch; returns how many took it. */
    public int copyDraft(Vote vote, RowScope scope, By by) {
        return Math.toIntExact(others(vote, scope).stream()
                .filter(id -> drafts.copyTo(vote, id, by) instanceof Outcome.Stored)
                .count());
    }

    /** Takes the step for each vote of the batch that stands before it; what was refused comes back. */
    public List<VoteSteps.Refused> step(long batch, Step step, String reason, RowScope scope, By by) {
        List<VoteLine> lines = list.list(VoteFilter.ofBatch(batch), scope).stream()
                .filter(line -> line.days().state() == step.from)
                .filter(line -> step != Step.ACCEPT || !line.days().accepted())
                .toList();
        return steps.forAll(lines.stream().map(VoteLine::id).toList(), id -> switch (step) {
            case SUBMIT -> steps.submit(id, by);
            case ACCEPT -> steps.review(id, steps.version(id), true, reason, by);
            case TAKE_BACK -> steps.takeBack(id, reason, by);
        });
    }
}
