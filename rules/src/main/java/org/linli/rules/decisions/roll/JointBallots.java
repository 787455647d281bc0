package org.linli.rules.decisions.roll;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which of the owners of one entry casts its ballot.
 *
 * <p>Source: Guiding rules art. 25 [K]: joint owners name one of them; without a name the first valid ballot stands, and an
 * objection of a co-owner before the close that is not settled makes it invalid [D]. Whoever owns the part today may vote, not
 * whoever did on the record date [D]; tenants vote only as proxies (SPC interpretation art. 16 [V]).
 */
public final class JointBallots {
    /** The answer to an owner who wants to vote for an entry. */
    public enum Answer {
        MAY_VOTE,
        NOT_AN_OWNER,
        ANOTHER_WAS_NAMED,
        ALREADY_CAST
    }

    private JointBallots() {}

    /**
     * @param owners identity keys of today's owners
     * @param named the co-owner whom all named, null when they named nobody
     * @param voter who wants to vote
     * @param cast whether a valid ballot was cast for the entry, by these owners or those before them
     */
    public static Answer judge(Set<String> owners, @Nullable String named, String voter, boolean cast) {
        if (!owners.contains(voter)) {
            return Answer.NOT_AN_OWNER;
        }
        if (named != null && owners.contains(named) && !named.equals(voter)) {
            return Answer.ANOTHER_WAS_NAMED;
        }
        return cast ? Answer.ALREADY_CAST : Answer.MAY_VOTE;
    }

    /**
     * Whether a cast ballot counts: no co-owner's objection is open at the close, or the voter had been named by all.
     *
     * @param objectionOpenAtClose a co-owner objected before the close, and nobody has ruled on it
     */
    public static boolean counts(boolean voterWasNamed, boolean objectionOpenAtClose) {
        return voterWasNamed || !objectionOpenAtClose;
    }
}
