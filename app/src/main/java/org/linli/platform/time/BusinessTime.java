package org.linli.platform.time;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The time that the law counts: deadlines, notices, engagements and what is recorded of them.
 *
 * <p>In a demo it runs at an offset from real time that is stored once, so that business time passes while Linli is off.
 */
public final class BusinessTime {

    /** Legal days are days in China. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private volatile Clock clock;

    public BusinessTime(Clock clock) {
        this.clock = clock;
    }

    /** The instant now, in whole microseconds, as PostgreSQL stores it. */
    public Instant now() {
        return clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
    }

    /** The legal day today. */
    public LocalDate today() {
        return LocalDate.ofInstant(now(), ZONE);
    }

    /** Replaces the clock; only the demo's first start and tests do. */
    public void follow(Clock other) {
        this.clock = other;
    }
}
