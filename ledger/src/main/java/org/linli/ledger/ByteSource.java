package org.linli.ledger;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/** Reads the canonical form and refuses whatever is short, too long or out of range. */
final class ByteSource {
    private final ByteBuffer in;

    ByteSource(byte[] bytes) {
        in = ByteBuffer.wrap(bytes);
    }

    int u8() {
        return (int) number(1);
    }

    int u16() {
        return (int) number(2);
    }

    long u32() {
        return number(4);
    }

    long u64() {
        long value = number(8);
        if (value < 0) {
            throw new MalformedException("a number beyond 63 bits");
        }
        return value;
    }

    byte[] raw(int length) {
        if (length > in.remaining()) {
            throw new MalformedException("ends too early");
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    void skip(long length) {
        if (length > in.remaining()) {
            throw new MalformedException("ends too early");
        }
        in.position(in.position() + (int) length);
    }

    void expect(int value, String what) {
        int found = u8();
        if (found != value) {
            throw new MalformedException("%s is %d, not %d".formatted(what, found, value));
        }
    }

    void end() {
        if (in.hasRemaining()) {
            throw new MalformedException("%d bytes too many".formatted(in.remaining()));
        }
    }

    private long number(int width) {
        try {
            long value = 0;
            for (int i = 0; i < width; i++) {
                value = value << 8 | in.get() & 0xff;
            }
            return value;
        } catch (BufferUnderflowException e) {
            throw new MalformedException("ends too early");
        }
    }
}
