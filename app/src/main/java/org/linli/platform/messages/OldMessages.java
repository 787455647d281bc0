package org.linli.platform.messages;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Deletes messages once nobody can need them (PIPL article 19: the shortest time necessary). They prove who was told of what, so they
 * are kept as long as a claim may be brought: three years by article 188 of the Civil Code, unless the installation says otherwise. A
 * text that was given up proves nothing, and still holds a number and perhaps a code: it goes after a month.
 *
 * <p>The application itself may not delete a message; this is done with a connection of the role that may.
 */
final class OldMessages {

    static final Duration GIVEN_UP_KEPT = Duration.ofDays(30);

    private static final int AT_ONCE = 10_000;

    private final JdbcClient keeper;
    private final Duration kept;

    /** @param keeper with the role that may delete */
    OldMessages(JdbcClient keeper, Duration kept) {
        if (kept.compareTo(GIVEN_UP_KEPT) < 0) {
            throw new IllegalArgumentException(
                    "messages are kept at least " + GIVEN_UP_KEPT.toDays() + " days, not " + kept);
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
                                where created_at < :old or failed_at < :given_up
                                order by id limit :some)
                            """)
                    .param("old", now.minus(kept).atOffset(ZoneOffset.UTC))
                    .param("given_up", now.minus(GIVEN_UP_KEPT).atOffset(ZoneOffset.UTC))
                    .param("some", AT_ONCE)
                    .update();
            deleted += some;
        } while (some == AT_ONCE);
        return deleted;
    }
}
