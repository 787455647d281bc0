package org.linli.rules.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YearTextTests {
    @ParameterizedTest(name = "{0} reads as {1}")
    @CsvSource({
        "2010, 2010",
        "２０１０, 2010",
        "2010.0, 2010",
        "2017年, 2017",
        "2017 年, 2017",
        "2017年建成, 2017",
        "1900, 1900",
        "2100, 2100",
        "1899, NOT_A_YEAR",
        "2101, NOT_A_YEAR",
        "2019.11, 2019 ?month-dropped",
        "2019.1, 2019 ?month-dropped",
        "2019-12, 2019 ?month-dropped",
        "2003年12月, 2003 ?month-dropped",
        "2003年12月竣工, 2003 ?month-dropped",
        "2003.12.31, 2003 ?month-dropped",
        "2003年1月1日, 2003 ?month-dropped",
        "2019.13, NOT_A_YEAR",
        "2019.00, 2019",
        "2019-00, NOT_A_YEAR",
        "2019.1.32, NOT_A_YEAR",
        "2019.1.0, NOT_A_YEAR",
        "1899.11, NOT_A_YEAR",
        "1988-1992, 1992 ?last-year-taken",
        "1988年至1992年, 1992 ?last-year-taken",
        "1988～1992, 1992 ?last-year-taken",
        "1988——1992, 1992 ?last-year-taken",
        "1988-1988, 1988 ?last-year-taken",
        "1992-1988, END_BEFORE_START",
        "1988-2101, NOT_A_YEAR",
        "1800-1988, NOT_A_YEAR",
        "98年, NOT_A_YEAR > 1998",
        "50, NOT_A_YEAR > 1950",
        "49, NOT_A_YEAR > 2049",
        "03, NOT_A_YEAR > 2003",
        "约2003年, APPROXIMATE > 2003",
        "2003年左右, APPROXIMATE > 2003",
        "约1803年, NOT_A_YEAR",
        "90年代, NOT_A_YEAR",
        "20100, NOT_A_YEAR",
        "'', blank",
        "暂无, blank"
    })
    void readsYears(String text, String expected) {
        assertThat(Readings.brief(YearText.read(text))).isEqualTo(expected);
    }
}
