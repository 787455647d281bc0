package org.linli.figures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.platform.ids.DivisionCode;

/** How many more are needed is exact: one fewer would miss the target. */
class LackingTests {

    @ParameterizedTest(name = "{0} / {1} against {2}: {3}")
    @CsvSource({
        "1043, 1215, 8500, -10",
        "1043, 1215, 9000, 51",
        "17, 20, 8500, 0",
        "16, 20, 8500, 1",
        "0, 3, 3333, 1",
        "1, 3, 3334, 1",
        "3, 3, 10000, 0"
    })
    void countsWhatIsMissing(long numerator, long denominator, int target, long lacking) {
        FigureValue value = FigureValue.share(new DivisionCode("3310"), numerator, denominator);

        assertThat(value.lacking(target)).isEqualTo(lacking);
    }

    @ParameterizedTest(name = "{0} with target {1}")
    @CsvSource(
            nullValues = "-",
            value = {"0, 8500", "-, 8500", "20, -"})
    void saysNothingWithoutATargetOrAWhole(Long denominator, Integer target) {
        FigureValue value = new FigureValue(new DivisionCode("3310"), 0, denominator, java.util.List.of());

        assertThat(value.lacking(target)).isNull();
    }
}
