package org.linli.decisions.scrutiny;

/** What became of a step of a supervised check. */
public sealed interface ScrutinyResult {

    /** @param number of the check */
    record Done(int number) implements ScrutinyResult {}

    record Refused(Problem problem) implements ScrutinyResult {}

    /** Why not. */
    enum Problem {
        /** Choices may be looked at only after the record is closed. */
        NOT_CLOSED,
        NO_PAPERS,
        /** Whoever sits beside did not prove it, or has no part here. */
        SECOND_UNKNOWN,
        SAME_PERSON,
        /** Two of the neighbourhood: one must be of the street, or an owner chosen for it. */
        NEITHER_STREET_NOR_OWNER,
        /** Scrutineers are chosen once the vote is noticed. */
        NOT_NOTICED,
        /** No owner of the area has this phone. */
        NO_OWNER,
        CODE_NOT_SENT,
        /** Another person's screen, or its time is over. */
        NOT_YOURS,
        DIGITS,
        DRAWN_BEFORE,
        NOTE_MISSING,
        FOUND_BEFORE
    }

    static ScrutinyResult refused(Problem problem) {
        return new Refused(problem);
    }
}
