package org.linli.platform.time;

import java.time.Clock;
import java.time.Duration;
import org.linli.platform.settings.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Two clocks; the business one starts at the stored offset, or at none. */
@Configuration(proxyBeanMethods = false)
class TimeConfiguration {

    static final String OFFSET = "time.business-offset";

    @Bean
    RealTime realTime() {
        return new RealTime(Clock.systemUTC());
    }

    @Bean
    BusinessTime businessTime(Settings settings) {
        return new BusinessTime(settings.find(OFFSET)
                .map(text -> Clock.offset(Clock.systemUTC(), Duration.parse(text)))
                .orElseGet(Clock::systemUTC));
    }
}
