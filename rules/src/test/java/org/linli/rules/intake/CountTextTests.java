package org.linli.rules.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountTextTests {
    @ParameterizedTest(name = "{0} reads as {1}")
    @CsvSource({
        "２３９, 239",
        "1277, 1277",
        "'1,277', 1277",
        "1277户, 1277",
        "5幢, 5",
        "12栋, 12",
        "12 栋, 12",
        "1277.0, 1277",
        "0, 0",
        "1000000, 1000000",
        "1000001, TOO_LARGE",
        "1.2万户, 12000 ?ten-thousands",
        "1276.9999999999998, 1277 ?float-tail",
        "1277.5, TOO_PRECISE > 1278",
        "约1200户, APPROXIMATE > 1200",
        "1200余户, APPROXIMATE > 1200",
        "1200户左右, APPROXIMATE > 1200",
        "-3, NEGATIVE",
        "—, blank",
        "五幢, NOT_A_NUMBER",
        "5㎡, NOT_A_NUMBER",
        "5幢12户, NOT_A_NUMBER"
    })
    void readsCounts(String text, String expected) {
        assertThat(Readings.brief(CountText.read(text))).isEqualTo(expected);
    }
}
