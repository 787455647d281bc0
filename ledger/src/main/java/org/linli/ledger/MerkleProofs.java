package org.linli.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/** Proofs that a leaf is in a tree and that a tree only grew. Source: RFC 9162 sections 2.1.3 and 2.1.4. */
public final class MerkleProofs {
    private static final int LONGEST = 64;

    private MerkleProofs() {}

    /**
     * The path of a leaf, from its sibling upwards.
     *
     * @param index position of the leaf, from 0
     * @param size leaves of the tree
     * @param leafHashes hash of the leaf at each position
     * @throws IllegalArgumentException if there is no such leaf
     */
    public static List<Digest> inclusion(Suite suite, long index, long size, LongFunction<Digest> leafHashes) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("no leaf %d among %d".formatted(index, size));
        }
        List<Digest> path = new ArrayList<>();
        new Maker(suite, leafHashes).inclusion(index, 0, size, path);
        return List.copyOf(path);
    }

    /**
     * What shows that the first {@code older} leaves of a tree are those of the older tree.
     *
     * @throws IllegalArgumentException unless 0 < older ≤ size
     */
    public static List<Digest> consistency(Suite suite, long older, long size, LongFunction<Digest> leafHashes) {
        if (older <= 0 || older > size) {
            throw new IllegalArgumentException("no older tree of %d leaves within %d".formatted(older, size));
        }
        List<Digest> path = new ArrayList<>();
        new Maker(suite, leafHashes).consistency(older, 0, size, true, path);
        return List.copyOf(path);
    }

    /** Whether the path leads from the leaf to the root. Source: RFC 9162 section 2.1.3.2. */
    public static boolean verifyInclusion(
            Suite suite, long index, long size, Digest leafHash, List<Digest> path, Digest root) {
        if (index < 0 || index >= size || path.size() > LONGEST) {
            return false;
        }
        long node = index;
        long last = size - 1;
        Digest hash = leafHash;
        for (Digest sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = TreeHash.node(suite, sibling, hash);
                int level = (node & 1) == 1 ? 0 : Long.numberOfTrailingZeros(node);
                node >>>= level;
                last >>>= level;
            } else {
                hash = TreeHash.node(suite, hash, sibling);
            }
            node >>>= 1;
            last >>>= 1;
        }
        return last == 0 && hash.equals(root);
    }

    /** Whether the newer tree begins with the older one. Source: RFC 9162 section 2.1.4.2. */
    public static boolean verifyConsistency(
            Suite suite, long older, Digest olderRoot, long size, Digest root, List<Digest> proof) {
        if (older == size) {
            return proof.isEmpty() && olderRoot.equals(root);
        }
        if (older <= 0 || older > size || proof.size() > LONGEST) {
            return false;
        }
        List<Digest> path = new ArrayList<>(proof);
        if (Long.bitCount(older) == 1) {
            path.addFirst(olderRoot);
        }
        return !path.isEmpty() && climbs(suite, older, olderRoot, size, root, path);
    }

    private static boolean climbs(
            Suite suite, long older, Digest olderRoot, long size, Digest root, List<Digest> path) {
        int skipped = Long.numberOfTrailingZeros(older);
        long node = older - 1 >>> skipped;
        long last = size - 1 >>> skipped;
        Digest oldHash = path.getFirst();
        Digest newHash = path.getFirst();
        for (Digest sibling : path.subList(1, path.size())) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                oldHash = TreeHash.node(suite, sibling, oldHash);
                newHash = TreeHash.node(suite, sibling, newHash);
                int level = (node & 1) == 1 ? 0 : Long.numberOfTrailingZeros(node);
                node >>>= level;
                last >>>= level;
            } else {
                newHash = TreeHash.node(suite, newHash, sibling);
            }
            node >>>= 1;
            last >>>= 1;
        }
        return last == 0 && oldHash.equals(olderRoot) && newHash.equals(root);
    }

    /** Walks a tree from its root; subtrees beside the path are hashed once. */
    private record Maker(Suite suite, LongFunction<Digest> leafHashes) {
        void inclusion(long index, long from, long size, List<Digest> path) {
            if (size == 1) {
                return;
            }
            long left = Long.highestOneBit(size - 1);
            if (index < left) {
                inclusion(index, from, left, path);
                path.add(root(from + left, size - left));
            } else {
                inclusion(index - left, from + left, size - left, path);
                path.add(root(from, left));
            }
        }

        void consistency(long older, long from, long size, boolean whole, List<Digest> path) {
            if (older == size) {
                if (!whole) {
                    path.add(root(from, size));
                }
                return;
            }
            long left = Long.highestOneBit(size - 1);
            if (older <= left) {
                consistency(older, from, left, whole, path);
                path.add(root(from + left, size - left));
            } else {
                consistency(older - left, from + left, size - left, false, path);
                path.add(root(from, left));
            }
        }

        private Digest root(long from, long size) {
            Frontier frontier = Frontier.empty(suite);
            for (long i = from; i < from + size; i++) {
                frontier = frontier.append(leafHashes.apply(i));
            }
            return frontier.root();
        }
    }
}
