package org.linli.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TreeTests {
    private static final Suite SUITE = Suite.P256_SHA256_ED25519;
    private static final int MOST = 40;
    private final List<Digest> leaves = IntStream.range(0, MOST)
            .mapToObj(i -> TreeHash.leaf(SUITE, new byte[] {(byte) i}))
            .toList();

    /** The tree hash of the definition, written as it is defined. Source: RFC 9162 section 2.1.1. */
    private Digest defined(int from, int to) {
        if (to - from == 0) {
            return SUITE.hash();
        }
        if (to - from == 1) {
            return leaves.get(from);
        }
        int left = Integer.highestOneBit(to - from - 1);
        return TreeHash.node(SUITE, defined(from, from + left), defined(from + left, to));
    }

    private Digest root(int size) {
        return frontier(size).root();
    }

    private Frontier frontier(int size) {
        Frontier frontier = Frontier.empty(SUITE);
        for (Digest leaf : leaves.subList(0, size)) {
            frontier = frontier.append(leaf);
        }
        return frontier;
    }

    @Test
    void growsToTheTreeOfTheDefinition() {
        for (int size = 0; size <= MOST; size++) {
            assertThat(root(size)).as("size %d", size).isEqualTo(defined(0, size));
        }
    }

    /** Known from RFC 6962 implementations: the empty tree and one empty leaf. */
    @Test
    void hashesAsOthersDo() {
        assertThat(Frontier.empty(SUITE).root())
                .hasToString("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(TreeHash.leaf(SUITE, new byte[0]))
                .hasToString("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    }

    @Test
    void continuesFromItsBytes() {
        for (int size = 0; size < MOST; size++) {
            Frontier read = Frontier.of(frontier(size).bytes());

            assertThat(read.append(leaves.get(size)).root()).isEqualTo(root(size + 1));
        }
        assertThatThrownBy(() -> Frontier.of(new byte[] {1, 1, 0, 0, 0, 0, 0, 0, 0, 1}))
                .isInstanceOf(MalformedException.class);
    }

    @Test
    void provesEachLeafAndNoOther() {
        for (int size = 1; size <= MOST; size++) {
            for (int index = 0; index < size; index++) {
                List<Digest> path = MerkleProofs.inclusion(SUITE, index, size, i -> leaves.get((int) i));

                assertThat(MerkleProofs.verifyInclusion(SUITE, index, size, leaves.get(index), path, root(size)))
                        .as("leaf %d of %d", index, size)
                        .isTrue();
                Digest other = leaves.get((index + 1) % MOST);
                assertThat(MerkleProofs.verifyInclusion(SUITE, index, size, other, path, root(size)))
                        .isFalse();
                int elsewhere = (index + 1) % size;
                assertThat(elsewhere != index
                                && MerkleProofs.verifyInclusion(
                                        SUITE, elsewhere, size, leaves.get(index), path, root(size)))
                        .isFalse();
            }
        }
    }

    @Test
    void provesThatATreeOnlyGrew() {
        for (int size = 1; size <= MOST; size++) {
            for (int older = 1; older <= size; older++) {
                List<Digest> proof = MerkleProofs.consistency(SUITE, older, size, i -> leaves.get((int) i));

                assertThat(MerkleProofs.verifyConsistency(SUITE, older, root(older), size, root(size), proof))
                        .as("%d within %d", older, size)
                        .isTrue();
                assertThat(MerkleProofs.verifyConsistency(SUITE, older, leaves.get(39), size, root(size), proof))
                        .isFalse();
                List<Digest> longer = new ArrayList<>(proof);
                longer.add(leaves.getFirst());
                assertThat(MerkleProofs.verifyConsistency(SUITE, older, root(older), size, root(size), longer))
                        .isFalse();
            }
        }
    }
}
