package org.linli.decisions.drafting;

import java.time.LocalDate;
import java.util.List;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.scope.RowScope;
import org.linli.platform.time.BusinessTime;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The calendar of votes 表决日历: each with its state, its next legal step and that step's earliest and latest day. */
@Service
@Transactional(readOnly = true)
public class VoteCalendar {

    /** A result stays on the community's page for a year: as long as a court may be asked. */
    private static final int YEARS_SHOWN = 1;

    private static final int MOST_RUNNING = 2_000;
    private static final int ON_A_COMMUNITY_PAGE = 10;

    private final VoteList list;
    private final BusinessTime time;

    VoteCalendar(VoteList list, BusinessTime time) {
        this.list = list;
        this.time = time;
    }

    /** @param lines one page @param next key of the next page, empty at the end @param total votes that match in all */
    public record Page(List<VoteLine> lines, String next, long total) {
        public Page {
            lines = List.copyOf(lines);
        }
    }

    public Page list(VoteFilter filter, RowScope scope) {
        List<VoteLine> lines = list.list(filter, scope);
        return new Page(
                lines, lines.size() < filter.limit() ? "" : lines.getLast().key(), list.count(filter, scope));
    }

    /** Running votes of the filter whose next step is overdue today. */
    public List<VoteLine> overdue(VoteFilter filter, RowScope scope) {
        LocalDate today = time.today();
        return running(filter, scope).stream()
                .filter(line -> line.isOverdue(today))
                .toList();
    }

    /** Running votes of the filter that have a legal day in a month. */
    public List<VoteLine> between(VoteFilter filter, LocalDate from, LocalDate to, RowScope scope) {
        return list
                .list(
                        new VoteFilter(
                                filter.division(),
                                filter.text(),
                                filter.states(),
                                filter.batch(),
                                filter.published(),
                                "",
                                MOST_RUNNING),
                        scope)
                .stream()
                .filter(line -> !line.days().noticeOn().isAfter(to)
                        && !line.days().window().lastDay().isBefore(from))
                .toList();
    }

    /** The running votes of the filter, whatever its page. */
    public List<VoteLine> running(VoteFilter filter, RowScope scope) {
        return list.list(
                new VoteFilter(
                        filter.division(),
                        filter.text(),
                        VoteFilter.RUNNING,
                        filter.batch(),
                        filter.published(),
                        "",
                        MOST_RUNNING),
                scope);
    }

    /** What the public page of a community shows of its votes. */
    public List<VoteLine> ofCommunity(CommunityId community) {
        return list.ofCommunity(community, time.today().minusYears(YEARS_SHOWN), ON_A_COMMUNITY_PAGE);
    }

    /** What a hat sees of a community's votes in its file, drafts and rehearsals among them. */
    public List<VoteLine> inFile(CommunityId community, RowScope scope) {
        return list.inFile(community, scope, ON_A_COMMUNITY_PAGE);
    }

    /** The newest votes of a public group, of the whole city. */
    public List<VoteLine> newest(VoteFilter.Group group, int limit) {
        return list.list(VoteFilter.ofGroup(group, "", limit), RowScope.everything());
    }
}
