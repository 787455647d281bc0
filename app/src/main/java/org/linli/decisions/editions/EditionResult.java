package org.linli.decisions.editions;

/** What became of a request or a confirmation. */
public sealed interface EditionResult {

    record Done(int number) implements EditionResult {}

    record Refused(Problem problem) implements EditionResult {}

    /** Why not. */
    enum Problem {
        /** There is no bundle before the count is signed. */
        NOT_COUNTED,
        ORDER_MISSING,
        AUTHORITY_MISSING,
        /** Whoever asked may not confirm. */
        SAME_PERSON,
        CONFIRMED_BEFORE
    }

    static EditionResult refused(Problem problem) {
        return new Refused(problem);
    }
}
