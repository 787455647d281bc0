package org.linli.ledger;

import java.math.BigInteger;
import java.util.List;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;
import org.jspecify.annotations.Nullable;

/**
 * The sum of many multiples, far cheaper than each of them.
 *
 * <p>Source: N. Pippenger, "On the evaluation of powers and related problems", 1976, in the form with buckets: the points with the
 * same digit in a window are added first.
 */
final class MultiScalar {
    private static final int SLACK = 3;
    private static final int WIDEST = 13;
    private static final int NARROWEST = 2;

    private MultiScalar() {}

    /** @param points normalised @param scalars 0 or more, below the order, one for each point */
    static ECPoint sum(ECCurve curve, List<ECPoint> points, List<BigInteger> scalars) {
        int width = width(points.size());
        byte[][] digits = scalars.stream()
                .map(scalar -> BigIntegers.asUnsignedByteArray(Suite.SCALAR_BYTES, scalar))
                .toArray(byte[][]::new);
        int longest = scalars.stream().mapToInt(BigInteger::bitLength).max().orElse(0);
        ECPoint total = curve.getInfinity();
        for (int window = longest / width; window >= 0; window--) {
            total = total.timesPow2(width).add(window(curve, points, digits, window * width, width));
        }
        return total;
    }

    private static int width(int points) {
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(points);
        return Math.clamp(bits - SLACK, NARROWEST, WIDEST);
    }

    private static ECPoint window(ECCurve curve, List<ECPoint> points, byte[][] scalars, int from, int width) {
        @Nullable ECPoint[] buckets = new ECPoint[1 << width];
        for (int i = 0; i < scalars.length; i++) {
            int digit = digit(scalars[i], from, width);
            if (digit != 0) {
                ECPoint before = buckets[digit];
                buckets[digit] = before == null ? points.get(i) : before.add(points.get(i));
            }
        }
        ECPoint running = curve.getInfinity();
        ECPoint sum = curve.getInfinity();
        for (int digit = buckets.length - 1; digit > 0; digit--) {
            ECPoint bucket = buckets[digit];
            if (bucket != null) {
                running = running.add(bucket);
            }
            sum = sum.add(running);
        }
        return sum;
    }

    /** The bits of a big-endian number from a position on. */
    private static int digit(byte[] scalar, int from, int width) {
        int digit = 0;
        for (int bit = from + width - 1; bit >= from; bit--) {
            int index = scalar.length - 1 - bit / Byte.SIZE;
            int value = index < 0 ? 0 : scalar[index] >> bit % Byte.SIZE & 1;
            digit = digit << 1 | value;
        }
        return digit;
    }
}
