package org.linli.rules.intake;

/** Years that a street office can mean. */
final class Years {
    static final int FIRST = 1900;
    static final int LAST = 2100;

    /** Two digits from here on belong to the last century. */
    private static final int PIVOT = 50;

    private Years() {}

    static boolean isInRange(int year) {
        return year >= FIRST && year <= LAST;
    }

    /** The year that two digits stand for: 1950 to 2049. */
    static int ofTwoDigits(int twoDigits) {
        return twoDigits < PIVOT ? 2000 + twoDigits : FIRST + twoDigits;
    }
}
