package org.linli.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LeavesTests {
    private static final Suite SUITE = Suite.P256_SHA256_ED25519;
    private static final VoteKey VOTE = Samples.voteKey(1);
    private static final EntryId ENTRY = new EntryId(3, -4);
    private static final Serial SERIAL = new Serial(-5, 6);
    private static final Digest DIGEST = SUITE.hash(new byte[] {1});

    static Stream<byte[]> leaves() {
        Samples.Vote vote = Samples.Vote.of(SUITE, 2);
        PreparedBallot prepared = vote.sealer().prepare(vote.entry(0), 1);
        Stream<byte[]> plain = Stream.<Leaf>of(
                        new Leaf.Annulment(VOTE, ENTRY, 1, DIGEST),
                        new Leaf.PaperIssued(VOTE, SERIAL, ENTRY),
                        new Leaf.PaperReturned(VOTE, SERIAL),
                        new Leaf.PaperVoided(VOTE, SERIAL, Leaf.VoidReason.LOST),
                        new Leaf.Close(VOTE, 1_700_000_000_000_000L, 1),
                        new Leaf.Roll(VOTE, 2, new RollRoot(5, DIGEST)),
                        new Leaf.Open(VOTE, 1_700_000_000_000_000L, DIGEST),
                        new Leaf.Ballot(VOTE, ENTRY, 1, null, java.util.List.of()))
                .map(Leaves::encode);
        Stream<byte[]> ballots = Stream.of(
                vote.sealer().seal(prepared, Map.of(1, Marks.of(1), 3, Marks.of(2, 5)), null),
                vote.sealer().seal(prepared, Map.of(2, Marks.of(5)), SERIAL));
        return Stream.concat(plain, ballots);
    }

    @ParameterizedTest
    @MethodSource("leaves")
    void encodesWhatItDecodes(byte[] bytes) {
        assertThat(Leaves.encode(Leaves.decode(SUITE, bytes))).isEqualTo(bytes);
    }

    @ParameterizedTest
    @MethodSource("leaves")
    void refusesWhatIsShortOrLong(byte[] bytes) {
        assertThatThrownBy(() -> Leaves.decode(SUITE, Arrays.copyOf(bytes, bytes.length - 1)))
                .isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> Leaves.decode(SUITE, Arrays.copyOf(bytes, bytes.length + 1)))
                .isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> Leaves.decode(SUITE, new byte[0])).isInstanceOf(MalformedException.class);
    }

    /** Either a byte means something else, and says so when written again, or it is refused: no two forms of one leaf. */
    @ParameterizedTest
    @MethodSource("leaves")
    void hasOneFormOnly(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= (byte) 0x80;
            try {
                assertThat(Leaves.encode(Leaves.decode(SUITE, changed))).isEqualTo(changed);
            } catch (MalformedException e) {
                assertThat(e).hasMessageMatching(".+");
            }
        }
    }

    @Test
    void refusesScalarsBeyondTheOrder() {
        byte[] order =
                SUITE.encode(SUITE.order().subtract(java.math.BigInteger.ONE)).bytes();
        SUITE.requireScalarShape(order);
        order[31]++;

        assertThatThrownBy(() -> SUITE.requireScalarShape(order)).isInstanceOf(MalformedException.class);
    }

    @Test
    void refusesPointsOfAnotherForm() {
        byte[] beyond = new byte[33];
        Arrays.fill(beyond, (byte) 0xff);
        beyond[0] = 2;
        assertThatThrownBy(() -> SUITE.requirePointShape(beyond)).isInstanceOf(MalformedException.class);
        byte[] identity = new byte[33];
        assertThatThrownBy(() -> SUITE.requirePointShape(identity)).isInstanceOf(MalformedException.class);
        Bytes elsewhere = Suite.SM2_SM3.g1();
        Bytes off = SUITE.g1();
        long found = java.util.stream.IntStream.range(0, 40)
                .filter(i -> {
                    byte[] moved = off.bytes();
                    moved[32] ^= (byte) (i + 1);
                    try {
                        SUITE.point(Bytes.of(moved));
                        return false;
                    } catch (MalformedException e) {
                        return true;
                    }
                })
                .count();
        assertThat(found).as("about half of all x belong to no point").isBetween(8L, 32L);
        assertThat(elsewhere).isNotEqualTo(off);
    }
}
