package org.linli.rules.decisions.counting;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.linli.rules.decisions.Tally;
import org.linli.rules.decisions.Weight;

/**
 * Counts a question that elects up to k of n candidates: whoever marks at least one, or that it agrees to none, takes part for all of them.
 *
 * <p>Source: own default [D], domain reference a.4; each candidate is a decision of its own under Civil Code art. 278 ¶1(3).
 */
public final class ElectionCount {
    private ElectionCount() {}

    /**
     * One tally for each candidate, in the order of the ballot paper.
     *
     * @param total the electorate
     * @param seats most marks a ballot may carry
     * @throws IllegalArgumentException if a ballot marks somebody who is no candidate
     */
    public static SequencedMap<String, Tally> count(
            Weight total, int seats, List<String> candidates, Collection<MarkedBallot> ballots) {
        for (MarkedBallot ballot : ballots) {
            if (!candidates.containsAll(ballot.marks())) {
                throw new IllegalArgumentException("no candidate: " + ballot.marks());
            }
        }
        List<MarkedBallot> valid =
                ballots.stream().filter(ballot -> ballot.participates(seats)).toList();
        Weight voted = sum(valid);
        SequencedMap<String, Tally> tallies = new LinkedHashMap<>();
        for (String candidate : candidates) {
            List<MarkedBallot> forThem = valid.stream()
                    .filter(ballot -> ballot.marks().contains(candidate))
                    .toList();
            tallies.put(candidate, new Tally(total, voted, sum(forThem)));
        }
        return tallies;
    }

    private static Weight sum(Collection<MarkedBallot> ballots) {
        return ballots.stream().map(MarkedBallot::weight).reduce(Weight.ZERO, Weight::plus);
    }
}
