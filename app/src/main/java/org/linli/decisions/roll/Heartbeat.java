package org.linli.decisions.roll;

import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.platform.time.BusinessTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A row every half minute while any node is up and reaches the database. The first beat after a silence of more than a minute
 * records it as an outage.
 *
 * <p>Source: own default [D], domain reference a.10. It runs by business time, as the windows do that it is compared with.
 */
@Component
class Heartbeat {

    static final Duration EVERY = Duration.ofSeconds(30);
    private static final Duration SILENCE = Duration.ofSeconds(60);
    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final BusinessTime time;

    Heartbeat(JdbcClient jdbc, BusinessTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    @Transactional
    void beat() {
        Instant now = time.now();
        // The clock was set back: what came later never was.
        jdbc.sql("delete from platform.heartbeat where beat_at > :now")
                .param("now", at(now))
                .update();
        @Nullable Instant last = last();
        if (last != null && last.isBefore(now.minus(SILENCE))) {
            jdbc.sql("insert into platform.outage (from_at, to_at) values (:from, :to) on conflict do nothing")
                    .param("from", at(last))
                    .param("to", at(now))
                    .update();
        }
        jdbc.sql("delete from platform.heartbeat where beat_at < :old")
                .param("old", at(now.minus(KEPT)))
                .update();
        jdbc.sql("insert into platform.heartbeat (beat_at) values (:now) on conflict do nothing")
                .param("now", at(now))
                .update();
    }

    /** Business time was set to another moment: the silence between the two is nobody's outage. */
    @Transactional
    void begin() {
        jdbc.sql("delete from platform.heartbeat").update();
    }

    private @Nullable Instant last() {
        return jdbc.sql("select beat_at from platform.heartbeat order by beat_at desc limit 1")
                .query((row, n) ->
                        row.getObject("beat_at", OffsetDateTime.class).toInstant())
                .optional()
                .orElse(null);
    }

    /** All downtime between two instants. */
    Duration downtime(Instant from, Instant to) {
        List<Duration> pieces = jdbc.sql("""
                select greatest(from_at, :from) as begun, least(to_at, :to) as ended from platform.outage
                where from_at < :to and to_at > :from
                """)
                .param("from", at(from), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("to", at(to), Types.TIMESTAMP_WITH_TIMEZONE)
                .query((row, n) -> Duration.between(
                        row.getObject("begun", OffsetDateTime.class), row.getObject("ended", OffsetDateTime.class)))
                .list();
        return pieces.stream().reduce(Duration.ZERO, Duration::plus);
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
