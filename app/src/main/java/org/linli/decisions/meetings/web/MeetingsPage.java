package org.linli.decisions.meetings.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.meetings.Meeting;
import org.linli.registry.Committees.Member;

/**
 * Minutes on the desk.
 *
 * @param seatedOn the day of the meeting as far as it is known, today otherwise
 * @param members who sat on the committee that day, masked; empty without one or for who takes no minutes
 * @param writes whether this hat takes minutes and hangs them
 * @param problem text key of a refusal, null when there is none
 */
public record MeetingsPage(
        long community,
        String name,
        List<Meeting> meetings,
        LocalDate seatedOn,
        List<Member> members,
        boolean writes,
        MeetingForm form,
        @Nullable String problem) {

    public String path() {
        return "/desk/communities/" + community + "/meetings";
    }
}
