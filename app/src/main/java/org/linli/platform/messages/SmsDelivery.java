package org.linli.platform.messages;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.platform.keys.PersonalData;
import org.linli.platform.time.RealTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes text messages from the outbox to the gateway, each until it is accepted or given up. What is accepted loses its
 * words; who got something when, and by which way, stays.
 */
final class SmsDelivery {

    /** The pauses double from five seconds: the last try is about three hours after the first. */
    static final int ATTEMPTS = 12;

    private static final Logger LOG = LoggerFactory.getLogger(SmsDelivery.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final PersonalData personal;
    private final TransactionTemplate transaction;
    private final SmsGateway gateway;
    private final RealTime time;

    SmsDelivery(
            JdbcClient jdbc,
            PersonalData personal,
            TransactionTemplate transaction,
            SmsGateway gateway,
            RealTime time) {
        this.jdbc = jdbc;
        this.personal = personal;
        this.transaction = transaction;
        this.gateway = gateway;
        this.time = time;
    }

    private record Waiting(long id, byte[] recipient, byte[] body, int attempts) {}

    /** Delivers everything that is due, one message a transaction. */
    void deliver() {
        while (Boolean.TRUE.equals(
                transaction.execute(status -> next().map(this::deliver).orElse(false)))) {
            // the next one
        }
    }

    private Optional<Waiting> next() {
        return jdbc.sql("""
                select id, recipient, body, attempts from platform.outbox
                where sent_at is null and failed_at is null and channel = 'SMS' and recipient is not null
                  and (next_at is null or next_at <= :now)
                order by id limit 1 for update skip locked
                """)
                .param("now", utc(time.now()))
                .query((row, n) -> new Waiting(
                        row.getLong("id"), row.getBytes("recipient"), row.getBytes("body"), row.getInt("attempts")))
                .optional();
    }

    private boolean deliver(Waiting waiting) {
        Instant now = time.now();
        boolean accepted =
                gateway.accepts(waiting.id, personal.decrypt(waiting.recipient), personal.decrypt(waiting.body), now);
        int attempts = waiting.attempts + 1;
        boolean over = !accepted && attempts >= ATTEMPTS;
        if (!accepted) {
            LOG.warn("message {} was not accepted, attempt {}{}", waiting.id, attempts, over ? ", given up" : "");
        }
        @Nullable
        Instant again = accepted || over ? null : now.plus(FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 20)));
        jdbc.sql(
                        "update platform.outbox set attempts = :attempts, next_at = :again, failed_at = :failed where id = :id")
                .param("id", waiting.id)
                .param("attempts", attempts)
                .param("again", again == null ? null : utc(again), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("failed", over ? utc(now) : null, java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
        if (accepted) {
            jdbc.sql("update platform.outbox set sent_at = :now, subject = :blank, body = :blank where id = :id")
                    .param("id", waiting.id)
                    .param("now", utc(now))
                    .param("blank", personal.encrypt(""))
                    .update();
        }
        return true;
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
