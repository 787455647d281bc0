package org.linli.ledger;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.hash2curve.HashToCurveProfile;
import org.bouncycastle.crypto.hash2curve.HashToEllipticCurve;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.ECPoint;

/**
 * Generators of which nobody knows a relation: each is the hash of its published name.
 *
 * <p>Source: suite 1 by RFC 9380 {@code P256_XMD:SHA-256_SSWU_RO_}; suite 2 has no standardised map, so the first hash that is
 * the x coordinate of a point is taken, with the even y. The names are public, so that it need not run in constant time.
 */
final class Generators {
    static final String P256_TAG = "LINLI-V1-with-P256_XMD:SHA-256_SSWU_RO_";
    static final String SM2_TAG = "LINLI-V1-with-SM2_SM3_TRY-AND-INCREMENT_";

    private Generators() {}

    static ECPoint derive(int suite, ECCurve curve, String name) {
        return suite == 1 ? hashed(curve, P256_TAG, name) : tried(curve, name);
    }

    static ECPoint hashed(ECCurve curve, String tag, String message) {
        ECPoint point = HashToEllipticCurve.getInstance(HashToCurveProfile.P256_XMD_SHA_256, tag)
                .hashToCurve(message.getBytes(StandardCharsets.UTF_8));
        return curve.decodePoint(point.normalize().getEncoded(true));
    }

    private static ECPoint tried(ECCurve curve, String name) {
        BigInteger field = curve.getField().getCharacteristic();
        for (long counter = 0; ; counter++) {
            byte[] x =
                    Hasher.SM3.hash(ByteSink.tagged(SM2_TAG + name).u32(counter).bytes());
            if (new BigInteger(1, x).compareTo(field) >= 0) {
                continue;
            }
            try {
                return curve.decodePoint(new ByteSink().u8(2).raw(x).bytes());
            } catch (IllegalArgumentException e) {
                // No point has this x coordinate; the next counter follows.
                continue;
            }
        }
    }
}
