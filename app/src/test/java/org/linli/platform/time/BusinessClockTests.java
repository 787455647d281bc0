package org.linli.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.linli.platform.settings.Settings;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The demo's story begins on the morning of 3 November 2023 and goes on while Linli is off. */
@LinliTest
class BusinessClockTests {

    private static final Instant NINE_IN_CHINA = Instant.parse("2023-11-03T01:00:00Z");

    @Autowired
    Settings settings;

    @Autowired
    RealTime real;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void theFirstStartOfTheDemoIsNineInTheMorning() {
        Instant started =
                Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());

        assertThat(NINE_IN_CHINA.minus(offset())).isBetween(started, real.now());
    }

    @Test
    void aLaterStartGoesOnWithTheStoredOffset() {
        BusinessTime again = new TimeConfiguration().businessTime(settings);

        assertThat(again.now()).isCloseTo(real.now().plus(offset()), within(10, ChronoUnit.SECONDS));
    }

    @Test
    void threeDaysWithoutLinliAreThreeDaysOfBusiness() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            // As if the first start had been three days ago: then the offset was three days longer.
            settings.set(TimeConfiguration.OFFSET, offset().plusDays(3).toString());

            assertThat(new TimeConfiguration().businessTime(settings).now())
                    .isCloseTo(real.now().plus(offset()), within(10, ChronoUnit.SECONDS))
                    .isAfter(NINE_IN_CHINA.plus(3, ChronoUnit.DAYS));
        });
    }

    @Test
    void theOffsetIsStoredOnce() {
        Duration stored = offset();

        assertThat(settings.setOnce(TimeConfiguration.OFFSET, "PT0S")).isEqualTo(stored.toString());
        assertThat(offset()).isEqualTo(stored);
    }

    @Test
    void withoutADemoBusinessTimeIsRealTime() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            settings.set(TimeConfiguration.OFFSET, "PT0S");

            assertThat(new TimeConfiguration().businessTime(settings).now())
                    .isCloseTo(real.now(), within(10, ChronoUnit.SECONDS));
        });
    }

    private Duration offset() {
        return Duration.parse(settings.find(TimeConfiguration.OFFSET).orElseThrow());
    }
}
