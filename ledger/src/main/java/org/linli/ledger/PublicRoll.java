package org.linli.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * A roll as everybody sees it: a random name and a commitment for each entry, neither area nor room.
 *
 * @param rollNo 1 or more
 * @param entries in the order of the file; a good roll is sorted by name and names nobody twice; unmodifiable
 */
public record PublicRoll(int rollNo, List<Entry> entries) {
    static final int ENTRY_BYTES = Sixteen.BYTES + Suite.POINT_BYTES;
    private static final int VERSION = 1;

    /** @param id the entry @param commitment {@code W = area·G2 + s·H} */
    public record Entry(EntryId id, Bytes commitment) {
        /** What is hashed as a leaf of the roll's tree. */
        byte[] bytes() {
            return new ByteSink().raw(id.bytes()).raw(commitment.raw()).bytes();
        }
    }

    public PublicRoll {
        entries = List.copyOf(entries);
    }

    public RollRoot root(Suite suite) {
        return new RollRoot(
                entries.size(),
                TreeHash.root(suite, entries.stream().map(Entry::bytes).toList()));
    }

    /** The file of a bundle: version, suite, vote, number, count, then the entries. */
    public byte[] file(Suite suite, VoteKey voteKey) {
        ByteSink out = new ByteSink()
                .u8(VERSION)
                .u8(suite.number())
                .raw(voteKey.bytes())
                .u16(rollNo)
                .u32(entries.size());
        entries.forEach(entry -> out.raw(entry.bytes()));
        return out.bytes();
    }

    /**
     * Reads what {@link #file} wrote. Order and commitments are for the check to judge, so that it can name the entry.
     *
     * @throws MalformedException if it is not a roll of this vote
     */
    public static PublicRoll read(Suite suite, VoteKey voteKey, byte[] file) {
        ByteSource in = new ByteSource(file);
        in.expect(VERSION, "version of a roll");
        in.expect(suite.number(), "suite of a roll");
        if (!VoteKey.of(in.raw(Sixteen.BYTES)).equals(voteKey)) {
            throw new MalformedException("roll of another vote");
        }
        int rollNo = in.u16();
        if (rollNo < 1 || rollNo > DecisionSpec.MOST_NUMBER) {
            throw new MalformedException("no roll " + rollNo);
        }
        long count = in.u32();
        if (count > RollRoot.MOST_ENTRIES) {
            throw new MalformedException("a roll of %d entries".formatted(count));
        }
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            entries.add(new Entry(EntryId.of(in.raw(Sixteen.BYTES)), Bytes.wrap(in.raw(Suite.POINT_BYTES))));
        }
        in.end();
        return new PublicRoll(rollNo, entries);
    }
}
