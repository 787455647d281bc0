package org.linli.rules.decisions.counting;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.linli.rules.decisions.Tally;
import org.linli.rules.decisions.Weight;

/**
 * The weights of one item by state. The order in which ballots are counted does not matter.
 *
 * @param byState every state with its weight; unmodifiable
 * @param deliveredNotReturned the part of {@link BallotState#NOT_RETURNED} whose delivery is proven
 */
public record ItemCount(Map<BallotState, Weight> byState, Weight deliveredNotReturned) {
    public ItemCount {
        EnumMap<BallotState, Weight> copy = new EnumMap<>(BallotState.class);
        for (BallotState state : BallotState.values()) {
            copy.put(state, byState.getOrDefault(state, Weight.ZERO));
        }
        byState = Collections.unmodifiableMap(copy);
        if (!deliveredNotReturned.isWithin(of(byState, BallotState.NOT_RETURNED))) {
            throw new IllegalArgumentException("more delivered than not returned: " + deliveredNotReturned);
        }
    }

    /** Counts every entry of the roll once. */
    public static ItemCount of(Iterable<ItemBallot> ballots) {
        EnumMap<BallotState, Weight> byState = new EnumMap<>(BallotState.class);
        Weight delivered = Weight.ZERO;
        for (ItemBallot ballot : ballots) {
            byState.merge(ballot.state(), ballot.weight(), Weight::plus);
            if (ballot.state() == BallotState.NOT_RETURNED && ballot.deliveryProven()) {
                delivered = delivered.plus(ballot.weight());
            }
        }
        return new ItemCount(byState, delivered);
    }

    public Weight of(BallotState state) {
        return of(byState, state);
    }

    public Weight total() {
        return byState.values().stream().reduce(Weight.ZERO, Weight::plus);
    }

    /** @throws IllegalArgumentException if nobody is on the roll */
    public Tally tally(BlankRule blanks) {
        Weight voted = byState.entrySet().stream()
                .filter(entry -> entry.getKey().participates(blanks))
                .map(Map.Entry::getValue)
                .reduce(Weight.ZERO, Weight::plus);
        return new Tally(total(), voted, of(BallotState.AGREE));
    }

    private static Weight of(Map<BallotState, Weight> byState, BallotState state) {
        return byState.getOrDefault(state, Weight.ZERO);
    }
}
