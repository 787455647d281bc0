package org.linli.ledger;

import java.util.Arrays;

/** An immutable string of bytes: an encoded point, a scalar, a signature, a public key. */
public final class Bytes {

    private final byte[] bytes;

    private Bytes(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Bytes of(byte[] bytes) {
        return new Bytes(bytes.clone());
    }

    /** @throws MalformedException unless it is lower-case hexadecimal */
    public static Bytes parse(String hex) {
        return new Bytes(Hex.read(hex));
    }

    /** Takes over an array that nobody else keeps. */
    static Bytes wrap(byte[] bytes) {
        return new Bytes(bytes);
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** The array itself, for readers of this package only. */
    byte[] raw() {
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Lower-case hexadecimal digits. */
    @Override
    public String toString() {
        return Hex.write(bytes);
    }
}
