package org.linli.rules.intake;

import org.jspecify.annotations.Nullable;

/** What a guessed reading assumed, as keys for the message files. */
public final class Notes {
    /** 万 was multiplied out; the hidden digits are taken as zeros. */
    public static final String TEN_THOUSANDS = "ten-thousands";
    /** A tail of binary floating point was cut off. */
    public static final String FLOAT_TAIL = "float-tail";
    /** Month, and day if any, were dropped from a year. */
    public static final String MONTH_DROPPED = "month-dropped";
    /** Of a range of years the last was taken. */
    public static final String LAST_YEAR_TAKEN = "last-year-taken";
    /** A year of two digits was completed. */
    public static final String CENTURY_ADDED = "century-added";
    /** The first day of a month was taken. */
    public static final String FIRST_DAY_TAKEN = "first-day-taken";
    /** The last day of a month was taken, for the end of a range. */
    public static final String LAST_DAY_TAKEN = "last-day-taken";
    /** A spreadsheet's serial number was taken as a day. */
    public static final String SERIAL_NUMBER = "serial-number";
    /** The end of a range had no year; that of the start was taken. */
    public static final String YEAR_OF_START = "year-of-start";
    /** Several fees without labels. */
    public static final String UNLABELLED_TIERS = "unlabelled-tiers";

    private Notes() {}

    /** Both notes joined by a comma, each once; null when there is neither. */
    static @Nullable String join(@Nullable String first, @Nullable String second) {
        if (first == null || first.equals(second)) {
            return second;
        }
        return second == null ? first : first + "," + second;
    }
}
