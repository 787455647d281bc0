package org.linli.rules.decisions.assembly;

import java.time.LocalDate;
import org.linli.rules.decisions.calendar.Holidays;
import org.linli.rules.decisions.calendar.Periods;
import org.linli.rules.decisions.matters.RulePack;
import org.linli.rules.decisions.matters.Setting;

/**
 * 业主大会筹备组, which prepares the first owners' assembly: 5 to 15 persons, an odd number, at least half of them owners'
 * representatives.
 *
 * <p>Source: Taizhou regulation art. 14 [V] for size and owners, art. 15 [V] for the developer's data; Zhejiang regulation art. 8 [V]
 * for the posting of its list; Guiding rules art. 15 [K] for the day of the first meeting.
 */
public final class PreparatoryGroup {
    private PreparatoryGroup() {}

    public static boolean isLawfulSize(int members, RulePack pack) {
        return members >= pack.value(Setting.PREPARATORY_FEWEST)
                && members <= pack.value(Setting.PREPARATORY_MOST)
                && members % 2 == 1;
    }

    /** Whether so many owners' representatives are enough among so many members; exactly half is. */
    public static boolean hasEnoughOwners(int owners, int members) {
        return 2 * owners >= members;
    }

    /** How many of so many members may be no owners' representatives. */
    public static int mostOthers(int members) {
        return members / 2;
    }

    /** The last day for posting the list of its members. */
    public static LocalDate listPostedBy(LocalDate formedOn, RulePack pack, Holidays holidays) {
        return Periods.due(formedOn, pack.value(Setting.PREPARATORY_LIST_DAYS), holidays);
    }

    /** The last day for holding the first meeting of the assembly. */
    public static LocalDate firstMeetingBy(LocalDate formedOn, RulePack pack, Holidays holidays) {
        return Periods.due(formedOn, pack.value(Setting.FIRST_MEETING_DAYS), holidays);
    }

    /** The last day for the developer to hand over area list, owner roll, plan, facilities and property-use rooms. */
    public static LocalDate dataDue(LocalDate noticeOn, RulePack pack, Holidays holidays) {
        return Periods.dueInWorkingDays(noticeOn, pack.value(Setting.DEVELOPER_DATA_WORKING_DAYS), holidays);
    }
}
