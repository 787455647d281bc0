package org.linli.ledger;

import java.util.Arrays;

/** A hash value of 32 bytes: the root of a tree, the hash of a leaf, the digest of a paper. */
public final class Digest {
    public static final int SIZE = 32;
    private final byte[] bytes;

    private Digest(byte[] bytes) {
        if (bytes.length != SIZE) {
            throw new MalformedException("%d bytes where %d belong".formatted(bytes.length, SIZE));
        }
        this.bytes = bytes;
    }

    /** @throws MalformedException unless there are 32 bytes */
    public static Digest of(byte[] bytes) {
        return new Digest(bytes.clone());
    }

    /** @throws MalformedException unless it is lower-case hexadecimal of 32 bytes */
    public static Digest parse(String hex) {
        return new Digest(Hex.read(hex));
    }

    /** Takes over an array that nobody else keeps. */
    static Digest wrap(byte[] bytes) {
        return new Digest(bytes);
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
        return other instanceof Digest that && Arrays.equals(bytes, that.bytes);
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
