package org.linli.rules.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeeTextTests {
    @ParameterizedTest(name = "{0} reads as {1}")
    @CsvSource({
        "1.50, 1.50",
        "1.2, 1.20",
        "１．２, 1.20",
        "2, 2.00",
        "0.45元, 0.45",
        "1.2元/㎡·月, 1.20",
        "1.2元/㎡/月, 1.20",
        "1.2元/月·㎡, NOT_A_NUMBER",
        "1.2元/平方米·月, 1.20",
        "1.2元每平方米每月, 1.20",
        "1.2元/m2.月, 1.20",
        "1.20000, 1.20",
        "100, 100.00",
        "100.01, TOO_LARGE",
        "0, 0.00",
        "多层0.8/高层1.6, 多层 0.80 / 高层 1.60",
        "多层0.8元/㎡，高层1.6元/㎡, 多层 0.80 / 高层 1.60",
        "多层：0.8；高层：1.6, 多层 0.80 / 高层 1.60",
        "多层0.8、高层1.6、商铺3, 多层 0.80 / 高层 1.60 / 商铺 3.00",
        "多层0.8高层1.6, 多层 0.80 / 高层 1.60",
        "多层 0.80 / 高层 1.60, 多层 0.80 / 高层 1.60",
        "高层(含电梯)1.6, 高层(含电梯) 1.60",
        "0.8/1.6, 0.80 / 1.60 ?unlabelled-tiers",
        "多层0.8/1.6, 多层 0.80 / 1.60 ?unlabelled-tiers",
        "1.2000000000000002, 1.20 ?float-tail",
        "1.255, TOO_PRECISE > 1.26",
        "多层0.8/高层1.655, TOO_PRECISE > 多层 0.80 / 高层 1.66",
        "约1.2元, APPROXIMATE > 1.20",
        "1.2元左右, APPROXIMATE > 1.20",
        "约1.255, APPROXIMATE > 1.26",
        "约101, TOO_LARGE",
        "-1.2, NEGATIVE",
        "多层-1.2, NEGATIVE",
        "1.2-1.5, NOT_A_NUMBER",
        "1.2元-1.5元, NOT_A_NUMBER",
        "多层, NOT_A_NUMBER",
        "0.8/高层, NOT_A_NUMBER",
        "120元/户, NOT_A_NUMBER",
        "/1.2, NOT_A_NUMBER",
        "约, NOT_A_NUMBER",
        "/, blank",
        "'', blank"
    })
    void readsFees(String text, String expected) {
        assertThat(brief(FeeText.read(text))).isEqualTo(expected);
    }

    @Test
    void canonicalTextIsReadBack() {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            List<FeeTier> tiers = new ArrayList<>();
            for (String label : List.of("多层", "高层", "别墅(联排)").subList(0, 1 + random.nextInt(3))) {
                tiers.add(new FeeTier(label, random.nextLong(10_001)));
            }

            assertThat(FeeText.read(FeeText.format(tiers)))
                    .as("seed %d, %s", seed, tiers)
                    .isEqualTo(new Reading.Value<>(tiers, false, null));
        }
        assertThat(FeeText.format(List.of(new FeeTier(null, 45)))).isEqualTo("0.45");
        assertThat(FeeText.format(List.of())).isEmpty();
    }

    @Test
    void aFeeIsNotNegative() {
        assertThat(new FeeTier(null, 0).fen()).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> new FeeTier(null, -1));
    }

    private static String brief(Reading<List<FeeTier>> reading) {
        if (reading instanceof Reading.Value<List<FeeTier>>(List<FeeTier> tiers, boolean guessed, var note)) {
            return Readings.brief(new Reading.Value<>(FeeText.format(tiers), guessed, note));
        }
        return Readings.brief(reading);
    }
}
