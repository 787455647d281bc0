package org.linli.ledger;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes the canonical form: numbers big-endian at a fixed width, texts behind their length. */
final class ByteSink {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** Says what is hashed, signed or derived, so that no input of one purpose is ever one of another. */
    static ByteSink tagged(String tag) {
        byte[] bytes = tag.getBytes(StandardCharsets.US_ASCII);
        return new ByteSink().u8(bytes.length).raw(bytes);
    }

    ByteSink u8(int value) {
        return number(value, 1);
    }

    ByteSink u16(int value) {
        return number(value, 2);
    }

    ByteSink u32(long value) {
        return number(value, 4);
    }

    /** Not negative; the highest bit stays clear. */
    ByteSink u64(long value) {
        return number(value, 8);
    }

    ByteSink raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    ByteSink text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return u32(bytes.length).raw(bytes);
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    private ByteSink number(long value, int width) {
        if (value < 0 || width < Long.BYTES && value >>> 8 * width != 0) {
            throw new IllegalArgumentException("%d does not fit %d bytes".formatted(value, width));
        }
        for (int shift = 8 * (width - 1); shift >= 0; shift -= 8) {
            out.write((int) (value >>> shift));
        }
        return this;
    }
}
