package org.linli.rules.intake;

/** Why the text of a cell cannot be taken as a value. */
public enum IntakeProblem {
    /** No number, or not in a form that has one meaning. */
    NOT_A_NUMBER,
    /** A number that says of itself that it is not exact. */
    APPROXIMATE,
    /** Below zero. */
    NEGATIVE,
    /** Above anything a community can have. */
    TOO_LARGE,
    /** More decimals than the unit has. */
    TOO_PRECISE,
    /** No date, or not in a form that has one meaning. */
    NOT_A_DATE,
    /** A day that its month does not have. */
    NO_SUCH_DAY,
    /** A range that ends before it begins. */
    END_BEFORE_START,
    /** No year of four digits between 1900 and 2100. */
    NOT_A_YEAR,
    /** A word that is not in the list. */
    UNKNOWN_WORD,
    /** Not one complete phone number. */
    NOT_A_PHONE
}
