package org.linli.decisions.meetings.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.meetings.Meeting;
import org.linli.registry.Committees.Member;

/**
 * Minutes on the desk.
 *
 * @param members who sit on the committee today, masked; empty without one or for who takes no minutes
 * @param writes whether this hat takes minutes and hangs them
 * @param problem text key of a refusal, null when there is none
 */
public record MeetingsPage(
        long community,
        String name,
        List<Meeting> meetings,
        List<Member> members,
        boolean writes,
        MeetingForm form,
        @Nullable String problem) {

    public String path() {
        return "/desk/communities/" + community + "/meetings";
    }
}
