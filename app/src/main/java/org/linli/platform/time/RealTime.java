package org.linli.platform.time;

import java.time.Clock;
import java.time.Instant;

/** The time on the wall: sessions, codes, rate limits, log entries, certificates. */
public final class RealTime {

    private final Clock clock;

    public RealTime(Clock clock) {
        this.clock = clock;
    }

    public Instant now() {
        return clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
    }
}
