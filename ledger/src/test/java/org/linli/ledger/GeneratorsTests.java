package org.linli.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.bouncycastle.math.ec.ECPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratorsTests {
    /** RFC 9380 appendix J.1.1. */
    @ParameterizedTest
    @CsvSource({
        "'', 2c15230b26dbc6fc9a37051158c95b79656e17a1a920b11394ca91c44247d3e4,"
                + " 8a7a74985cc5c776cdfe4b1f19884970453912e9d31528c060be9ab5c43e8415",
        "abc, 0bb8b87485551aa43ed54f009230450b492fead5f1cc91658775dac4a3388a0f,"
                + " 5c41b3d0731a27a7b14bc0bf0ccded2d8751f83493404c84a88e71ffd424212e"
    })
    void hashesToTheCurveAsTheStandardSays(String message, String x, String y) {
        ECPoint point = Generators.hashed(
                Suite.P256_SHA256_ED25519.curve(), "QUUX-V01-CS02-with-P256_XMD:SHA-256_SSWU_RO_", message);

        assertThat(Hex.write(point.getAffineXCoord().getEncoded())).isEqualTo(x);
        assertThat(Hex.write(point.getAffineYCoord().getEncoded())).isEqualTo(y);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void generatorsDiffer(int number) {
        Suite suite = Suite.of(number);

        assertThat(java.util.Set.of(suite.g1(), suite.g2(), suite.h())).hasSize(3);
    }

    /** GB/T 32905-2016, example 1. */
    @Test
    void hashesByTheChineseStandard() {
        assertThat(Suite.SM2_SM3.hash("abc".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .hasToString("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    }
}
