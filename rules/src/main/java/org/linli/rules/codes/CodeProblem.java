package org.linli.rules.codes;

/** What is wrong with a code, in the order in which the parts are looked at; only the first is reported. */
public enum CodeProblem {
    /** Too few or too many characters. */
    LENGTH,
    /** A character that the standard does not use. */
    ALPHABET,
    /** The right characters in the wrong places. */
    FORMAT,
    /** A day that is not in the calendar, or a year of birth before 1850. */
    DATE,
    /** The check character of the organisation code inside a credit code does not fit. */
    ORGANISATION_CHECK,
    /** The last check character does not fit. */
    CHECK
}
