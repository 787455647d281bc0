package org.linli.registry.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimStateTests {

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(textBlock = """
            SUBMITTED, SEEN RETURNED ENDED
            SEEN, CONFIRMED DISPUTED RETURNED ENDED
            CONFIRMED, DISPUTED ENDED
            DISPUTED, CONFIRMED ENDED
            RETURNED, ''
            ENDED, ''
            """)
    void leadsOnlyWhereItMay(ClaimState from, String allowed) {
        for (ClaimState to : ClaimState.values()) {
            assertThat(from.mayBecome(to))
                    .as("%s to %s", from, to)
                    .isEqualTo(java.util.List.of(allowed.split(" ", -1)).contains(to.name()));
        }
    }

    @ParameterizedTest(name = "event on {0}, due on {1}")
    @CsvSource(textBlock = """
            2023-11-03, 2023-11-10
            2023-11-04, 2023-11-10
            2023-09-27, 2023-10-10
            """)
    void countsFiveWorkingDaysWithHolidaysAndSwappedDays(LocalDate event, LocalDate due) {
        assertThat(WorkingDays.due(event)).isEqualTo(due);
    }

    @Test
    void readsItsOwnIdsAndNothingElse() {
        assertThat(ClaimId.parse("12-3").orElseThrow()).hasToString("12-3");
        for (String text : new String[] {"", "12", "12-", "-3", "0-3", "12-0", "12-3-4", "a-b", "12-3 "}) {
            assertThat(ClaimId.parse(text)).as(text).isEmpty();
        }
    }
}
