package org.linli.ledger;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;

/**
 * One choice of curve, hash and signature. A record names its suite and never mixes two.
 *
 * <p>Source: suite 1 is FIPS 186-5 P-256, FIPS 180-4 SHA-256, RFC 8032 Ed25519, RFC 9380 generators; suite 2 is GB/T 32918 SM2
 * and GB/T 32905 SM3, which government installations in China must use. Both curves have prime order, so that every point but
 * the identity generates the group.
 */
public final class Suite {
    public static final Suite P256_SHA256_ED25519 = new Suite(1, "secp256r1", Hasher.SHA_256);
    public static final Suite SM2_SM3 = new Suite(2, "sm2p256v1", Hasher.SM3);

    static final int POINT_BYTES = 33;
    static final int SCALAR_BYTES = 32;

    private static final List<Suite> ALL = List.of(P256_SHA256_ED25519, SM2_SM3);

    private final int number;
    private final Hasher hasher;
    private final ECCurve curve;
    private final BigInteger order;
    private final byte[] fieldBytes;
    private final byte[] orderBytes;
    private final FixedBase g1;
    private final FixedBase g2;
    private final FixedBase h;

    private Suite(int number, String curveName, Hasher hasher) {
        this.number = number;
        this.hasher = hasher;
        curve = CustomNamedCurves.getByName(curveName).getCurve();
        order = curve.getOrder();
        fieldBytes =
                BigIntegers.asUnsignedByteArray(SCALAR_BYTES, curve.getField().getCharacteristic());
        orderBytes = BigIntegers.asUnsignedByteArray(SCALAR_BYTES, order);
        g1 = new FixedBase(Generators.derive(number, curve, "G1"));
        g2 = new FixedBase(Generators.derive(number, curve, "G2"));
        h = new FixedBase(Generators.derive(number, curve, "H"));
    }

    /** @throws MalformedException if there is no such suite */
    public static Suite of(int number) {
        return ALL.stream()
                .filter(suite -> suite.number == number)
                .findFirst()
                .orElseThrow(() -> new MalformedException("no suite " + number));
    }

    /** 1 or 2, as records name it. */
    public int number() {
        return number;
    }

    /** The hash of the parts, one behind the other. */
    public Digest hash(byte[]... parts) {
        return Digest.wrap(hasher.hash(parts));
    }

    /** Counts heads. */
    public Bytes g1() {
        return encode(g1.base());
    }

    /** Counts area in 0.01 m². */
    public Bytes g2() {
        return encode(g2.base());
    }

    /** Carries the blinding. */
    public Bytes h() {
        return encode(h.base());
    }

    Hasher hasher() {
        return hasher;
    }

    ECCurve curve() {
        return curve;
    }

    BigInteger order() {
        return order;
    }

    /** {@code heads·G1 + area·G2 + blinding·H}, not normalised. */
    ECPoint commit(BigInteger heads, BigInteger area, BigInteger blinding) {
        return g1.times(reduce(heads)).add(g2.times(reduce(area))).add(h.times(reduce(blinding)));
    }

    ECPoint timesH(BigInteger scalar) {
        return h.times(reduce(scalar));
    }

    ECPoint pointG1() {
        return g1.base();
    }

    ECPoint pointH() {
        return h.base();
    }

    BigInteger reduce(BigInteger scalar) {
        return scalar.mod(order);
    }

    /** The hash read as a number, modulo the order. */
    BigInteger scalarOf(Digest digest) {
        return reduce(new BigInteger(1, digest.raw()));
    }

    /** The point must be normalised and must not be the identity, which has no encoding here. */
    Bytes encode(ECPoint point) {
        if (point.isInfinity()) {
            throw new IllegalArgumentException("the identity has no encoding");
        }
        return Bytes.wrap(point.normalize().getEncoded(true));
    }

    /** @throws MalformedException if the x coordinate belongs to no point */
    ECPoint point(Bytes encoded) {
        requirePointShape(encoded.raw());
        try {
            return curve.decodePoint(encoded.raw());
        } catch (IllegalArgumentException e) {
            throw new MalformedException("no point of the curve");
        }
    }

    Bytes encode(BigInteger scalar) {
        return Bytes.wrap(BigIntegers.asUnsignedByteArray(SCALAR_BYTES, scalar));
    }

    /** Whether the bytes are a scalar in its one form. */
    public boolean isScalar(Bytes encoded) {
        byte[] bytes = encoded.raw();
        return bytes.length == SCALAR_BYTES && Arrays.compareUnsigned(bytes, orderBytes) < 0;
    }

    BigInteger scalar(Bytes encoded) {
        requireScalarShape(encoded.raw());
        return new BigInteger(1, encoded.raw());
    }

    void requirePointShape(byte[] bytes) {
        if (bytes.length != POINT_BYTES
                || bytes[0] != 2 && bytes[0] != 3
                || Arrays.compareUnsigned(bytes, 1, POINT_BYTES, fieldBytes, 0, SCALAR_BYTES) >= 0) {
            throw new MalformedException("no compressed point");
        }
    }

    void requireScalarShape(byte[] bytes) {
        if (!isScalar(Bytes.wrap(bytes))) {
            throw new MalformedException("no scalar below the order");
        }
    }

    @Override
    public String toString() {
        return "suite " + number;
    }
}
