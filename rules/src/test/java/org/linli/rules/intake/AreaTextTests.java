package org.linli.rules.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AreaTextTests {
    @ParameterizedTest(name = "{0} reads as {1}")
    @CsvSource({
        "26220.81, 2622081",
        "124121.83㎡, 12412183",
        "'92,354.31', 9235431",
        "'92，354.31', 9235431",
        "75545.68平方米, 7554568",
        "75545.68m2, 7554568",
        "75545.68 m², 7554568",
        "81910.0㎡, 8191000",
        "'1,234,567', 123456700",
        "５００, 50000",
        "+500, 50000",
        "500., 50000",
        "26220.8100, 2622081",
        "1.2412183E5, 12412183",
        "0, 0",
        "100000000, 10000000000",
        "100000000.01, TOO_LARGE",
        "3.5万㎡, 3500000 ?ten-thousands",
        "3.51234567万, TOO_PRECISE > 35123.46",
        "26220.809999999998, 2622081 ?float-tail",
        "26220.810000000001, 2622081 ?float-tail",
        "0.30000000000000004, 30 ?float-tail",
        "2.6220809999999998万, '2622081 ?ten-thousands,float-tail'",
        "26220.8099999, TOO_PRECISE > 26220.81",
        "26220.815, TOO_PRECISE > 26220.82",
        "0.001, TOO_PRECISE > 0.00",
        "约3万㎡, APPROXIMATE > 30000.00",
        "约 3 万 ㎡, APPROXIMATE > 30000.00",
        "3万左右, APPROXIMATE > 30000.00",
        "3万㎡上下, APPROXIMATE > 30000.00",
        "3万余㎡, APPROXIMATE > 30000.00",
        "3万多平方米, APPROXIMATE > 30000.00",
        "近3万, APPROXIMATE > 30000.00",
        "大约26220.815, APPROXIMATE > 26220.82",
        "30000+㎡, APPROXIMATE > 30000.00",
        "-5, NEGATIVE",
        "约-5, NEGATIVE",
        "'', blank",
        "/, blank",
        "无, blank",
        "'92,35', NOT_A_NUMBER",
        "'1,2345', NOT_A_NUMBER",
        "100-200, NOT_A_NUMBER",
        "50亩, NOT_A_NUMBER",
        "1277户, NOT_A_NUMBER",
        "㎡, NOT_A_NUMBER",
        "1E99, NOT_A_NUMBER",
        "0.00000000000000000000000000000000000000000000000000000000000000, 0",
        "0.000000000000000000000000000000000000000000000000000000000000000, NOT_A_NUMBER"
    })
    void readsAreas(String text, String expected) {
        assertThat(Readings.brief(AreaText.read(text))).isEqualTo(expected);
    }

    @Test
    void everyAreaIsReadBackInEachWriting() {
        for (int seed = 0; seed < 1_000; seed++) {
            long area = new Random(seed).nextLong(10_000_000_000L);
            String plain = area / 100 + "." + area / 10 % 10 + area % 10;
            String grouped = "%,d.%02d㎡".formatted(area / 100, area % 100);
            // What a spreadsheet writes after it kept the value as binary floating point.
            String floating = Double.toString(area / 100.0);

            assertThat(AreaText.read(plain)).as("seed %d", seed).isEqualTo(new Reading.Value<>(area, false, null));
            assertThat(AreaText.read(grouped)).as("seed %d", seed).isEqualTo(new Reading.Value<>(area, false, null));
            assertThat(AreaText.read(floating)).as("seed %d", seed).isEqualTo(new Reading.Value<>(area, false, null));
        }
    }

    @Test
    void sumsInFloatingPointAreReadToTheHundredth() {
        for (int seed = 0; seed < 1_000; seed++) {
            Random random = new Random(seed);
            long first = 1 + random.nextLong(100_000_000);
            long second = random.nextLong(100_000_000);
            String sum = Double.toString(first / 100.0 + second / 100.0);

            assertThat(AreaText.read(sum))
                    .as("seed %d, %s", seed, sum)
                    .isInstanceOfSatisfying(
                            Reading.Value.class,
                            value -> assertThat(value.value()).isEqualTo(first + second));
        }
    }
}
