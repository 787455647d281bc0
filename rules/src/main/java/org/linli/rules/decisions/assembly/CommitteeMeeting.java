package org.linli.rules.decisions.assembly;

import java.time.LocalDate;
import org.linli.rules.decisions.calendar.Holidays;
import org.linli.rules.decisions.calendar.Periods;
import org.linli.rules.decisions.matters.RulePack;
import org.linli.rules.decisions.matters.Setting;

/**
 * A meeting of the owners' committee: more than half of its agreed seats must be there, and more than half of them must agree, whoever
 * is absent. Nobody stands in for a member.
 *
 * <p>Source: Zhejiang regulation art. 14 [V], read for odd sizes (domain reference a.7); no proxies and the posting of the decision
 * after neighbouring cities' property regulations [D].
 */
public final class CommitteeMeeting {
    private CommitteeMeeting() {}

    /** Whether so many members present can decide. @param agreed seats, filled or not */
    public static boolean hasQuorum(int present, int agreed) {
        return 2 * present > agreed;
    }

    /** Whether a topic is adopted; so many who agree are also a quorum. @param yes members who agreed @param agreed seats, filled or not */
    public static boolean isAdopted(int present, int yes, int agreed) {
        if (yes < 0 || yes > present || present > agreed) {
            throw new IllegalArgumentException("%d agreed of %d present of %d".formatted(yes, present, agreed));
        }
        return 2 * yes > agreed;
    }

    /** Whether the topics hung long enough before the meeting; the day of the posting is not counted. */
    public static boolean isPostedInTime(LocalDate postedOn, LocalDate meetingOn, RulePack pack) {
        return !meetingOn.isBefore(Periods.earliest(postedOn, pack.value(Setting.COMMITTEE_TOPIC_DAYS)));
    }

    /** The last day for posting what was decided. */
    public static LocalDate decisionPostedBy(LocalDate meetingOn, RulePack pack, Holidays holidays) {
        return Periods.due(meetingOn, pack.value(Setting.COMMITTEE_POSTING_DAYS), holidays);
    }
}
