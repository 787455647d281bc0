package org.linli.decisions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.rules.decisions.counting.DeemedPolicy;
import org.linli.rules.decisions.matters.RulePack;
import org.linli.rules.decisions.matters.RulePacks;

/**
 * A vote 一次表决 as it stands.
 *
 * @param key its public name, 16 random bytes in hexadecimal
 * @param rulePack code of the pack in force on the day of the notice
 * @param rehearsal a rehearsal enters no figure and decides nothing
 * @param division where the community is today
 * @param communityName today's name
 * @param batch number of the batch it was called in, null when alone
 * @param terms the terms that hold
 * @param items the decisions in order
 * @param steps every step taken, oldest first, at least one
 */
public record Vote(
        VoteId id,
        String key,
        String rulePack,
        Initiator initiator,
        boolean rehearsal,
        String division,
        String communityName,
        @Nullable Long batch,
        VoteTerms terms,
        List<DecisionItem> items,
        List<Step> steps) {

    public Vote {
        items = List.copyOf(items);
        steps = List.copyOf(steps);
    }

    /** A step: which, on which legal day, by whom, why. */
    public record Step(VoteState state, LocalDate day, Instant at, String by, String reason) {}

    public VoteState state() {
        return steps.getLast().state();
    }

    /** The step to a state; the last one if it was taken more than once. */
    public Optional<Step> step(VoteState state) {
        return steps.reversed().stream().filter(step -> step.state() == state).findFirst();
    }

    /** The day the witnessed count was signed: committee, filing, hand-over and notices run from it. */
    public Optional<LocalDate> decidedOn() {
        return step(VoteState.PRELIMINARY).map(Step::day);
    }

    /** Whether everybody may know of it: noticed once, and no rehearsal. */
    public boolean isPublic() {
        return step(VoteState.NOTICED).isPresent() && !rehearsal;
    }

    /** Whether a ballot received at this instant is in time: the record was opened and its window runs. */
    public boolean isOpenAt(Instant received) {
        return state() == VoteState.OPEN && !received.isBefore(terms.opensAt()) && received.isBefore(terms.deadline());
    }

    /** The same vote under another policy for ballots that were not returned. */
    public Vote with(DeemedPolicy policy) {
        return new Vote(
                id,
                key,
                rulePack,
                initiator,
                rehearsal,
                division,
                communityName,
                batch,
                terms.with(policy),
                items,
                steps);
    }

    public DecisionItem item(int number) {
        return items.stream()
                .filter(item -> item.number() == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no decision " + number + " in " + id));
    }

    /** The numbers it was called by. */
    public RulePack pack() {
        return RulePacks.find(rulePack).orElseThrow(() -> new IllegalStateException("no rule pack " + rulePack));
    }
}
