package org.linli.rules.decisions.counting;

import java.util.Set;
import org.linli.rules.decisions.Weight;

/**
 * The marks of one returned, valid ballot in a question that elects up to k of n candidates.
 *
 * @param weight area and heads of the entry
 * @param marks candidates marked; unmodifiable
 * @param noneOfThem whether it says that it agrees to no candidate, which is a mark in the question too
 */
public record MarkedBallot(Weight weight, Set<String> marks, boolean noneOfThem) {
    public MarkedBallot {
        marks = Set.copyOf(marks);
        if (noneOfThem && !marks.isEmpty()) {
            throw new IllegalArgumentException("none of them, and " + marks);
        }
    }

    public static MarkedBallot of(Weight weight, Set<String> marks) {
        return new MarkedBallot(weight, marks, false);
    }

    public static MarkedBallot ofNone(Weight weight) {
        return new MarkedBallot(weight, Set.of(), true);
    }

    /** More marks than seats make this question invalid, not the ballot; without a mark nobody took part in it. */
    boolean participates(int seats) {
        return noneOfThem || !marks.isEmpty() && marks.size() <= seats;
    }
}
