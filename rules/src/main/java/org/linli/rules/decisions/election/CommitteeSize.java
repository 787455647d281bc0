package org.linli.rules.decisions.election;

import java.util.Optional;
import org.linli.rules.decisions.matters.RulePack;
import org.linli.rules.decisions.matters.Setting;

/** Sizes a committee may have: odd, within the pack's limits. Source: Taizhou regulation art. 19: 5 to 11, odd [V]. */
public final class CommitteeSize {
    /** What is wrong with a size. */
    public enum Problem {
        TOO_SMALL,
        TOO_LARGE,
        EVEN
    }

    private CommitteeSize() {}

    public static Optional<Problem> problem(int size, RulePack pack) {
        if (size < pack.value(Setting.COMMITTEE_FEWEST)) {
            return Optional.of(Problem.TOO_SMALL);
        }
        if (size > pack.value(Setting.COMMITTEE_MOST)) {
            return Optional.of(Problem.TOO_LARGE);
        }
        return size % 2 == 0 ? Optional.of(Problem.EVEN) : Optional.empty();
    }
}
