package org.linli.rules.codes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RealEstateUnitCodeTests {
    @ParameterizedTest
    @ValueSource(chars = {'F', 'L', 'Q', 'W'})
    void everyFixtureFeatureIsSound(char feature) {
        assertThat(RealEstateUnitCode.problem("331002001001GB00001" + feature + "00010101"))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "'', LENGTH",
        "331002001001GB00001F0001010, LENGTH",
        "331002001001GB00001F000101011, LENGTH",
        "331002001001GB00001H00010101, FORMAT",
        "331002001001G100001F00010101, FORMAT",
        "33100200100AGB00001F00010101, FORMAT",
        "331002001001gb00001F00010101, FORMAT",
        "331002001001GB00001F0001010A, FORMAT",
        "331002001001GB0000１F00010101, FORMAT"
    })
    void namesTheProblem(String code, CodeProblem problem) {
        assertThat(RealEstateUnitCode.problem(code)).contains(problem);
    }

    @Test
    void readsFullWidthLowerCaseAndSpaces() {
        assertThat(RealEstateUnitCode.normalise("331002 001001 gb00001 ｆ00010101"))
                .isEqualTo("331002001001GB00001F00010101");
    }
}
