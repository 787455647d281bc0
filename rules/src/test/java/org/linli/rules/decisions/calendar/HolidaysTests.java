package org.linli.rules.decisions.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidaysTests {
    @ParameterizedTest(name = "{0} worked: {1}, next working day {2}")
    @CsvSource({
        "2023-01-02, false, 2023-01-03",
        "2023-01-21, false, 2023-01-28",
        "2023-01-28, true, 2023-01-28", // a Saturday worked in exchange
        "2023-09-29, false, 2023-10-07",
        "2023-11-02, true, 2023-11-02",
        "2023-11-04, false, 2023-11-06", // a Saturday
        "2023-11-05, false, 2023-11-06", // a Sunday
        "2024-10-01, false, 2024-10-08",
        "2024-10-12, true, 2024-10-12",
        "2025-01-28, false, 2025-02-05",
        "2026-02-15, false, 2026-02-24",
        "2026-10-07, false, 2026-10-08"
    })
    void knowsDaysOffAndDaysWorkedInExchange(LocalDate day, boolean worked, LocalDate next) {
        assertThat(Holidays.NATIONAL.isWorkingDay(day)).isEqualTo(worked);
        assertThat(Holidays.NATIONAL.workingDayFrom(day)).isEqualTo(next);
    }

    @Test
    void onlyWeekendDaysAreWorkedInExchangeAndNoneIsOff() {
        assertThat(Holidays.NATIONAL.worked())
                .hasSize(26)
                .allMatch(day -> day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY)
                .noneMatch(Holidays.NATIONAL.off()::contains);
    }

    @ParameterizedTest
    @CsvSource({"2022, false", "2023, true", "2024, true", "2025, true", "2026, true", "2027, false"})
    void saysWhichYearsItKnows(int year, boolean known) {
        assertThat(Holidays.NATIONAL.isKnown(year)).isEqualTo(known);
    }

    @Test
    void readsSpansWithBothEnds() {
        Holidays read = Holidays.parse("2030 off 2030-01-01 2030-01-03 元旦\n2030 on  2030-01-05 2030-01-05\n");

        assertThat(read.years()).containsExactly(2030);
        assertThat(read.off())
                .containsExactlyInAnyOrder(
                        LocalDate.of(2030, 1, 1), LocalDate.of(2030, 1, 2), LocalDate.of(2030, 1, 3));
        assertThat(read.worked()).containsExactly(LocalDate.of(2030, 1, 5));
    }

    @Test
    void refusesALineThatIsNeitherOffNorOn() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Holidays.parse("2023 of 2023-01-01 2023-01-01"))
                .withMessageContaining("of 2023");
    }
}
