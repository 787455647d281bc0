package org.linli.rules.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseRegistrationTests {
    private static final LocalDate AS_OF = LocalDate.of(2023, 11, 2);

    @Test
    void theVersionIsTheOnePublished() {
        assertThat(BaseRegistration.VERSION).isEqualTo("base-registration-2023.1");
    }

    @Test
    void aFullFileMissesNothing() {
        assertThat(BaseRegistration.missing(fileWithout(Set.of(), true))).isEmpty();
        assertThat(BaseRegistration.completenessPercent(fileWithout(Set.of(), true)))
                .isEqualTo(100);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"DIVISION", "STREET"})
    void eachGapIsFound(BaseField field) {
        BaseFile file = fileWithout(Set.of(field), true);

        assertThat(BaseRegistration.missing(file)).containsExactly(field);
        assertThat(BaseRegistration.completenessPercent(file)).isEqualTo(91); // 11 of 12 is 91.67
        assertThat(BaseRegistration.isComplete(file, AS_OF, AS_OF)).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "331002002001, ''",
        "33100200200, RESIDENTS_COMMITTEE",
        "331002002, RESIDENTS_COMMITTEE",
        "33100200, STREET RESIDENTS_COMMITTEE",
        "331002, STREET RESIDENTS_COMMITTEE",
        "33100, DIVISION STREET RESIDENTS_COMMITTEE",
        "3310, DIVISION STREET RESIDENTS_COMMITTEE",
        "'', DIVISION STREET RESIDENTS_COMMITTEE"
    })
    void theLengthOfTheDivisionCodeTellsWhatIsKnown(String divisionCode, String missing) {
        BaseFile file = new BaseFile("c", "n", divisionCode, "a", CommunityType.OLD, 1990, 1L, 1, 1, false, false);

        assertThat(String.join(
                        " ",
                        BaseRegistration.missing(file).stream().map(Enum::name).toList()))
                .isEqualTo(missing);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u3000", "\u00A0\t", "\uFEFF"})
    void blankTextIsMissing(String blank) {
        BaseFile file =
                new BaseFile(blank, blank, "331002002001", blank, CommunityType.OLD, 1990, 1L, 1, 1, false, false);

        assertThat(BaseRegistration.missing(file)).containsExactly(BaseField.CODE, BaseField.NAME, BaseField.ADDRESS);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void amountsBelowOneAreMissing(int amount) {
        BaseFile file = new BaseFile(
                "c", "n", "331002002001", "a", CommunityType.OLD, amount, (long) amount, amount, amount, false, false);

        assertThat(BaseRegistration.missing(file))
                .containsExactly(BaseField.YEAR_BUILT, BaseField.GFA, BaseField.BUILDINGS, BaseField.HOUSEHOLDS);
    }

    @Test
    void aContractIsAskedOnlyOfServedCommunities() {
        BaseFile unserved = fileWithout(Set.of(BaseField.CURRENT_CONTRACT), false);
        BaseFile served = fileWithout(Set.of(BaseField.CURRENT_CONTRACT), true);

        assertThat(BaseRegistration.missing(unserved)).isEmpty();
        assertThat(BaseRegistration.completenessPercent(unserved)).isEqualTo(100);
        assertThat(BaseRegistration.missing(served)).containsExactly(BaseField.CURRENT_CONTRACT);
    }

    @Test
    void completenessCountsOnlyWhatIsAsked() {
        BaseFile empty = fileWithout(EnumSet.allOf(BaseField.class), true);
        BaseFile unservedWithoutName = fileWithout(Set.of(BaseField.NAME), false);

        assertThat(BaseRegistration.completenessPercent(empty)).isZero();
        assertThat(BaseRegistration.completenessPercent(unservedWithoutName)).isEqualTo(90); // 10 of 11 is 90.9
    }

    @ParameterizedTest(name = "verified on {0} as of {1}: {2}")
    @CsvSource({
        "2023-11-02, 2023-11-02, true",
        "2023-11-03, 2023-11-02, false",
        "2022-11-02, 2023-11-02, true",
        "2022-11-01, 2023-11-02, false",
        "2023-02-28, 2024-02-29, true",
        "2023-02-27, 2024-02-29, false",
        ", 2023-11-02, false"
    })
    void aVerificationHoldsTwelveMonths(@Nullable LocalDate verifiedOn, LocalDate asOf, boolean verified) {
        assertThat(BaseRegistration.isVerified(verifiedOn, asOf)).isEqualTo(verified);
        assertThat(BaseRegistration.isComplete(fileWithout(Set.of(), true), verifiedOn, asOf))
                .isEqualTo(verified);
    }

    @ParameterizedTest(name = "service since {0}: due {1}")
    @CsvSource({"2023-10-03, true", "2023-10-04, false", "2020-01-01, true", "2023-11-03, false", ", false"})
    void registrationIsDueThirtyDaysAfterTheStart(@Nullable LocalDate serviceStart, boolean due) {
        assertThat(BaseRegistration.isDue(serviceStart, AS_OF)).isEqualTo(due);
    }

    @Test
    void missingFieldsCannotBeChanged() {
        Set<BaseField> missing = BaseRegistration.missing(fileWithout(Set.of(BaseField.NAME), true));

        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(missing::clear);
    }

    @Test
    void fillingAGapNeverLowersCompleteness() {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            EnumSet<BaseField> gaps = EnumSet.noneOf(BaseField.class);
            for (BaseField field : BaseField.values()) {
                if (random.nextBoolean()) {
                    gaps.add(field);
                }
            }
            boolean served = random.nextBoolean();
            int before = BaseRegistration.completenessPercent(fileWithout(gaps, served));
            gaps.remove(BaseField.values()[random.nextInt(12)]);

            assertThat(BaseRegistration.completenessPercent(fileWithout(gaps, served)))
                    .as("seed %d, gaps %s", seed, gaps)
                    .isBetween(before, 100);
        }
    }

    private static BaseFile fileWithout(Set<BaseField> gaps, boolean served) {
        return new BaseFile(
                gaps.contains(BaseField.CODE) ? null : "33100200200011",
                gaps.contains(BaseField.NAME) ? null : "枫叶府（东区）",
                divisionWithout(gaps),
                gaps.contains(BaseField.ADDRESS) ? null : "白云街道枫叶路1号",
                gaps.contains(BaseField.TYPE) ? null : CommunityType.COMMODITY,
                gaps.contains(BaseField.YEAR_BUILT) ? null : 2019,
                gaps.contains(BaseField.GFA) ? null : 2_622_081L,
                gaps.contains(BaseField.BUILDINGS) ? null : 5,
                gaps.contains(BaseField.HOUSEHOLDS) ? null : 239,
                served,
                !gaps.contains(BaseField.CURRENT_CONTRACT));
    }

    private static String divisionWithout(Set<BaseField> gaps) {
        if (gaps.contains(BaseField.DIVISION)) {
            return "3310";
        }
        if (gaps.contains(BaseField.STREET)) {
            return "331002";
        }
        return gaps.contains(BaseField.RESIDENTS_COMMITTEE) ? "331002002" : "331002002001";
    }
}
