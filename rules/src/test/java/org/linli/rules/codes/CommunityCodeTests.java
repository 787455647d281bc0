package org.linli.rules.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommunityCodeTests {
    /** Check digits worked by hand after Luhn. */
    @ParameterizedTest(name = "{0} no. {1} is {2}")
    @CsvSource({
        "331002002, 1, 33100200200011",
        "331002002, 2, 33100200200029",
        "331002002, 9999, 33100200299997",
        "000000000, 5, 00000000000059",
        "000799273, 9871, 00079927398713" // the textbook example 7992739871-3
    })
    void codesOfStreetAndSequence(String street, int sequence, String code) {
        assertThat(CommunityCode.of(street, sequence)).isEqualTo(code);
        assertThat(CommunityCode.problem(code)).isEmpty();
        assertThat(CommunityCode.street(code)).isEqualTo(street);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "'', LENGTH",
        "3310020020001, LENGTH",
        "331002002000110, LENGTH",
        "3310020020001X, FORMAT",
        "A3100200200011, FORMAT",
        "33100200200002, FORMAT",
        "33100200200010, CHECK",
        "33100200200020, CHECK"
    })
    void namesTheFirstProblem(String code, CodeProblem problem) {
        assertThat(CommunityCode.problem(code)).contains(problem);
        assertThatIllegalArgumentException().isThrownBy(() -> CommunityCode.street(code));
    }

    @Test
    void refusesStreetsAndSequencesOutOfShape() {
        assertThatIllegalArgumentException().isThrownBy(() -> CommunityCode.of("33100200", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> CommunityCode.of("3310020021", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> CommunityCode.of("33100200A", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> CommunityCode.of("331002002", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> CommunityCode.of("331002002", 10_000));
    }

    @Test
    void everySingleWrongDigitIsFound() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            String code =
                    CommunityCode.of(Integer.toString(331_002_001 + random.nextInt(900)), 1 + random.nextInt(9999));
            int place = random.nextInt(14);
            char wrong = (char) ('0' + (code.charAt(place) - '0' + 1 + random.nextInt(9)) % 10);
            String damaged = code.substring(0, place) + wrong + code.substring(place + 1);
            assertThat(CommunityCode.problem(damaged))
                    .as("seed %d, %s, place %d", seed, damaged, place)
                    .isPresent();
        }
    }
}
