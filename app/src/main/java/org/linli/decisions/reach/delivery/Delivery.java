package org.linli.decisions.reach.delivery;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.linli.platform.files.DocumentType;

/**
 * A delivery to one home.
 *
 * @param onDay when it was handed over, read, sent, or hung up
 * @param place where it hangs, or the number of the registered letter; may be empty
 * @param fileHash the evidence, null only for what was read on the phone
 * @param voided why it does not count, null if it does
 */
public record Delivery(
        int number,
        int homeNo,
        Way way,
        LocalDate onDay,
        String place,
        @Nullable String fileHash,
        @Nullable DocumentType fileType,
        Instant recordedAt,
        String by,
        @Nullable String voided) {

    /** Whether it is good on a day. @param postingDays how long a posted ballot hangs */
    public boolean countsOn(LocalDate day, int postingDays) {
        LocalDate from = way == Way.POSTED ? onDay.plusDays(postingDays) : onDay;
        return voided == null && !day.isBefore(from);
    }
}
