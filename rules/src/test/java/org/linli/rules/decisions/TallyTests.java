package org.linli.rules.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.linli.rules.decisions.Tallies.tally;
import static org.linli.rules.decisions.Tallies.weight;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TallyTests {
    @ParameterizedTest
    @CsvSource({
        "10/10, 5/5, 6/5",
        "10/10, 5/5, 5/6",
        "10/10, 11/5, 5/5",
        "10/10, 5/11, 5/5",
        "0/10, 0/0, 0/0",
        "10/0, 0/0, 0/0"
    })
    void refusesWhatNoCountCanYield(String total, String voted, String agreed) {
        assertThatIllegalArgumentException().isThrownBy(() -> tally(total, voted, agreed));
    }

    @ParameterizedTest
    @CsvSource({
        "10/10, 5/5, 6/5, MORE_AGREED_THAN_VOTED, AREA",
        "10/10, 5/5, 5/6, MORE_AGREED_THAN_VOTED, HEADS",
        "10/10, 11/5, 5/5, MORE_VOTED_THAN_MAY_VOTE, AREA",
        "10/10, 5/11, 5/5, MORE_VOTED_THAN_MAY_VOTE, HEADS",
        "0/10, 0/0, 0/0, NOBODY, AREA",
        "10/0, 0/0, 0/0, NOBODY, HEADS"
    })
    void saysWhatIsWrongAndWhere(String total, String voted, String agreed, Tally.Problem problem, Axis axis) {
        assertThat(Tally.problems(weight(total), weight(voted), weight(agreed)))
                .containsExactly(new Tally.Finding(problem, axis));
    }

    @Test
    void everybodyMayVoteAndAgree() {
        assertThat(tally("1/1", "1/1", "1/1").agreed()).isEqualTo(new Weight(1, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1/0", "0/-1", "1000000000001/1"})
    void refusesWhatIsNoWeight(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> weight(text));
    }

    @Test
    void weightsAddUpOnBothAxes() {
        assertThat(weight("30/3").plus(weight("12/2"))).isEqualTo(weight("42/5"));
        assertThat(weight("42/5").minus(weight("12/2"))).isEqualTo(weight("30/3"));
        assertThat(weight("42/5").minus(weight("42/5"))).isEqualTo(Weight.ZERO);
        assertThat(weight("7/5").on(Axis.AREA)).isEqualTo(7);
        assertThat(weight("7/5").on(Axis.HEADS)).isEqualTo(5);
        assertThat(weight("1000000000000/1").areaDm2()).isEqualTo(Weight.MAX_AREA_DM2);
        assertThatIllegalArgumentException().isThrownBy(() -> weight("1/1").minus(weight("2/1")));
        assertThatIllegalArgumentException().isThrownBy(() -> weight("1/1").plus(new Weight(Weight.MAX_AREA_DM2, 1)));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> weight("1/1").plus(new Weight(1, Integer.MAX_VALUE)));
    }

    @ParameterizedTest
    @EnumSource(Threshold.class)
    void aThresholdOfNothingIsNeverMet(Threshold threshold) {
        assertThat(threshold.isMet(Weight.ZERO, Weight.ZERO)).isFalse();
        assertThat(threshold.isMet(weight("0/1"), weight("0/1"))).isFalse();
        assertThat(threshold.isMet(weight("1/0"), weight("1/0"))).isFalse();
        assertThat(threshold.isMet(weight("1/1"), weight("1/1"))).isTrue();
        assertThat(threshold.least(0)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"MORE_THAN_HALF, 1, 2, false", "TWO_THIRDS, 2, 3, true", "THREE_QUARTERS, 3, 4, true"})
    void thresholdsTellTheirShare(Threshold threshold, int numerator, int denominator, boolean inclusive) {
        assertThat(threshold.numerator()).isEqualTo(numerator);
        assertThat(threshold.denominator()).isEqualTo(denominator);
        assertThat(threshold.isInclusive()).isEqualTo(inclusive);
    }
}
