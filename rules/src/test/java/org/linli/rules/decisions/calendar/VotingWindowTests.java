package org.linli.rules.decisions.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.rules.decisions.matters.RulePack;
import org.linli.rules.decisions.matters.RulePacks;

class VotingWindowTests {
    private static final RulePack PACK = RulePacks.TAIZHOU_2021;
    private static final LocalDate NOTICE = LocalDate.of(2024, 6, 1);
    private static final VotingWindow WINDOW = new VotingWindow(LocalDate.of(2024, 6, 16), LocalDate.of(2024, 6, 25));

    @ParameterizedTest(name = "{0} to {1}: {2} days, {3}")
    @CsvSource({
        "2024-06-16, 2024-06-20, 5,",
        "2024-06-15, 2024-06-25, 11, NOTICE_TOO_SHORT",
        "2024-06-16, 2024-06-19, 4, TOO_SHORT",
        "2024-06-16, 2024-08-14, 60,",
        "2024-06-16, 2024-08-15, 61, TOO_LONG",
        "2024-06-16, 2024-06-16, 1, TOO_SHORT"
    })
    void needsFifteenDaysOfNoticeAndFiveToSixtyDays(
            LocalDate opens, LocalDate last, long days, VotingWindow.@Nullable Problem problem) {
        VotingWindow window = new VotingWindow(opens, last);

        assertThat(window.days()).isEqualTo(days);
        assertThat(window.problem(NOTICE, PACK).orElse(null)).isEqualTo(problem);
    }

    @ParameterizedTest(name = "to {0} on {1} after {2} extensions: {3}")
    @CsvSource({
        "2024-06-26, 2024-06-25, 0,",
        "2024-08-14, 2024-06-20, 0,",
        "2024-08-15, 2024-06-20, 0, TOO_LONG",
        "2024-06-25, 2024-06-20, 0, NOT_LATER",
        "2024-06-24, 2024-06-20, 0, NOT_LATER",
        "2024-06-30, 2024-06-26, 0, ALREADY_ENDED",
        "2024-06-30, 2024-06-20, 1, ALREADY_EXTENDED"
    })
    void isExtendedOnceBeforeItsEnd(
            LocalDate newLast, LocalDate today, int extensions, VotingWindow.@Nullable Problem problem) {
        assertThat(WINDOW.extensionProblem(newLast, today, extensions, PACK).orElse(null))
                .isEqualTo(problem);
    }

    @ParameterizedTest(name = "{0} down: ends {1}")
    @CsvSource({
        "PT0S, 2024-06-25",
        "PT1H, 2024-06-25",
        "PT1H0.000000001S, 2024-06-26",
        "PT24H, 2024-06-26",
        "PT24H0.000000001S, 2024-06-27",
        "PT49H, 2024-06-28"
    })
    void outagesAboveAnHourAddWholeDays(Duration outage, LocalDate last) {
        assertThat(WINDOW.afterOutages(outage)).isEqualTo(new VotingWindow(WINDOW.opensOn(), last));
    }

    @Test
    void outagesMayPassTheLongestWindow() {
        VotingWindow longest = new VotingWindow(LocalDate.of(2024, 6, 16), LocalDate.of(2024, 8, 14));

        assertThat(longest.afterOutages(Duration.ofHours(2)).days()).isEqualTo(61);
    }

    @Test
    void refusesAnEndBeforeTheOpening() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VotingWindow(LocalDate.of(2024, 6, 16), LocalDate.of(2024, 6, 15)));
    }
}
