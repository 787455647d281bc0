package org.linli.decisions.meetings;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.platform.ids.CommunityId;
import org.linli.rules.decisions.assembly.CommitteeMeeting;
import org.linli.rules.decisions.calendar.Holidays;
import org.linli.rules.decisions.matters.RulePacks;

/**
 * The minutes of a committee's meeting.
 *
 * @param agreedSize seats of the committee, filled or not
 * @param postedOn day on which the topics were posted
 * @param present members who were there
 * @param hanging whether what was decided hangs, or did
 * @param voided why the minutes hold no more, null while they do
 */
public record Meeting(
        CommunityId community,
        int number,
        int committee,
        int agreedSize,
        LocalDate postedOn,
        LocalDate metOn,
        int present,
        List<Topic> topics,
        boolean hanging,
        @Nullable String voided) {

    public Meeting {
        topics = List.copyOf(topics);
    }

    /** What was decided of a topic. */
    public record Topic(int number, String text, int agreed, int opposed, int abstained, boolean adopted) {}

    public boolean hasQuorum() {
        return CommitteeMeeting.hasQuorum(present, agreedSize);
    }

    /** The last day for posting what was decided. */
    public LocalDate postBy() {
        return postBy(metOn);
    }

    static LocalDate postBy(LocalDate metOn) {
        return CommitteeMeeting.decisionPostedBy(metOn, RulePacks.TAIZHOU_2021, Holidays.NATIONAL);
    }

    /** Whether it is still to be hung. */
    public boolean waits() {
        return !hanging && voided == null;
    }

    /** What its notice comes from. */
    String origin() {
        return origin(community, number);
    }

    static String origin(CommunityId community, int number) {
        return "meeting/" + community + "-" + number + "/";
    }
}
