package org.linli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTests {

    @ParameterizedTest(name = "of 1 to {0} ms the percentile {1} is {2} ms")
    @CsvSource({"300, 50, 150", "300, 95, 285", "300, 100, 300", "20, 95, 19", "21, 95, 20", "1, 50, 1", "1, 95, 1"})
    void takesTheNearestRank(int count, int percent, double expectedMs) {
        Times times = new Times(1);
        for (int i = count; i >= 1; i--) {
            times.add(i * 1_000_000L);
        }

        assertThat(times.percentileMs(percent)).isEqualTo(expectedMs);
    }

    @Test
    void hasNoPercentileOfNothing() {
        assertThatIllegalStateException().isThrownBy(() -> new Times(3).medianMs());
    }
}
