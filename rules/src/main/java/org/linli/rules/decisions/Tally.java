package org.linli.rules.decisions;

import java.util.ArrayList;
import java.util.List;

/**
 * What was counted on one item. Invariant: agreed ≤ voted ≤ total, on both axes, and somebody is on the roll.
 *
 * @param total the electorate (TA, TH)
 * @param voted those who took part in the vote 参与表决 (PA, PH)
 * @param agreed those who agreed (YA, YH)
 */
public record Tally(Weight total, Weight voted, Weight agreed) {
    /** Why three weights are no tally. */
    public enum Problem {
        /** Nobody may vote. */
        NOBODY,
        MORE_VOTED_THAN_MAY_VOTE,
        MORE_AGREED_THAN_VOTED
    }

    /** What is wrong, and in which unit. */
    public record Finding(Problem problem, Axis axis) {}

    /** Refuses what no count can yield; ask {@link #problems} first where people type the figures. */
    public Tally {
        List<Finding> problems = problems(total, voted, agreed);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(
                    "no tally: %s of %s, %s agreed: %s".formatted(voted, total, agreed, problems));
        }
    }

    /** Everything that keeps three weights from being a tally, in the order of the axes; empty when nothing does. */
    public static List<Finding> problems(Weight total, Weight voted, Weight agreed) {
        List<Finding> problems = new ArrayList<>();
        for (Axis axis : Axis.values()) {
            if (total.on(axis) == 0) {
                problems.add(new Finding(Problem.NOBODY, axis));
            }
            if (voted.on(axis) > total.on(axis)) {
                problems.add(new Finding(Problem.MORE_VOTED_THAN_MAY_VOTE, axis));
            }
            if (agreed.on(axis) > voted.on(axis)) {
                problems.add(new Finding(Problem.MORE_AGREED_THAN_VOTED, axis));
            }
        }
        return problems;
    }
}
