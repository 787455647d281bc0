package org.linli.rules.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordTextTests {
    @ParameterizedTest(name = "{0} reads as {1}")
    @CsvSource({
        "有, COMMITTEE",
        "已成立, COMMITTEE",
        "业委会, COMMITTEE",
        "业 委 会, COMMITTEE",
        "物管会, PMC",
        "无, NONE",
        "没有, NONE",
        "未成立, NONE",
        "筹备中, PREPARING",
        "' 换届中　', CHANGING",
        "'', blank",
        "/, blank",
        "—, blank",
        "无物业, blank",
        "有/无, UNKNOWN_WORD",
        "居委会, UNKNOWN_WORD"
    })
    void readsTheStandingOfACommittee(String text, String expected) {
        assertThat(Readings.brief(CommitteeText.read(text))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} reads as {1}")
    @CsvSource({
        "0576-88423466, +8657688423466",
        "13800000119, +8613800000119",
        "１３８ ０００００１１９, +8613800000119",
        "无, blank",
        "'', blank",
        "88423466, NOT_A_PHONE"
    })
    void readsPhones(String text, String expected) {
        assertThat(Readings.brief(PhoneText.read(text))).isEqualTo(expected);
    }
}
