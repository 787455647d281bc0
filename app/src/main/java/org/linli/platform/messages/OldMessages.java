package org.linli.platform.messages;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Deletes messages that are no longer needed (PIPL article 19: the shortest time necessary). They prove who was told of what, so they
 * are kept, counted from the message, for the general limitation of three years (Civil Code art. 188 [K]), unless the installation says
 * otherwise [D]. A text that was given up, or never sent because there is no gateway, proves nothing and holds a number and perhaps
 * a code: it goes after a month [D].
 *
 * <p>The application itself may not delete a message; this is done with a connection of the role that may.
 */
final class OldMessages {

    static final Duration UNSENT_KEPT = Duration.ofDays(30);

    private static final int AT_ONCE = 10_000;

    private final JdbcClient keeper;
    private final Duration kept;

    /** @param keeper with the role that may delete */
    OldMessages(JdbcClient keeper, Duration kept) {
        if (kept.compareTo(UNSENT_KEPT) < 0) {
            throw new IllegalArgumentException(
                    "messages are kept at least " + UNSENT_KEPT.toDays() + " days, not " + kept);
        }
        this.keeper = keeper;
        this.kept = kept;
    }

    /** Some thousand in a transaction, so that nothing waits for them. @return how many were deleted */
    long delete(Instant now) {
        long deleted = 0;
        int some;
        do {
            some = keeper.sql("""
                            delete from platform.outbox where id in (
                                select id from platform.outbox
                                where created_at < :old
                                   or sent_at is null and coalesce(failed_at, created_at) < :unsent
                                order by id limit :some)
                            """)
                    .param("old", now.minus(kept).atOffset(ZoneOffset.UTC))
                    .param("unsent", now.minus(UNSENT_KEPT).atOffset(ZoneOffset.UTC))
                    .param("some", AT_ONCE)
                    .update();
            deleted += some;
        } while (some == AT_ONCE);
        return deleted;
    }
}
