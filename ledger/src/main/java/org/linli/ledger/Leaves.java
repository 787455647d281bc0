package org.linli.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one encoding of each leaf; see docs/recount.md for every byte. What decodes encodes to the same bytes again. */
public final class Leaves {
    static final int VERSION = 1;
    static final int BALLOT = 1;
    static final int ANNULMENT = 2;
    static final int PAPER_ISSUED = 3;
    static final int PAPER_RETURNED = 4;
    static final int PAPER_VOIDED = 5;
    static final int CLOSE = 6;
    static final int ROLL = 7;
    static final int OPEN = 8;

    private Leaves() {}

    /** What enters the tree for a leaf. */
    public static Digest hash(Suite suite, byte[] leaf) {
        return TreeHash.leaf(suite, leaf);
    }

    public static byte[] encode(Leaf leaf) {
        return switch (leaf) {
            case Leaf.Ballot ballot -> encode(ballot);
            case Leaf.Annulment(VoteKey key, EntryId entry, int attempt, Digest ruling) ->
                head(ANNULMENT, key)
                        .raw(entry.bytes())
                        .u16(attempt)
                        .raw(ruling.raw())
                        .bytes();
            case Leaf.PaperIssued(VoteKey key, Serial serial, EntryId entry) ->
                head(PAPER_ISSUED, key).raw(serial.bytes()).raw(entry.bytes()).bytes();
            case Leaf.PaperReturned(VoteKey key, Serial serial) ->
                head(PAPER_RETURNED, key).raw(serial.bytes()).bytes();
            case Leaf.PaperVoided(VoteKey key, Serial serial, Leaf.VoidReason reason) ->
                head(PAPER_VOIDED, key).raw(serial.bytes()).u8(reason.code()).bytes();
            case Leaf.Close(VoteKey key, long deadlineMicros, int extension) ->
                head(CLOSE, key).u64(deadlineMicros).u16(extension).bytes();
            case Leaf.Roll(VoteKey key, int rollNo, RollRoot root) ->
                head(ROLL, key)
                        .u16(rollNo)
                        .u32(root.entries())
                        .raw(root.hash().raw())
                        .bytes();
            case Leaf.Open(VoteKey key, long opensAtMicros, Digest paper) ->
                head(OPEN, key).u64(opensAtMicros).raw(paper.raw()).bytes();
        };
    }

    /**
     * Reads a leaf. Points are checked for their form here; that they lie on the curve shows when the proofs are checked.
     *
     * @throws MalformedException if the bytes are not the one encoding of a leaf
     */
    public static Leaf decode(Suite suite, byte[] bytes) {
        ByteSource in = new ByteSource(bytes);
        in.expect(VERSION, "version of a leaf");
        int kind = in.u8();
        VoteKey key = VoteKey.of(in.raw(Sixteen.BYTES));
        Leaf leaf = switch (kind) {
            case BALLOT -> ballot(suite, key, in);
            case ANNULMENT -> new Leaf.Annulment(key, entry(in), attempt(in), digest(in));
            case PAPER_ISSUED -> new Leaf.PaperIssued(key, serial(in), entry(in));
            case PAPER_RETURNED -> new Leaf.PaperReturned(key, serial(in));
            case PAPER_VOIDED -> new Leaf.PaperVoided(key, serial(in), reason(in.u8()));
            case CLOSE -> new Leaf.Close(key, in.u64(), in.u16());
            case ROLL -> new Leaf.Roll(key, positive(in.u16()), new RollRoot((int) rollSize(in), digest(in)));
            case OPEN -> new Leaf.Open(key, in.u64(), digest(in));
            default -> throw new MalformedException("no kind of leaf: " + kind);
        };
        in.end();
        return leaf;
    }

    static ByteSink ballotHead(VoteKey key, EntryId entry, int attempt, @Nullable Serial serial, int parts) {
        ByteSink out = head(BALLOT, key).raw(entry.bytes()).u16(attempt).u8(serial == null ? 0 : 1);
        if (serial != null) {
            out.raw(serial.bytes());
        }
        return out.u16(parts);
    }

