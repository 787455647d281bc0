package org.linli.decisions.counting;

/** What became of a legal step. Nothing was stored unless {@link Done}. */
public sealed interface Taken {

    /** It was recorded. */
    record Done() implements Taken {}

    /** It was not, and why; the page words the code. */
    record Refused(Refusal code) implements Taken {}

    Done DONE = new Done();

    static Taken refused(Refusal code) {
        return new Refused(code);
    }

    /** Why a step was not taken; the codes are stable. */
    enum Refusal {
        /** The vote is not at the step this act belongs to. */
        NOT_NOW("DEC-501"),
        /** The same figures were counted already. */
        NOTHING_CHANGED("DEC-502"),
        /** The last count waits for its witnesses. */
        NOT_SIGNED("DEC-503"),
        /** A lot must be drawn first, or none is needed. */
        LOT("DEC-504"),
        /** Whoever counts does not witness. */
        COUNTED_IT("DEC-505"),
        ALREADY_SIGNED("DEC-506"),
        /** Staff with a home in the area stay out of its count. */
        OWNS_A_HOME("DEC-507"),
        /** A member of the committee is no owners' witness. */
        SITS_ON_THE_COMMITTEE("DEC-508"),
        /** The owner was not accepted as a witness. */
        NOT_ACCEPTED("DEC-509"),
        /** There is a newer count. */
        OVERTAKEN("DEC-510"),
        TEXT_MISSING("DEC-511"),
        /** Somebody who organised the vote does not rule on it. */
        ORGANISED_IT("DEC-512"),
        ALREADY_RULED("DEC-513"),
        TOO_EARLY("DEC-514"),
        OBJECTIONS_OPEN("DEC-515"),
        /** The outcome would be another without ballots that wait for a ruling. */
        HANGS_ON_CONTESTED("DEC-516"),
        /** What counts has changed since; a new count is needed. */
        COUNT_AGAIN("DEC-517"),
        /** A document that is none of the allowed kinds. */
        FILE_KIND("DEC-518"),
        /** An identity number, phone number or the like in a text that everybody will read. */
        PERSONAL_DATA("DEC-519");

        private final String code;

        Refusal(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
