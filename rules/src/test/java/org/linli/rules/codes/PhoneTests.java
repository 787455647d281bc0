package org.linli.rules.codes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneTests {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "13800000119, +8613800000119",
        "138 0000 0119, +8613800000119",
        "138-0000-0119, +8613800000119",
        "１３８００００００００, +8613800000000",
        "19912345678, +8619912345678",
        "0576-88423466, +8657688423466",
        "０５７６－８８４２３４６６, +8657688423466",
        "0576—8842346, +865768842346",
        "（0576）88423466, +8657688423466",
        "010-62345678, +861062345678",
        "021 62345678, +862162345678",
        "+86 138 0000 0119, +8613800000119",
        "+86-0576-88423466, +8657688423466",
        "+86 576 88423466, +8657688423466",
        "+1 202 555 0123, +12025550123",
        "+1234567, +1234567",
        "+123456789012345, +123456789012345"
    })
    void readsOneCompleteNumber(String raw, String e164) {
        assertThat(Phone.e164(raw)).contains(e164);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "无",
                "/",
                "12800000119",
                "1380000011",
                "138000001190",
                "88423466",
                "0576-884234",
                "0576-884234667",
                "0576-08423466",
                "0276-88423466",
                "010-6234567",
                "+123456",
                "+1234567890123456",
                "+0123456789",
                "++8613800000119",
                "13800000119/13800000120",
                "电话13800000119"
            })
    void refusesWhatIsNotOneNumber(String raw) {
        assertThat(Phone.e164(raw)).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "+8613800000119, true",
        "+8619900000119, true",
        "+8612800000119, false",
        "+8657688423466, false",
        "13800000119, false",
        "+86138000001190, false"
    })
    void tellsMobiles(String e164, boolean mobile) {
        assertThat(Phone.isMobile(e164)).isEqualTo(mobile);
    }

    @ParameterizedTest(name = "{0} shows as {1}")
    @CsvSource({
        "+8613800000000, 138****0000",
        "+8619912345678, 199****5678",
        "+8657688423466, **********3466",
        "12345, *2345",
        "1234, ****",
        "123, ***",
        "'', ''"
    })
    void showsTheLastFourDigits(String e164, String masked) {
        assertThat(Phone.masked(e164)).isEqualTo(masked);
    }
}
