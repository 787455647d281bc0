package org.linli.rules.codes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MasksTests {
    @ParameterizedTest(name = "{0} shows as {1}")
    @CsvSource({"张三丰, 张**", "张三, 张*", "张, *", "'', ''", "欧阳娜娜, 欧***", "𠮷田, 𠮷*", "𠮷, *"})
    void namesKeepTheirFirstCharacter(String name, String masked) {
        assertThat(Masks.name(name)).isEqualTo(masked);
    }

    @ParameterizedTest(name = "{0} shows as {1}")
    @CsvSource({
        "331002199001010018, 331002********0018",
        "11010519491231002X, 110105********002X",
        "E12345678, *********",
        "'', ''"
    })
    void residentIdsKeepDivisionAndLastFour(String id, String masked) {
        assertThat(Masks.residentId(id)).isEqualTo(masked);
    }
}
