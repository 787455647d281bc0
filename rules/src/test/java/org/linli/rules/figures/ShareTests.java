package org.linli.rules.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareTests {
    private static final long LARGE = 100_000_000_000_000L;

    @ParameterizedTest(name = "{0}/{1} is {2} %")
    @CsvSource({
        "1043, 1215, 85.8",
        "1043, 1216, 85.8",
        "844, 1169, 72.2",
        "897, 986, 91.0",
        "897, 1043, 86.0",
        "895, 1043, 85.8",
        "696, 964, 72.2",
        "0, 7, 0.0",
        "7, 7, 100.0",
        "1, 2000, 0.1", // exactly 0.05 rounds up
        "1, 2001, 0.0",
        "3, 2000, 0.2", // exactly 0.15 rounds up, not to even
        "5, 2000, 0.3",
        "1999, 2000, 100.0",
        "1998, 2000, 99.9",
        "49999999999999, 100000000000000, 50.0",
        "100000000000000, 100000000000000, 100.0",
        "85850000000000, 100000000000000, 85.9",
        "85849999999999, 100000000000000, 85.8"
    })
    void percentagesAreRoundedHalfUpToATenth(long numerator, long denominator, String percent) {
        assertThat(new Share(numerator, denominator).percent()).contains(percent);
        assertThat(Share.percentOf(numerator, denominator)).isEqualTo(percent);
    }

    @Test
    void anEmptyPopulationHasNoPercentageAndReachesNothing() {
        assertThat(new Share(0, 0).percent()).isEmpty();
        assertThat(Share.percentOf(0, 0)).isEqualTo("—");
        assertThat(new Share(0, 0).reaches(0)).isFalse();
    }

    @ParameterizedTest(name = "{0}/{1}")
    @CsvSource({"-1, 5", "6, 5", "1, 0", "-2, -1", "0, -1"})
    void refusesWhatIsNoShare(long numerator, long denominator) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Share(numerator, denominator));
    }

    @Test
    void overflowsAloudAndNeverSilently() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> new Share(Long.MAX_VALUE, Long.MAX_VALUE).percent());
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> new Share(Long.MAX_VALUE, Long.MAX_VALUE).reaches(1));
    }

    @ParameterizedTest(name = "{0}/{1} reaches {2} bp: {3}")
    @CsvSource({
        "858, 1000, 8580, true",
        "858, 1000, 8581, false",
        "857, 1000, 8580, false",
        "1043, 1215, 8584, true",
        "1043, 1215, 8585, false",
        "0, 5, 0, true",
        "0, 5, 1, false",
        "5, 5, 10000, true",
        "4, 5, 10000, false",
        "100000000000000, 100000000000000, 10000, true",
        "99999999999999, 100000000000000, 10000, false"
    })
    void reachesIsExact(long numerator, long denominator, int basisPoints, boolean reaches) {
        assertThat(new Share(numerator, denominator).reaches(basisPoints)).isEqualTo(reaches);
    }

    @Test
    void refusesBasisPointsOutOfRange() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Share(1, 2).reaches(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Share(1, 2).reaches(10_001));
    }

    @Test
    void sortsByValueWithEmptyPopulationsFirst() {
        Share none = new Share(0, 0);
        Share zero = new Share(0, 3);
        Share half = new Share(2, 4);
        Share more = new Share(LARGE / 2 + 1, LARGE);
        Share whole = new Share(Long.MAX_VALUE, Long.MAX_VALUE);

        assertThat(List.of(whole, more, none, half, zero).stream().sorted())
                .containsExactly(none, zero, half, more, whole);
        assertThat(half).isEqualByComparingTo(new Share(1, 2)).isNotEqualTo(new Share(1, 2));
        assertThat(none).isEqualByComparingTo(new Share(0, 0));
        assertThat(zero.compareTo(none)).isPositive();
        assertThat(none.compareTo(whole)).isNegative();
        assertThat(new Share(Long.MAX_VALUE - 1, Long.MAX_VALUE)).isLessThan(whole);
    }

    @Test
    void agreesWithArithmeticOfAnySize() {
        for (int seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            Share share = randomShare(random);
            Share other = randomShare(random);
            BigDecimal percent = new BigDecimal(share.numerator())
                    .multiply(BigDecimal.valueOf(100))
                    .divide(new BigDecimal(share.denominator()), 1, RoundingMode.HALF_UP);
            BigInteger left = BigInteger.valueOf(share.numerator()).multiply(BigInteger.valueOf(other.denominator()));
            BigInteger right = BigInteger.valueOf(other.numerator()).multiply(BigInteger.valueOf(share.denominator()));

            assertThat(share.percent()).as("seed %d, %s", seed, share).contains(percent.toPlainString());
            assertThat(share.compareTo(other))
                    .as("seed %d, %s and %s", seed, share, other)
                    .isEqualTo(left.compareTo(right));
        }
    }

    private static Share randomShare(Random random) {
        long bound = 1L << (1 + random.nextInt(46));
        long denominator = 1 + random.nextLong(bound);
        return new Share(random.nextLong(denominator + 1), denominator);
    }
}
