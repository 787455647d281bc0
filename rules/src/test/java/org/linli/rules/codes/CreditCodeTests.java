package org.linli.rules.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodeTests {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "91330100799655058B",
                "914403001922038216",
                "9144030071526726XG",
                "51420000MJH2003604",
                "91331002A000000113"
            })
    void publicCodesAreSound(String code) {
        assertThat(CreditCode.problem(code)).isEmpty();
        assertThat(CreditCode.complete(code.substring(0, 8), code.substring(8, 16)))
                .isEqualTo(code);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "'', LENGTH",
        "91330100799655058, LENGTH",
        "91330100799655058BB, LENGTH",
        "91330100799655058I, ALPHABET",
        "O1330100799655058B, ALPHABET",
        "91330100S99655058B, ALPHABET",
        "91330100V99655058B, ALPHABET",
        "91330100Z99655058B, ALPHABET",
        "91330100799655058b, ALPHABET",
        "91A30100799655058B, FORMAT",
        "9133010A799655058B, FORMAT",
        "91330100799655057B, ORGANISATION_CHECK",
        "91330100799655158B, ORGANISATION_CHECK",
        "91330100799655058C, CHECK",
        "92330100799655058B, CHECK"
    })
    void namesTheFirstProblem(String code, CodeProblem problem) {
        assertThat(CreditCode.problem(code)).contains(problem);
    }

    @Test
    void whatWouldBeRightDiffersInTheCheckCharactersAlone() {
        assertThat(CreditCode.repaired("91330100799655058C")).contains("91330100799655058B");
        assertThat(CreditCode.repaired("91330100799655059B")).contains("91330100799655058B");
        assertThat(CreditCode.repaired("91330100799655058B")).isEmpty();
        assertThat(CreditCode.repaired("9133010079965505")).isEmpty();
        assertThat(CreditCode.repaired("91A30100799655058B")).isEmpty();
        assertThat(CreditCode.repaired("9I330100799655058B")).isEmpty();
    }

    @Test
    void readsFullWidthLowerCaseSpacesAndDashes() {
        assertThat(CreditCode.normalise(" ９１３３０１００ 799655058－b\u00A0")).isEqualTo("91330100799655058B");
        assertThat(CreditCode.normalise("9133—0100–7996−55058B\u200B")).isEqualTo("91330100799655058B");
    }

    @ParameterizedTest(name = "{0} takes {1}")
    @CsvSource({"79965505, 8", "19220382, 1", "71526726, X", "MJH20036, 0", "00000000, 0", "A0000001, 1"})
    void organisationCheckFollowsTheStandard(String first8, char check) {
        assertThat(CreditCode.organisationCheck(first8)).isEqualTo(check);
    }

    @Test
    void completedCodesAreSoundAndEverySingleWrongCharacterIsFound() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            String code = CreditCode.complete("91" + digits(random, 6), characters(random, 8));
            assertThat(CreditCode.problem(code)).as("seed %d, %s", seed, code).isEmpty();
            int place = random.nextInt(18);
            char wrong = ALPHABET.charAt((ALPHABET.indexOf(code.charAt(place)) + 1 + random.nextInt(30)) % 31);
            String damaged = code.substring(0, place) + wrong + code.substring(place + 1);
            assertThat(CreditCode.problem(damaged))
                    .as("seed %d, %s, place %d", seed, damaged, place)
                    .isPresent();
        }
    }

    @Test
    void refusesPartsOfTheWrongShape() {
        assertThatIllegalArgumentException().isThrownBy(() -> CreditCode.checkCharacter("9133010079965505"));
        assertThatIllegalArgumentException().isThrownBy(() -> CreditCode.checkCharacter("9133010079965505I"));
        assertThatIllegalArgumentException().isThrownBy(() -> CreditCode.organisationCheck("7996550"));
        assertThatIllegalArgumentException().isThrownBy(() -> CreditCode.organisationCheck("799655055"));
        assertThatIllegalArgumentException().isThrownBy(() -> CreditCode.complete("9133100", "A0000001"));
        assertThatIllegalArgumentException().isThrownBy(() -> CreditCode.complete("9133100A", "A0000001"));
        assertThatIllegalArgumentException().isThrownBy(() -> CreditCode.complete("91A31002", "A0000001"));
        assertThatIllegalArgumentException().isThrownBy(() -> CreditCode.complete("91331002", "A000001"));
    }

    private static String digits(Random random, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append((char) ('0' + random.nextInt(10)));
        }
        return text.toString();
    }

    private static String characters(Random random, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
