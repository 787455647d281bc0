package org.linli.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line of a vote's record. It carries no time, area, room, name or channel; only a serial shows that a ballot was on paper. */
public sealed interface Leaf {
    VoteKey voteKey();

    /**
     * The roll as it is from here on: at the freeze, and again after each ruling that changed it.
     *
     * @param rollNo 1 or more
     * @param root what the roll's entries hash to
     */
    record Roll(VoteKey voteKey, int rollNo, RollRoot root) implements Leaf {}

    /**
     * The ballot paper is fixed and ballots may follow.
     *
     * @param opensAtMicros first instant of the window, microseconds since 1970-01-01T00:00Z
     * @param paper digest of the ballot paper ({@link BallotPaper#digest})
     */
    record Open(VoteKey voteKey, long opensAtMicros, Digest paper) implements Leaf {}

    /**
     * A ballot.
     *
     * @param entry who took part, under the random name of this vote
     * @param attempt 1; one more after each annulment
     * @param serial the paper's number, null for a ballot cast on a screen
     * @param parts one for each decision in which the entry takes part, by decision number; unmodifiable
     */
    record Ballot(
            VoteKey voteKey,
            EntryId entry,
            int attempt,
            @Nullable Serial serial,
            List<Part> parts) implements Leaf {
        public Ballot {
            parts = List.copyOf(parts);
        }
    }

    /**
     * A ballot no longer counts, by a reasoned ruling.
     *
     * @param ruling digest of the ruling's text
     */
    record Annulment(VoteKey voteKey, EntryId entry, int attempt, Digest ruling) implements Leaf {}

    /** A numbered paper was given out for an entry. */
    record PaperIssued(VoteKey voteKey, Serial serial, EntryId entry) implements Leaf {}

    /** A numbered paper came back. */
    record PaperReturned(VoteKey voteKey, Serial serial) implements Leaf {}

    /** A numbered paper is no longer good. */
    record PaperVoided(VoteKey voteKey, Serial serial, VoidReason reason) implements Leaf {}

    /**
     * The window has ended. Only ballots on paper that had come back, and annulments, may follow.
     *
     * @param deadlineMicros the deadline in force, microseconds since 1970-01-01T00:00Z
     * @param extension number of the last extension, 0 when there was none
     */
    record Close(VoteKey voteKey, long deadlineMicros, int extension) implements Leaf {}

    /** Why a paper is void. The code is what the record holds. */
    enum VoidReason {
        SPOILT(1),
        LOST(2),
        REPLACED(3),
        VOTED_OTHERWISE(4),
        NOT_VALID(5);

        private final int code;

        VoidReason(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }
    }

    /**
     * What a ballot says on one decision, as commitments.
     *
     * @param decision its number
     * @param rollNo the roll that gives the entry's commitment
     * @param options one for each column of the decision, in order; unmodifiable
     * @param sum shows that the columns sum to what the decision asks for
     */
    record Part(int decision, int rollNo, List<OptionProof> options, SumProof sum) {
        public Part {
            options = List.copyOf(options);
        }
    }

    /**
     * A commitment to 0 or 1 with the proof that it is one of the two.
     *
     * @param commitment a point
     * @param first0 first message for "0", a point
     * @param first1 first message for "1", a point
     * @param challenge0 share of the challenge for "0", a scalar
     * @param response0 a scalar
     * @param response1 a scalar
     */
    record OptionProof(
            Bytes commitment, Bytes first0, Bytes first1, Bytes challenge0, Bytes response0, Bytes response1) {}

    /** @param first first message, a point @param response a scalar */
    record SumProof(Bytes first, Bytes response) {}
}
