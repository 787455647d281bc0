package org.linli.rules.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateRangeTextTests {
    @ParameterizedTest(name = "{0} reads as {1}")
    @CsvSource({
        "2022.1.1-2024.12.31, 2022-01-01..2024-12-31",
        "2023/3/1至2026/2/28, 2023-03-01..2026-02-28",
        "2021年7月1日—2024年6月30日, 2021-07-01..2024-06-30",
        "2021年7月1日——2024年6月30日, 2021-07-01..2024-06-30",
        "2022-01-01至2024-12-31, 2022-01-01..2024-12-31",
        "2022-01-01-2024-12-31, 2022-01-01..2024-12-31",
        "2022-01-01--2024-12-31, 2022-01-01..2024-12-31",
        "2022.1.1~2024.12.31, 2022-01-01..2024-12-31",
        "2022.1.1～2024.12.31, 2022-01-01..2024-12-31",
        "2022.1.1–2024.12.31, 2022-01-01..2024-12-31",
        "2022.1.1到2024.12.31, 2022-01-01..2024-12-31",
        "2022.1.1起2024.12.31止, 2022-01-01..2024-12-31",
        "自2022年1月1日起至2024年12月31日止, 2022-01-01..2024-12-31",
        "２０２２．１．１－２０２４．１２．３１, 2022-01-01..2024-12-31",
        "2022.1.1 - 2024.12.31, 2022-01-01..2024-12-31",
        "20220101-20241231, 2022-01-01..2024-12-31",
        "2022.1.1-2022.1.1, 2022-01-01..2022-01-01",
        "2022.1-2024.12, '2022-01-01..2024-12-31 ?first-day-taken,last-day-taken'",
        "2022-1-2024-12, '2022-01-01..2024-12-31 ?first-day-taken,last-day-taken'",
        "2022年1月1日至2024年2月, 2022-01-01..2024-02-29 ?last-day-taken",
        "2022年1月至2024年2月1日, 2022-01-01..2024-02-01 ?first-day-taken",
        "22.1.1-24.12.31, 2022-01-01..2024-12-31 ?century-added",
        "44562-45657, 2022-01-01..2024-12-31 ?serial-number",
        "2022.1.1-12.31, 2022-01-01..2022-12-31 ?year-of-start",
        "22.1.1-12.31, '2022-01-01..2022-12-31 ?century-added,year-of-start'",
        "2023.3.1起, 2023-03-01..",
        "自2023年3月1日起, 2023-03-01..",
        "2023.3.1至今, 2023-03-01..",
        "2023.3.1起至今, 2023-03-01..",
        "2023.3.1-长期, NOT_A_DATE",
        "2023.3.1至长期, 2023-03-01..",
        "2023.3.1-, 2023-03-01..",
        "2023年3月起, 2023-03-01.. ?first-day-taken",
        "2024.12.31-2022.1.1, END_BEFORE_START",
        "2022.3.1-1.31, END_BEFORE_START",
        "2023.3.1-2026.2.30, NO_SUCH_DAY > 2023-03-01至2026-02-28",
        "2023.2.30-2026.2.28, NO_SUCH_DAY > 2023-02-28至2026-02-28",
        "2023.2.30-12.31, NO_SUCH_DAY > 2023-02-28至2023-12-31",
        "2026.3.1-2026.2.30, NO_SUCH_DAY",
        "2026.2.28-2026.2.30, NO_SUCH_DAY > 2026-02-28至2026-02-28",
        "2023.13.1-2026.2.28, NOT_A_DATE",
        "2023.13.1-12.31, NOT_A_DATE",
        "2022.1.1-24.12, NOT_A_DATE",
        "2023.2.30起, NO_SUCH_DAY > 2023-02-28起",
        "2023.13.1起, NOT_A_DATE",
        "2023.3.1, NOT_A_DATE > 2023-03-01起",
        "2023.2.30, NO_SUCH_DAY > 2023-02-28起",
        "三年, NOT_A_DATE",
        "/, blank",
        "'', blank"
    })
    void readsTerms(String text, String expected) {
        Reading<DateRange> reading = DateRangeText.read(text);

        assertThat(brief(reading)).isEqualTo(expected);
    }

    @Test
    void suggestionsCanBeReadWithoutAnyGuess() {
        for (String text : new String[] {"2023.3.1-2026.2.30", "2023.2.30起", "2023.3.1"}) {
            String suggestion = Readings.suggestion(DateRangeText.read(text));

            assertThat(suggestion).isNotNull();
            assertThat(DateRangeText.read(suggestion == null ? "" : suggestion))
                    .isInstanceOfSatisfying(
                            Reading.Value.class,
                            value -> assertThat(value.guessed()).isFalse());
        }
    }

    @Test
    void everyTermIsReadBackInEachWriting() {
        String[] forms = {"uuuu.M.d", "uuuu年M月d日", "uuuu/M/d", "uuuu-MM-dd", "uuuuMMdd"};
        String[] signs = {"-", "–", "—", "——", "~", "～", "至", "到", "起至"};
        for (int seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            LocalDate from = LocalDate.of(1990, 1, 1).plusDays(random.nextInt(15_000));
            LocalDate to = from.plusDays(random.nextInt(3_000));
            DateTimeFormatter form = DateTimeFormatter.ofPattern(forms[random.nextInt(forms.length)]);
            String text = from.format(form) + signs[random.nextInt(signs.length)] + to.format(form);

            assertThat(DateRangeText.read(text))
                    .as("seed %d, %s", seed, text)
                    .isEqualTo(new Reading.Value<>(new DateRange(from, to), false, null));
        }
    }

    @Test
    void aRangeDoesNotEndBeforeItBegins() {
        LocalDate day = LocalDate.of(2023, 3, 1);

        assertThat(new DateRange(day, day).to()).isEqualTo(day);
        assertThatIllegalArgumentException().isThrownBy(() -> new DateRange(day, day.minusDays(1)));
    }

    private static String brief(Reading<DateRange> reading) {
        if (reading instanceof Reading.Value<DateRange>(DateRange range, boolean guessed, var note)) {
            String to = range.to() == null ? "" : range.to().toString();
            return Readings.brief(new Reading.Value<>(range.from() + ".." + to, guessed, note));
        }
        return Readings.brief(reading);
    }
}
