package org.linli.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTests {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest(name = "at second {0} the code is {1}")
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void agreesWithTheVectorsOfRfc6238(long second, String code) {
        assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(second)), 8))
                .isEqualTo(code);
    }

    @ParameterizedTest(name = "a code {0} steps away is accepted: {1}")
    @CsvSource({"-2, false", "-1, true", "0, true", "1, true", "2, false"})
    void acceptsOneStepOfDrift(int distance, boolean accepted) {
        Instant now = Instant.ofEpochSecond(1_000_000_000);

        assertThat(Totp.accept(SECRET, Totp.code(SECRET, Totp.step(now) + distance), now, null)
                        .isPresent())
                .isEqualTo(accepted);
    }

    @Test
    void aStepWorksOnce() {
        Instant now = Instant.ofEpochSecond(1_000_000_000);
        long step = Totp.step(now);

        assertThat(Totp.accept(SECRET, Totp.code(SECRET, step), now, step)).isEmpty();
        assertThat(Totp.accept(SECRET, Totp.code(SECRET, step), now, step - 1)).hasValue(step);
    }

    @Test
    void writesTheSecretInBase32() {
        assertThat(Totp.base32("foobar".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YTBOI");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "138 0000 0000, +8613800000000",
        "+86-138-0000-0000, +8613800000000",
        "8613800000000, +8613800000000",
        "0044 20 7946 0000, +442079460000",
        "12345, ",
        "+0123456789, ",
        "drop table, "
    })
    void readsPhoneNumbersAsPeopleTypeThem(String typed, String e164) {
        assertThat(Phone.parse(typed).map(Phone::e164).orElse(null)).isEqualTo(e164);
    }
}
