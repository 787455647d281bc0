package org.linli.rules.decisions.counting;

import java.util.Set;
import org.linli.rules.decisions.Weight;

/**
 * The marks of one returned, valid ballot in a question that elects up to k of n candidates.
 *
 * @param weight area and heads of the entry
 * @param marks candidates marked; unmodifiable
 */
public record MarkedBallot(Weight weight, Set<String> marks) {
    public MarkedBallot {
        marks = Set.copyOf(marks);
    }

    /** More marks than seats make this question invalid, not the ballot; without a mark nobody took part in it. */
    boolean participates(int seats) {
        return !marks.isEmpty() && marks.size() <= seats;
    }
}
