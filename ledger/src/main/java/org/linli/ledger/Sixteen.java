package org.linli.ledger;

import java.nio.ByteBuffer;

/** Names of sixteen bytes, kept as two numbers so that records compare them by value. */
final class Sixteen {
    static final int BYTES = 16;

    private Sixteen() {}

    static long high(byte[] bytes) {
        return buffer(bytes).getLong(0);
    }

    static long low(byte[] bytes) {
        return buffer(bytes).getLong(Long.BYTES);
    }

    static byte[] bytes(long high, long low) {
        return ByteBuffer.allocate(BYTES).putLong(high).putLong(low).array();
    }

    private static ByteBuffer buffer(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new MalformedException("%d bytes where 16 belong".formatted(bytes.length));
        }
        return ByteBuffer.wrap(bytes);
    }
}
