package org.linli.rules.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.rules.decisions.Tallies.tally;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoubleMajorityTests {
    /** The worked examples of the domain reference a.11; rows 15 and 16 are deemed tallies and stand in DeemingTests. */
    @ParameterizedTest(name = "row {0}: {1} of {2}, {3} voted, {4} agreed is {5}")
    @CsvSource({
        "1, ORDINARY, 2400000/300, 1600000/200, 800001/101, PASSED",
        "2, ORDINARY, 2400000/300, 1599999/200, 1599999/200, NO_VALID_DECISION",
        "3, ORDINARY, 2400000/300, 1600000/199, 1600000/199, NO_VALID_DECISION",
        "4, ORDINARY, 2400000/300, 1600000/200, 800000/101, REJECTED", // exactly half is not 过半数
        "5, ORDINARY, 2400000/300, 1600000/200, 800001/100, REJECTED",
        "6, SPECIAL, 2400000/300, 1600000/200, 1200000/150, PASSED", // exactly three quarters counts
        "7, SPECIAL, 2400000/300, 1600000/200, 1200000/149, REJECTED",
        "8, SPECIAL, 2400000/300, 1600000/200, 1199999/150, REJECTED",
        "9, ORDINARY, 2400000/300, 2000000/250, 1000001/126, PASSED",
        "10, ORDINARY, 2400000/300, 2000000/250, 950000/120, REJECTED", // 100 abstained and stay in the denominator
        "11a, ORDINARY, 2400000/301, 1600000/200, 1600000/200, NO_VALID_DECISION",
        "11b, ORDINARY, 2400000/301, 1600000/201, 1600000/201, PASSED",
        "12a, SPECIAL, 2400000/301, 1600000/201, 1600000/150, REJECTED",
        "12b, SPECIAL, 2400000/301, 1600000/201, 1600000/151, PASSED",
        "13a, ORDINARY, 2400000/301, 1600000/201, 1600000/100, REJECTED",
        "13b, ORDINARY, 2400000/301, 1600000/201, 1600000/101, PASSED",
        "14a, ORDINARY, 2400000/300, 0/0, 0/0, NO_VALID_DECISION",
        "14b, SPECIAL, 2400000/300, 0/0, 0/0, NO_VALID_DECISION"
    })
    void decidesTheWorkedExamples(
            String row, DecisionClass decisionClass, String total, String voted, String agreed, Outcome expected) {
        Verdict verdict = DoubleMajority.decide(decisionClass, tally(total, voted, agreed));

        assertThat(verdict.outcome()).as("row %s", row).isEqualTo(expected);
        assertThat(verdict.isPassed()).isEqualTo(expected == Outcome.PASSED);
        assertThat(verdict.tally()).isEqualTo(tally(total, voted, agreed));
        assertThat(verdict.decisionClass()).isEqualTo(decisionClass);
    }

    @Test
    void explainsWithFourFractionsAndTheirDistances() {
        Verdict verdict =
                DoubleMajority.decide(DecisionClass.SPECIAL, tally("2400000/301", "1599999/201", "1200000/150"));

        assertThat(verdict.fractions())
                .extracting(f -> "%s %s %s %d/%d, least %d, distance %d, %s"
                        .formatted(
                                f.step(),
                                f.axis(),
                                f.threshold(),
                                f.part(),
                                f.whole(),
                                f.least(),
                                f.distance(),
                                f.isMet()))
                .containsExactly(
                        "QUORUM AREA TWO_THIRDS 1599999/2400000, least 1600000, distance -1, false",
                        "QUORUM HEADS TWO_THIRDS 201/301, least 201, distance 0, true",
                        "CONSENT AREA THREE_QUARTERS 1200000/1599999, least 1200000, distance 0, true",
                        "CONSENT HEADS THREE_QUARTERS 150/201, least 151, distance -1, false");
    }

    @Test
    void theLargestLegalAreaDoesNotOverflow() {
        long most = Weight.MAX_AREA_DM2;
        Weight all = new Weight(most, Integer.MAX_VALUE);

        assertThat(DoubleMajority.decide(DecisionClass.SPECIAL, new Tally(all, all, all))
                        .isPassed())
                .isTrue();
        assertThat(DoubleMajority.decide(
                                DecisionClass.SPECIAL,
                                new Tally(all, all, new Weight(most / 4 * 3 - 1, Integer.MAX_VALUE)))
                        .fractions()
                        .get(2)
                        .distance())
                .isEqualTo(-1);
    }

    @Test
    void agreesWithArithmeticOfAnySize() {
        for (int seed = 0; seed < 5_000; seed++) {
            Tally tally = Tallies.random(new Random(seed));
            for (DecisionClass decisionClass : DecisionClass.values()) {
                assertThat(DoubleMajority.decide(decisionClass, tally).outcome())
                        .as("seed %d, %s, %s", seed, decisionClass, tally)
                        .isEqualTo(byFractions(decisionClass, tally));
            }
        }
    }

    @Test
    void oneMoreAgreeingOwnerNeverDefeatsADecision() {
        for (int seed = 0; seed < 5_000; seed++) {
            Tally tally = Tallies.random(new Random(seed));
            Weight more = new Weight(
                    Math.min(tally.agreed().areaDm2() + 1, tally.voted().areaDm2()),
                    Math.min(tally.agreed().heads() + 1, tally.voted().heads()));
            for (DecisionClass decisionClass : DecisionClass.values()) {
                Verdict before = DoubleMajority.decide(decisionClass, tally);
                Verdict after = DoubleMajority.decide(decisionClass, new Tally(tally.total(), tally.voted(), more));

                assertThat(!before.isPassed() || after.isPassed())
                        .as("seed %d, %s, %s", seed, decisionClass, tally)
                        .isTrue();
            }
        }
    }

    @Test
    void theUnitOfMeasureDoesNotMatter() {
        for (int seed = 0; seed < 5_000; seed++) {
            Random random = new Random(seed);
            Tally tally = Tallies.random(random);
            int scale = 2 + random.nextInt(1_000);
            Tally scaled = new Tally(
                    scaled(tally.total(), scale), scaled(tally.voted(), scale), scaled(tally.agreed(), scale));
            for (DecisionClass decisionClass : DecisionClass.values()) {
                assertThat(DoubleMajority.decide(decisionClass, scaled).outcome())
                        .as("seed %d, ×%d, %s, %s", seed, scale, decisionClass, tally)
                        .isEqualTo(DoubleMajority.decide(decisionClass, tally).outcome());
            }
        }
    }

    @Test
    void theDistanceIsWhatOneWouldHaveToAdd() {
        for (int seed = 0; seed < 5_000; seed++) {
            Tally tally = Tallies.random(new Random(seed));
            List<Fraction> fractions = Stream.of(DecisionClass.values())
                    .flatMap(decisionClass -> DoubleMajority.decide(decisionClass, tally).fractions().stream())
                    .toList();
            for (Fraction f : fractions) {
                Fraction enough = new Fraction(f.step(), f.axis(), f.threshold(), f.part() - f.distance(), f.whole());
                Fraction oneLess = new Fraction(f.step(), f.axis(), f.threshold(), enough.part() - 1, f.whole());

                assertThat(f.isMet()).as("seed %d, %s", seed, f).isEqualTo(f.whole() > 0 && f.distance() >= 0);
                assertThat(enough.isMet()).as("seed %d, %s", seed, f).isEqualTo(f.whole() > 0);
                assertThat(oneLess.isMet()).as("seed %d, %s", seed, f).isFalse();
            }
        }
    }

    private static Weight scaled(Weight weight, int scale) {
        return new Weight(weight.areaDm2() * scale, weight.heads() * scale);
    }

    private static Outcome byFractions(DecisionClass decisionClass, Tally tally) {
        boolean quorum = compare(tally.voted(), tally.total(), Axis.AREA, 2, 3) >= 0
                && compare(tally.voted(), tally.total(), Axis.HEADS, 2, 3) >= 0;
        if (!quorum) {
            return Outcome.NO_VALID_DECISION;
        }
        boolean consent = decisionClass == DecisionClass.ORDINARY
                ? compare(tally.agreed(), tally.voted(), Axis.AREA, 1, 2) > 0
                        && compare(tally.agreed(), tally.voted(), Axis.HEADS, 1, 2) > 0
                : compare(tally.agreed(), tally.voted(), Axis.AREA, 3, 4) >= 0
                        && compare(tally.agreed(), tally.voted(), Axis.HEADS, 3, 4) >= 0;
        return consent ? Outcome.PASSED : Outcome.REJECTED;
    }

    private static int compare(Weight part, Weight whole, Axis axis, int numerator, int denominator) {
        return BigInteger.valueOf(part.on(axis))
                .multiply(BigInteger.valueOf(denominator))
                .compareTo(BigInteger.valueOf(whole.on(axis)).multiply(BigInteger.valueOf(numerator)));
    }
}
