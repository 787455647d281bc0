package org.linli.decisions.casting;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.linli.ledger.BallotOpening;
import org.linli.ledger.Leaf;

/**
 * A ballot as its owner sees it: the choice that is stored, beside what its leaf holds.
 *
 * @param answers what is stored
 * @param leaf the ballot in the public record
 * @param openings of each column of the leaf, found from the leaf alone; empty where they do not open; unmodifiable
 * @param agrees whether the leaf is this entry's and holds exactly what is stored
 */
public record OwnBallot(
        SortedMap<Integer, Answer> answers, Leaf.Ballot leaf, List<BallotOpening> openings, boolean agrees) {

    public OwnBallot {
        answers = Collections.unmodifiableSortedMap(new TreeMap<>(answers));
        openings = List.copyOf(openings);
    }
}
