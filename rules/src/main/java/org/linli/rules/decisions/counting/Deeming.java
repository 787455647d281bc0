package org.linli.rules.decisions.counting;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.rules.decisions.DecisionClass;
import org.linli.rules.decisions.DoubleMajority;
import org.linli.rules.decisions.Tally;
import org.linli.rules.decisions.Threshold;
import org.linli.rules.decisions.Verdict;
import org.linli.rules.decisions.Weight;

/**
 * Counts ballots that were delivered and not returned, where the owners' own rules say so, beside the raw count.
 *
 * <p>Source: Guiding rules art. 26 [K]; Zhejiang regulation art. 10 [V]: the majority actually cast must itself exceed half of
 * the whole area and of all heads. Disputed since Civil Code art. 278 measures consent against those who took part, so both
 * tallies are always given.
 */
public final class Deeming {
    /** Why votes are not deemed although a policy was asked for. */
    public enum Obstacle {
        /** No clause of the rules of procedure is recorded. */
        NO_CLAUSE,
        /** The vote adopts the very rules that would allow it. */
        FIRST_RULES_OF_PROCEDURE,
        /** Neither side exceeds half of the whole area and of all heads. */
        NO_MAJORITY_OF_ALL
    }

    /**
     * Both counts.
     *
     * @param raw the count of what was cast
     * @param deemed the count with deemed votes; null when the policy is NONE or something stands against it
     * @param obstacle what stands against it, null when nothing does
     */
    public record Result(
            Verdict raw, @Nullable Verdict deemed, @Nullable Obstacle obstacle) {
        /** The count that decides. */
        public Verdict deciding() {
            return deemed == null ? raw : deemed;
        }
    }

    /**
     * What is known of the permission to deem.
     *
     * @param policy the policy asked for
     * @param clause number of the recorded clause in the rules of procedure, null when there is none
     * @param firstRulesOfProcedure whether this vote first adopts those rules
     */
    public record Permission(DeemedPolicy policy, @Nullable String clause, boolean firstRulesOfProcedure) {}

    private Deeming() {}

    public static Result decide(DecisionClass decisionClass, ItemCount count, BlankRule blanks, Permission permission) {
        Tally tally = count.tally(blanks);
        Verdict raw = DoubleMajority.decide(decisionClass, tally);
        if (permission.policy() == DeemedPolicy.NONE) {
            return new Result(raw, null, null);
        }
        if (permission.firstRulesOfProcedure()) {
            return new Result(raw, null, Obstacle.FIRST_RULES_OF_PROCEDURE);
        }
        if (permission.clause() == null || permission.clause().isBlank()) {
            return new Result(raw, null, Obstacle.NO_CLAUSE);
        }
        return deemed(tally, count, permission.policy())
                .map(deemed -> new Result(raw, DoubleMajority.decide(decisionClass, deemed), null))
                .orElseGet(() -> new Result(raw, null, Obstacle.NO_MAJORITY_OF_ALL));
    }

    private static Optional<Tally> deemed(Tally tally, ItemCount count, DeemedPolicy policy) {
        Weight added = count.deliveredNotReturned();
        Weight voted = tally.voted().plus(added);
        Tally abstaining = new Tally(tally.total(), voted, tally.agreed());
        if (policy == DeemedPolicy.DELIVERED_AS_PARTICIPATED_ABSTAIN) {
            return Optional.of(abstaining);
        }
        if (isMajorityOfAll(count.of(BallotState.AGREE), tally)) {
            return Optional.of(new Tally(tally.total(), voted, tally.agreed().plus(added)));
        }
        return isMajorityOfAll(count.of(BallotState.OPPOSE), tally) ? Optional.of(abstaining) : Optional.empty();
    }

    private static boolean isMajorityOfAll(Weight side, Tally tally) {
        return Threshold.MORE_THAN_HALF.isMet(side, tally.total());
    }
}
