package org.linli.decisions.drafting;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.VoteId;

/**
 * A vote as a row of the calendar.
 *
 * @param community its name today
 * @param division code of where it is
 * @param items number of decisions
 * @param batch number of its batch, null when alone
 */
public record VoteLine(
        VoteId id,
        String community,
        String division,
        String title,
        int items,
        boolean rehearsal,
        @Nullable Long batch,
        VoteDays days) {

    public boolean isOverdue(LocalDate today) {
        VoteDays.Span next = days.next();
        return next != null && next.isOverdue(today);
    }

    /** The row key by which lists are paged. */
    public String key() {
        return days.noticeOn() + "/" + id;
    }
}
