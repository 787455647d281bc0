package org.linli.decisions.casting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TurnoutTests {

    @ParameterizedTest
    @CsvSource({
        "2023-10-12T04:00:00Z, 2023-10-12T04:00:00Z",
        "2023-10-12T04:14:59.999Z, 2023-10-12T04:00:00Z",
        "2023-10-12T04:15:00Z, 2023-10-12T04:15:00Z",
        "2023-10-12T04:59:00Z, 2023-10-12T04:45:00Z"
    })
    void isAsOfTheLastFullQuarterOfAnHour(Instant now, Instant quarter) {
        assertThat(Turnout.quarter(now)).isEqualTo(quarter);
    }

    @ParameterizedTest
    @CsvSource({"0, 3, 0", "1, 3, 33", "2, 3, 66", "3, 3, 100", "1, 1000, 0", "999, 1000, 99", "0, 0, 0"})
    void isRoundedDownSoThatNoLineIsReadAsReachedThatIsNot(long part, long whole, long percent) {
        assertThat(Turnout.percent(part, whole)).isEqualTo(percent);
    }
}
