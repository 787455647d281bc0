package org.linli.ledger;

import java.util.List;

/** Hashes of a Merkle tree. Source: RFC 9162 section 2.1.1: a leaf is hashed behind 0x00, a node behind 0x01. */
final class TreeHash {
    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private TreeHash() {}

    static Digest empty(Suite suite) {
        return suite.hash();
    }

    static Digest leaf(Suite suite, byte[] bytes) {
        return suite.hash(LEAF, bytes);
    }

    static Digest node(Suite suite, Digest left, Digest right) {
        return suite.hash(NODE, left.raw(), right.raw());
    }

    static Digest root(Suite suite, List<byte[]> leaves) {
        Frontier frontier = Frontier.empty(suite);
        for (byte[] leaf : leaves) {
            frontier = frontier.append(leaf(suite, leaf));
        }
        return frontier.root();
    }
}
