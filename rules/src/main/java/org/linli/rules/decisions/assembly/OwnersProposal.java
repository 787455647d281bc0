package org.linli.rules.decisions.assembly;

import java.time.LocalDate;
import org.linli.rules.decisions.calendar.Holidays;
import org.linli.rules.decisions.calendar.Periods;
import org.linli.rules.decisions.matters.RulePack;
import org.linli.rules.decisions.matters.Setting;

/**
 * A special meeting that 20 % of the owners propose, by heads: the organiser must hold it. The same share proposes to remove members of
 * a committee.
 *
 * <p>Source: State Council property management regulation art. 13 [V]; Taizhou regulation art. 22 [V]. The days in which the vote is
 * called after that are our default [D], after Guiding rules art. 21.
 */
public final class OwnersProposal {
    private static final int PARTS = 5;

    private OwnersProposal() {}

    /**
     * Whether a fifth of all heads signed; exactly a fifth is enough.
     *
     * @throws IllegalArgumentException if more signed than there are, or a number is negative
     */
    public static boolean isReached(int signed, int heads) {
        if (signed < 0 || signed > heads) {
            throw new IllegalArgumentException("%d signed of %d".formatted(signed, heads));
        }
        return heads > 0 && (long) PARTS * signed >= heads;
    }

    /** The fewest heads that are a fifth of all. */
    public static int needed(int heads) {
        return Math.ceilDiv(heads, PARTS);
    }

    /** The last day on which it can be signed, the day on which it was put forward not counted. Source: own default [D]. */
    public static LocalDate signedUntil(LocalDate proposedOn, RulePack pack) {
        return proposedOn.plusDays(pack.value(Setting.PROPOSAL_DAYS));
    }

    /** The last day for calling the vote. */
    public static LocalDate callBy(LocalDate reachedOn, RulePack pack, Holidays holidays) {
        return Periods.due(reachedOn, pack.value(Setting.SPECIAL_MEETING_DAYS), holidays);
    }
}
