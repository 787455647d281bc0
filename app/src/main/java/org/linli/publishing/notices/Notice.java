package org.linli.publishing.notices;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A notice as it hangs.
 *
 * @param place the community or division in words
 * @param kind text key {@code publishing.notice.kind.<kind>}
 * @param page where the matter itself is to be read, begins with a slash; empty for none
 * @param openContacts contacts of offices in the text that the gate let through because they are on the list
 * @param photos how many photos show it on a board
 * @param retracted null while it hangs
 */
public record Notice(
        NoticeId id,
        String division,
        String place,
        String kind,
        String page,
        String subject,
        String body,
        List<String> openContacts,
        LocalDate from,
        LocalDate until,
        Instant postedAt,
        String by,
        int photos,
        @Nullable Retraction retracted) {

    public Notice {
        openContacts = List.copyOf(openContacts);
    }

    /** Why it was taken down. */
    public record Retraction(String reason, Instant at, String by) {}

    /** A board with the notice on it. @param on the day it hung there */
    public record Photo(int number, String place, LocalDate on, String hash, Instant postedAt, String by) {}

    public boolean hangsOn(LocalDate day) {
        return retracted == null && !day.isBefore(from) && !day.isAfter(until);
    }

    /** Whether its days have come and no photo shows it. */
    public boolean lacksPhoto(LocalDate today) {
        return retracted == null && photos == 0 && !today.isBefore(from);
    }
}
