package org.linli.decisions.casting;

import java.time.Instant;

/** What became of a ballot. Nothing was stored unless {@link Cast}. */
public sealed interface CastResult {

    /** Stored by this request, durably. */
    record Cast(Receipt receipt) implements CastResult {}

    /** The same entry's ballot is in the box already; the receipt is that ballot's, and whether it says the same. */
    record AlreadyCast(Receipt receipt, boolean sameAnswers) implements CastResult {}

    /** @param code stable, such as {@code DEC-101} */
    record Refused(Refusal code) implements CastResult {}

    /** Why a ballot was not taken. */
    enum Refusal {
        /** DEC-101: the vote is not open at the time the server received it. */
        NOT_OPEN,
        /** DEC-102: the record of the vote is closed. */
        CLOSED,
        /** DEC-103: no such entry on the roll. */
        NOT_ON_ROLL,
        /** DEC-104: a decision without an answer, an answer without a decision, or an option that is none. */
        ANSWERS_DO_NOT_FIT,
        /** DEC-105: the paper ballot was not issued to this entry, not returned, voided, or used. */
        PAPER_NOT_VALID,
        /** DEC-106: something was recorded in the community since the voter's standing was looked at; look again. */
        STANDING_UNKNOWN
    }

    /**
     * A receipt: where the ballot stands in the public record.
     *
     * @param leafNo position in the record, from 0
     * @param headSize size of the signed head that contains it
     * @param headRoot its root, hexadecimal
     * @param headAt its time
     * @param signature the head's signature, hexadecimal
     */
    record Receipt(long leafNo, long headSize, String headRoot, Instant headAt, String signature) {}
}
