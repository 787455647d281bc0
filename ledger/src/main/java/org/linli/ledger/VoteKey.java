package org.linli.ledger;

import java.security.SecureRandom;

/**
 * Public name of a vote in its record: random, and nothing else in the city uses it.
 *
 * @param high first eight bytes
 * @param low last eight bytes
 */
public record VoteKey(long high, long low) implements Comparable<VoteKey> {
    public static VoteKey random(SecureRandom random) {
        return new VoteKey(random.nextLong(), random.nextLong());
    }

    /** @throws MalformedException unless there are 16 bytes */
    public static VoteKey of(byte[] bytes) {
        return new VoteKey(Sixteen.high(bytes), Sixteen.low(bytes));
    }

    /** @throws MalformedException unless it is 32 lower-case hexadecimal digits */
    public static VoteKey parse(String hex) {
        return of(Hex.read(hex, Sixteen.BYTES));
    }

    public byte[] bytes() {
        return Sixteen.bytes(high, low);
    }

    /** By bytes, as unsigned numbers. */
    @Override
    public int compareTo(VoteKey other) {
        int first = Long.compareUnsigned(high, other.high);
        return first != 0 ? first : Long.compareUnsigned(low, other.low);
    }

    /** 32 lower-case hexadecimal digits. */
    @Override
    public String toString() {
        return Hex.write(bytes());
    }
}