    static ByteSink partHead(ByteSink out, int decision, int rollNo, int columns) {
        return out.u16(decision).u16(rollNo).u16(columns);
    }

    private static byte[] encode(Leaf.Ballot ballot) {
        ByteSink out = ballotHead(
                ballot.voteKey(),
                ballot.entry(),
                ballot.attempt(),
                ballot.serial(),
                ballot.parts().size());
        for (Leaf.Part part : ballot.parts()) {
            partHead(out, part.decision(), part.rollNo(), part.options().size());
            for (Leaf.OptionProof option : part.options()) {
                out.raw(option.commitment().raw());
                out.raw(option.first0().raw()).raw(option.first1().raw());
                out.raw(option.challenge0().raw());
                out.raw(option.response0().raw()).raw(option.response1().raw());
            }
            out.raw(part.sum().first().raw()).raw(part.sum().response().raw());
        }
        return out.bytes();
    }

    private static ByteSink head(int kind, VoteKey key) {
        return new ByteSink().u8(VERSION).u8(kind).raw(key.bytes());
    }

    private static Leaf.Ballot ballot(Suite suite, VoteKey key, ByteSource in) {
        EntryId entry = entry(in);
        int attempt = attempt(in);
        int onPaper = in.u8();
        if (onPaper > 1) {
            throw new MalformedException("neither with nor without a serial: " + onPaper);
        }
        Serial serial = onPaper == 1 ? serial(in) : null;
        int count = in.u16();
        List<Leaf.Part> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Leaf.Part part = part(suite, in);
            if (!parts.isEmpty() && parts.getLast().decision() >= part.decision()) {
                throw new MalformedException("decisions out of order");
            }
            parts.add(part);
        }
        return new Leaf.Ballot(key, entry, attempt, serial, parts);
    }

    private static Leaf.Part part(Suite suite, ByteSource in) {
        int decision = positive(in.u16());
        int rollNo = positive(in.u16());
        int columns = positive(in.u16());
        List<Leaf.OptionProof> options = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            options.add(new Leaf.OptionProof(
                    point(suite, in),
                    point(suite, in),
                    point(suite, in),
                    scalar(suite, in),
                    scalar(suite, in),
                    scalar(suite, in)));
        }
        return new Leaf.Part(decision, rollNo, options, new Leaf.SumProof(point(suite, in), scalar(suite, in)));
    }

    private static Bytes point(Suite suite, ByteSource in) {
        byte[] bytes = in.raw(Suite.POINT_BYTES);
        suite.requirePointShape(bytes);
        return Bytes.wrap(bytes);
    }

    private static Bytes scalar(Suite suite, ByteSource in) {
        byte[] bytes = in.raw(Suite.SCALAR_BYTES);
        suite.requireScalarShape(bytes);
        return Bytes.wrap(bytes);
    }

    private static EntryId entry(ByteSource in) {
        return EntryId.of(in.raw(Sixteen.BYTES));
    }

    private static Serial serial(ByteSource in) {
        return Serial.of(in.raw(Sixteen.BYTES));
    }

    private static Digest digest(ByteSource in) {
        return Digest.wrap(in.raw(Digest.SIZE));
    }

    private static int attempt(ByteSource in) {
        return positive(in.u16());
    }

    private static long rollSize(ByteSource in) {
        long size = in.u32();
        if (size > RollRoot.MOST_ENTRIES) {
            throw new MalformedException("a roll of %d entries".formatted(size));
        }
        return size;
    }

    private static int positive(int number) {
        if (number == 0) {
            throw new MalformedException("0 where counting begins at 1");
        }
        return number;
    }

    private static Leaf.VoidReason reason(int code) {
        return Arrays.stream(Leaf.VoidReason.values())
                .filter(reason -> reason.code() == code)
                .findFirst()
                .orElseThrow(() -> new MalformedException("no reason: " + code));
    }
}
