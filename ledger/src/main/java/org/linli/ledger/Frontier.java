package org.linli.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * The right edge of a growing Merkle tree: the roots of its complete subtrees, all that appending needs. Immutable, so that a
 * transaction that fails leaves its caller with the tree as it was.
 */
public final class Frontier {
    private static final int VERSION = 1;
    private final Suite suite;
    private final long size;
    private final List<Digest> peaks;

    private Frontier(Suite suite, long size, List<Digest> peaks) {
        this.suite = suite;
        this.size = size;
        this.peaks = peaks;
    }

    public static Frontier empty(Suite suite) {
        return new Frontier(suite, 0, List.of());
    }

    /**
     * Reads what {@link #bytes} wrote.
     *
     * @throws MalformedException if it was never written by it
     */
    public static Frontier of(byte[] bytes) {
        ByteSource in = new ByteSource(bytes);
        in.expect(VERSION, "version of a frontier");
        Suite suite = Suite.of(in.u8());
        long size = in.u64();
        List<Digest> peaks = new ArrayList<>();
        for (int i = 0; i < Long.bitCount(size); i++) {
            peaks.add(Digest.wrap(in.raw(Digest.SIZE)));
        }
        in.end();
        return new Frontier(suite, size, peaks);
    }

    /** Appends a leaf by its hash (see {@link Leaves#hash}). */
    public Frontier append(Digest leafHash) {
        List<Digest> grown = new ArrayList<>(peaks);
        Digest carried = leafHash;
        for (long left = size; (left & 1) == 1; left >>>= 1) {
            carried = TreeHash.node(suite, grown.removeLast(), carried);
        }
        grown.add(carried);
        return new Frontier(suite, size + 1, grown);
    }

    public long size() {
        return size;
    }

    public Digest root() {
        if (peaks.isEmpty()) {
            return TreeHash.empty(suite);
        }
        Digest root = peaks.getLast();
        for (int i = peaks.size() - 2; i >= 0; i--) {
            root = TreeHash.node(suite, peaks.get(i), root);
        }
        return root;
    }

    /** Version, suite, size and the peaks from the largest to the smallest. */
    public byte[] bytes() {
        ByteSink out = new ByteSink().u8(VERSION).u8(suite.number()).u64(size);
        peaks.forEach(peak -> out.raw(peak.raw()));
        return out.bytes();
    }
}
