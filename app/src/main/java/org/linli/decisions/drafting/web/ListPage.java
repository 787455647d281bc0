package org.linli.decisions.drafting.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.drafting.VoteDays;
import org.linli.decisions.drafting.VoteLine;
import org.linli.decisions.drafting.VoteSteps;
import org.linli.divisions.Division;

/**
 * The calendar of votes.
 *
 * @param places division code to its name in words
 * @param divisions to filter by
 * @param next key of the next page, empty at the end
 * @param month the month shown, null in the list
 * @param days the month's days on which something happens
 * @param refused votes of the batch that did not take the step
 */
public record ListPage(
        ListQuery query,
        List<VoteLine> lines,
        Map<String, String> places,
        List<Division> divisions,
        long total,
        String next,
        LocalDate today,
        @Nullable YearMonth month,
        List<Day> days,
        boolean mayCall,
        boolean mayReview,
        List<VoteSteps.Refused> refused,
        String queryString) {

    /** @param events what happens on it */
    public record Day(LocalDate on, List<Event> events) {}

    public record Event(VoteLine vote, VoteDays.Act act) {}

    public String place(VoteLine line) {
        return places.getOrDefault(line.division(), "");
    }

    public String previousMonth() {
        return month == null ? "" : month.minusMonths(1).toString();
    }

    public String nextMonth() {
        return month == null ? "" : month.plusMonths(1).toString();
    }
}
