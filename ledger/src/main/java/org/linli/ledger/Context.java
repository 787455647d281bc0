package org.linli.ledger;

import java.math.BigInteger;
import java.util.List;

/**
 * What every proof and blinding of one decision is bound to: suite, vote, roll and shape of the decision. A proof made for one
 * vote, roll, decision, column, entry or attempt is worth nothing for another.
 */
final class Context {
    private final Suite suite;
    private final byte[] bytes;

    Context(Suite suite, VoteKey voteKey, RollRoot roll, DecisionSpec spec) {
        this.suite = suite;
        bytes = suite.hash(ByteSink.tagged("linli/decision")
                        .u8(suite.number())
                        .raw(voteKey.bytes())
                        .u16(spec.rollNo())
                        .u32(roll.entries())
                        .raw(roll.hash().raw())
                        .u16(spec.number())
                        .u8(spec.kind().code())
                        .u16(spec.columns())
                        .u16(spec.sum())
                        .bytes())
                .raw();
    }

    /** Challenge of a column's proof. @param points W, C and both first messages */
    BigInteger optionChallenge(EntryId entry, int attempt, int option, List<Bytes> points) {
        return challenge(about("linli/option", entry, attempt).u16(option), points);
    }

    /** Challenge of the sum's proof. @param points W, D and the first message */
    BigInteger sumChallenge(EntryId entry, int attempt, List<Bytes> points) {
        return challenge(about("linli/sum", entry, attempt), points);
    }

    /** Begins what is hashed or derived about one ballot. */
    ByteSink about(String tag, EntryId entry, int attempt) {
        return ByteSink.tagged(tag).raw(bytes).raw(entry.bytes()).u16(attempt);
    }

    private BigInteger challenge(ByteSink out, List<Bytes> points) {
        points.forEach(point -> out.raw(point.raw()));
        return suite.scalarOf(suite.hash(out.bytes()));
    }
}
