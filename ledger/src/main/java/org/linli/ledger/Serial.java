package org.linli.ledger;

import java.security.SecureRandom;

/**
 * Number of one paper ballot: random, so that it counts nothing and names nobody.
 *
 * @param high first eight bytes
 * @param low last eight bytes
 */
public record Serial(long high, long low) implements Comparable<Serial> {
    public static Serial random(SecureRandom random) {
        return new Serial(random.nextLong(), random.nextLong());
    }

    /** @throws MalformedException unless there are 16 bytes */
    public static Serial of(byte[] bytes) {
        return new Serial(Sixteen.high(bytes), Sixteen.low(bytes));
    }

    /** @throws MalformedException unless it is 32 lower-case hexadecimal digits */
    public static Serial parse(String hex) {
        return of(Hex.read(hex, Sixteen.BYTES));
    }

    public byte[] bytes() {
        return Sixteen.bytes(high, low);
    }

    /** By bytes, as unsigned numbers. */
    @Override
    public int compareTo(Serial other) {
        int first = Long.compareUnsigned(high, other.high);
        return first != 0 ? first : Long.compareUnsigned(low, other.low);
    }

    /** 32 lower-case hexadecimal digits. */
    @Override
    public String toString() {
        return Hex.write(bytes());
    }
}
