package org.linli.decisions.counting;

import java.util.List;
import java.util.Map;
import org.linli.rules.decisions.counting.Robustness.Alternative;

/**
 * All that a count reads besides the vote itself.
 *
 * @param rollVersion the version of the roll that holds
 * @param rolls heads by number of the roll
 * @param alternatives the same rolls under another reading, by reading and number; only readings that make a difference
 * @param ballots each entry's counted ballot
 * @param lots candidates in the order drawn, by number of the decision; empty while no lot was drawn
 */
record CountInput(
        int rollVersion,
        Map<Integer, List<Voter>> rolls,
        Map<Alternative, Map<Integer, List<Voter>>> alternatives,
        List<CountedBallot> ballots,
        Map<Integer, List<Integer>> lots) {
    CountInput {
        rolls = Map.copyOf(rolls);
        alternatives = Map.copyOf(alternatives);
        ballots = List.copyOf(ballots);
        lots = Map.copyOf(lots);
    }

    List<Voter> roll(int number) {
        List<Voter> voters = rolls.get(number);
        if (voters == null) {
            throw new IllegalArgumentException("no roll " + number);
        }
        return voters;
    }
}
