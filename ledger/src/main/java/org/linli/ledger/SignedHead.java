package org.linli.ledger;

/**
 * The state of a vote's record at one time, signed: whoever keeps it can show later that the record was rewritten.
 *
 * @param voteKey the vote
 * @param size leaves of the tree
 * @param root root of the tree
 * @param timeMicros when it was signed, microseconds since 1970-01-01T00:00Z
 * @param signature 64 bytes
 */
public record SignedHead(VoteKey voteKey, long size, Digest root, long timeMicros, Bytes signature) {
    /** What is signed. */
    static byte[] message(Suite suite, VoteKey voteKey, long size, Digest root, long timeMicros) {
        return ByteSink.tagged("linli/head")
                .u8(suite.number())
                .raw(voteKey.bytes())
                .u64(size)
                .raw(root.raw())
                .u64(timeMicros)
                .bytes();
    }

    byte[] message(Suite suite) {
        return message(suite, voteKey, size, root, timeMicros);
    }
}
