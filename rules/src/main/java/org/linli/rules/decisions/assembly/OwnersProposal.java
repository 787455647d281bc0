package org.linli.rules.decisions.assembly;

import java.time.LocalDate;
import org.linli.rules.decisions.Axis;
import org.linli.rules.decisions.Weight;
import org.linli.rules.decisions.calendar.Holidays;
import org.linli.rules.decisions.calendar.Periods;
import org.linli.rules.decisions.matters.RulePack;
import org.linli.rules.decisions.matters.Setting;

/**
 * A special meeting that 20 % of the owners propose: the organiser must hold it. The same share proposes to remove members of a
 * committee.
 *
 * <p>Source: State Council property management regulation art. 13 [V] and Taizhou regulation art. 22 [V], by heads; Guiding rules
 * art. 21 [K] asks for a fifth of the area too, which a city's pack may set. The days in which the vote is called after that are our
 * default [D], after Guiding rules art. 21.
 */
public final class OwnersProposal {
    private static final int PARTS = 5;

    private OwnersProposal() {}

    /**
     * Whether a fifth signed by everything the pack counts; exactly a fifth is enough.
     *
     * @throws IllegalArgumentException if more signed than there are
     */
    public static boolean isReached(Weight signed, Weight all, RulePack pack) {
        if (!signed.isWithin(all)) {
            throw new IllegalArgumentException("%s signed of %s".formatted(signed, all));
        }
        return all.heads() > 0
                && PARTS * signed.on(Axis.HEADS) >= all.on(Axis.HEADS)
                && (!countsArea(pack) || PARTS * signed.on(Axis.AREA) >= all.on(Axis.AREA));
    }

    /** Whether a fifth of the area must sign as well. */
    public static boolean countsArea(RulePack pack) {
        return pack.value(Setting.PROPOSAL_AXES) == Axis.values().length;
    }

    /** The least that is a fifth on both axes: heads, and area rounded up to 0.01 m². */
    public static Weight needed(Weight all) {
        return new Weight(Math.ceilDiv(all.areaDm2(), PARTS), Math.ceilDiv(all.heads(), PARTS));
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
