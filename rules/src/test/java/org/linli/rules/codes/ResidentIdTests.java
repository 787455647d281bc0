package org.linli.rules.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResidentIdTests {
    @ParameterizedTest(name = "{0} born {1}")
    @CsvSource({
        "11010519491231002X, 1949-12-31",
        "11010519491231002x, 1949-12-31",
        "440524188001010014, 1880-01-01",
        "331002199001010018, 1990-01-01"
    })
    void soundNumbersTellTheDayOfBirth(String number, LocalDate born) {
        assertThat(ResidentId.problem(number)).isEmpty();
        assertThat(ResidentId.birthDate(number)).isEqualTo(born);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "'', LENGTH",
        "33100219900101001, LENGTH",
        "3310021990010100188, LENGTH",
        "33100219900101001A, FORMAT",
        "3310021990010100X8, FORMAT",
        "A31002199001010018, FORMAT",
        "331002199013010018, DATE",
        "331002199000010018, DATE",
        "331002199001000018, DATE",
        "331002199002300017, DATE", // the check digit is right, the thirtieth of February is not
        "331002190002290018, DATE", // 1900 was no leap year
        "331002184912310018, DATE",
        "331002199001010017, CHECK",
        "33100219900101001X, CHECK",
        "331002199001020018, CHECK"
    })
    void namesTheFirstProblem(String number, CodeProblem problem) {
        assertThat(ResidentId.problem(number)).contains(problem);
    }

    @Test
    void thirtiethOfFebruaryFailsAlthoughItsCheckDigitIsRight() {
        assertThat(ResidentId.checkCharacter("33100219900230001")).isEqualTo('7');
        assertThat(ResidentId.problem("331002199002300017")).contains(CodeProblem.DATE);
    }

    @Test
    void theYear1850IsTheFirstOne() {
        String first17 = "33100218500101001";
        String number = first17 + ResidentId.checkCharacter(first17);

        assertThat(ResidentId.problem(number)).isEmpty();
    }

    @Test
    void unknownDivisionsAndLeapDaysAreSound() {
        String first17 = "99999920000229001";
        String number = first17 + ResidentId.checkCharacter(first17);

        assertThat(ResidentId.problem(number)).isEmpty();
        assertThat(ResidentId.birthDate(number)).isEqualTo(LocalDate.of(2000, 2, 29));
    }

    @Test
    void readsFullWidthLowerCaseSpacesAndDashes() {
        assertThat(ResidentId.normalise(" １１０１０５ 19491231-002ｘ\u3000")).isEqualTo("11010519491231002X");
    }

    @Test
    void refusalsDoNotRepeatTheNumber() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ResidentId.birthDate("331002199001010017"))
                .withMessageContaining("CHECK")
                .withMessageNotContaining("331002");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ResidentId.checkCharacter("3310021990010100"))
                .withMessageNotContaining("331002");
        assertThatIllegalArgumentException().isThrownBy(() -> ResidentId.checkCharacter("3310021990010100X"));
    }

    @Test
    void everySingleWrongDigitIsFound() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            LocalDate born = LocalDate.of(1900, 1, 1).plusDays(random.nextInt(45_000));
            String first17 = "331002%04d%02d%02d%03d"
                    .formatted(born.getYear(), born.getMonthValue(), born.getDayOfMonth(), random.nextInt(1000));
            String number = first17 + ResidentId.checkCharacter(first17);
            assertThat(ResidentId.birthDate(number)).as("seed %d", seed).isEqualTo(born);
            int place = random.nextInt(17);
            char wrong = (char) ('0' + (number.charAt(place) - '0' + 1 + random.nextInt(9)) % 10);
            String damaged = number.substring(0, place) + wrong + number.substring(place + 1);
            assertThat(ResidentId.problem(damaged))
                    .as("seed %d, %s, place %d", seed, damaged, place)
                    .isPresent();
        }
    }
}
