package org.linli.rules.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateTextTests {
    @ParameterizedTest(name = "{0} reads as {1}")
    @CsvSource({
        "2022.1.1, 2022-01-01",
        "２０２２．１．１, 2022-01-01",
        "2022。1。1, 2022-01-01",
        "2021年7月1日, 2021-07-01",
        "2021 年 7 月 1 日, 2021-07-01",
        "2021年7月1号, 2021-07-01",
        "2023/3/1, 2023-03-01",
        "2023-03-01, 2023-03-01",
        "2023-03-01 00:00:00, 2023-03-01",
        "2023-03-01T00:00:00.000, 2023-03-01",
        "2023-03-01 0:00, 2023-03-01",
        "2023-03-01 08:00, NOT_A_DATE",
        "20230301, 2023-03-01",
        "20230230, NO_SUCH_DAY > 2023-02-28",
        "20231301, NOT_A_DATE",
        "44562, 2022-01-01 ?serial-number",
        "44562.0, 2022-01-01 ?serial-number",
        "20000, 1954-10-03 ?serial-number",
        "80000, 2119-01-11 ?serial-number",
        "19999, NOT_A_DATE",
        "80001, NOT_A_DATE",
        "2022年1月, 2022-01-01 ?first-day-taken",
        "2022.12, 2022-12-01 ?first-day-taken",
        "2022.13, NOT_A_DATE",
        "2022.0, NOT_A_DATE",
        "2023.2.30, NO_SUCH_DAY > 2023-02-28",
        "2024.2.29, 2024-02-29",
        "2024.2.30, NO_SUCH_DAY > 2024-02-29",
        "2023.4.31, NO_SUCH_DAY > 2023-04-30",
        "2023.1.31, 2023-01-31",
        "2023.1.32, NOT_A_DATE",
        "2023.2.0, NOT_A_DATE",
        "2023.0.1, NOT_A_DATE",
        "2023.13.1, NOT_A_DATE",
        "22.1.1, 2022-01-01 ?century-added",
        "98.5.1, 1998-05-01 ?century-added",
        "1900.1.1, 1900-01-01",
        "2100.12.31, 2100-12-31",
        "1899.12.31, NOT_A_DATE",
        "2101.1.1, NOT_A_DATE",
        "1/3/2023, NOT_A_DATE",
        "2022, NOT_A_DATE",
        "2022年, NOT_A_DATE",
        "长期, NOT_A_DATE",
        "无, blank",
        "'', blank"
    })
    void readsDays(String text, String expected) {
        assertThat(Readings.brief(DateText.read(text))).isEqualTo(expected);
    }

    @Test
    void aMonthAtTheEndOfARangeMeansItsLastDay() {
        assertThat(Readings.brief(DateText.readEnd("2024年2月"))).isEqualTo("2024-02-29 ?last-day-taken");
    }

    @Test
    void everyDayIsReadBackInEachWriting() {
        for (int seed = 0; seed < 1_000; seed++) {
            LocalDate day = LocalDate.of(1950, 1, 1).plusDays(new Random(seed).nextInt(50_000));
            for (String form : new String[] {"uuuu.M.d", "uuuu年M月d日", "uuuu/M/d", "uuuu-MM-dd", "uuuuMMdd"}) {
                assertThat(DateText.read(day.format(DateTimeFormatter.ofPattern(form))))
                        .as("seed %d, %s", seed, form)
                        .isEqualTo(new Reading.Value<>(day, false, null));
            }
        }
    }
}
