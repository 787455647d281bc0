package org.linli.ledger;

import java.security.SecureRandom;

/**
 * Public name of an entry of the roll: random, made for one vote alone, so that it names no room.
 *
 * @param high first eight bytes
 * @param low last eight bytes
 */
public record EntryId(long high, long low) implements Comparable<EntryId> {
    public static EntryId random(SecureRandom random) {
        return new EntryId(random.nextLong(), random.nextLong());
    }

    /** @throws MalformedException unless there are 16 bytes */
    public static EntryId of(byte[] bytes) {
        return new EntryId(Sixteen.high(bytes), Sixteen.low(bytes));
    }

    /** @throws MalformedException unless it is 32 lower-case hexadecimal digits */
    public static EntryId parse(String hex) {
        return of(Hex.read(hex, Sixteen.BYTES));
    }

    public byte[] bytes() {
        return Sixteen.bytes(high, low);
    }

    /** By bytes, as unsigned numbers. */
    @Override
    public int compareTo(EntryId other) {
        int first = Long.compareUnsigned(high, other.high);
        return first != 0 ? first : Long.compareUnsigned(low, other.low);
    }

    /** 32 lower-case hexadecimal digits. */
    @Override
    public String toString() {
        return Hex.write(bytes());
    }
}
