package org.linli.ledger.bundle;

import java.util.List;
import org.linli.ledger.BallotPaper;
import org.linli.ledger.LeafFile;
import org.linli.ledger.Openings;
import org.linli.ledger.PublicRoll;
import org.linli.ledger.Suite;

/**
 * Everything that is public of a counted vote. It holds no personal data, no area of an entry and no time of a ballot.
 *
 * @param paper what was put to the vote
 * @param deadlineMicros the deadline in force, microseconds since 1970-01-01T00:00Z
 * @param extension number of the last extension, 0 when there was none
 * @param declared what was announced, by decision; unmodifiable
 * @param rolls as they were at the first ballot, by number; unmodifiable
 * @param leaves the record
 * @param heads signed heads of the record, the last over all of it
 * @param openings what the count opens
 */
public record Bundle(
        Suite suite,
        BallotPaper paper,
        long deadlineMicros,
        int extension,
        List<Declared> declared,
        List<PublicRoll> rolls,
        LeafFile leaves,
        Heads heads,
        Openings openings) {
    public static final int FORMAT = 1;

    public Bundle {
        declared = List.copyOf(declared);
        rolls = List.copyOf(rolls);
    }

    /** The same with another announcement. */
    public Bundle with(List<Declared> others) {
        return new Bundle(suite, paper, deadlineMicros, extension, others, rolls, leaves, heads, openings);
    }

    /** The same with another ballot paper. */
    public Bundle with(BallotPaper other) {
        return new Bundle(suite, other, deadlineMicros, extension, declared, rolls, leaves, heads, openings);
    }
}
