package org.linli.ledger;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** All leaves of a vote in order, as a bundle carries them. */
public final class LeafFile {
    private static final int VERSION = 1;
    private static final int HEADER_BYTES = 2 + Sixteen.BYTES + 4;
    private static final int LENGTH_BYTES = 4;

    private final byte[] file;
    private final int[] starts;

    private LeafFile(byte[] file, int[] starts) {
        this.file = file;
        this.starts = starts;
    }

    public static LeafFile of(Suite suite, VoteKey voteKey, List<byte[]> leaves) {
        ByteSink out = new ByteSink()
                .u8(VERSION)
                .u8(suite.number())
                .raw(voteKey.bytes())
                .u32(leaves.size());
        leaves.forEach(leaf -> out.u32(leaf.length).raw(leaf));
        return read(suite, voteKey, out.bytes());
    }

    /**
     * Reads version, suite, vote, count, and each leaf behind its length. What a leaf says is for the check to judge.
     *
     * @param file taken over; nobody may change it afterwards
     * @throws MalformedException if it is no such file of this vote
     */
    public static LeafFile read(Suite suite, VoteKey voteKey, byte[] file) {
        ByteSource in = new ByteSource(file);
        in.expect(VERSION, "version of the leaves");
        in.expect(suite.number(), "suite of the leaves");
        if (!VoteKey.of(in.raw(Sixteen.BYTES)).equals(voteKey)) {
            throw new MalformedException("leaves of another vote");
        }
        long count = in.u32();
        if (count > (file.length - HEADER_BYTES) / LENGTH_BYTES) {
            throw new MalformedException("%d leaves in %d bytes".formatted(count, file.length));
        }
        int[] starts = new int[(int) count + 1];
        starts[0] = HEADER_BYTES;
        for (int i = 0; i < count; i++) {
            long length = in.u32();
            in.skip(length);
            starts[i + 1] = Math.addExact(starts[i], LENGTH_BYTES + (int) length);
        }
        in.end();
        return new LeafFile(file, starts);
    }

    public int size() {
        return starts.length - 1;
    }

    /** @param position from 0 */
    public byte[] leaf(int position) {
        return Arrays.copyOfRange(file, starts[position] + LENGTH_BYTES, starts[position + 1]);
    }

    public List<byte[]> leaves() {
        return IntStream.range(0, size()).mapToObj(this::leaf).toList();
    }

    public byte[] bytes() {
        return file.clone();
    }
}
