package org.linli.decisions.drafting.web;

import java.util.List;
import java.util.Map;
import org.linli.decisions.drafting.VoteCalendar;
import org.linli.decisions.drafting.VoteFilter;
import org.linli.decisions.drafting.VoteLine;

/** @param group the one asked for, empty for all */
public record PublicListPage(String group, List<Group> groups, Map<String, String> places) {
    public String place(VoteLine line) {
        return places.getOrDefault(line.division(), "");
    }

    public record Group(VoteFilter.Group name, VoteCalendar.Page page) {}
}
