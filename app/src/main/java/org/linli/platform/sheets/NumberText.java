package org.linli.platform.sheets;

import java.math.BigDecimal;

/** Numbers of a spreadsheet as exact plain decimal text. */
final class NumberText {

    /** Decimal digits every binary64 number keeps. */
    static final int SAFE_DIGITS = 15;

    /** Decimal digits that spreadsheet programs write at most. */
    private static final int WRITTEN_DIGITS = 17;

    /** Longest plain text of a binary64 number: 1.8E308 and 4.9E-324. */
    private static final int MAX_MAGNITUDE = 330;

    private NumberText() {}

    /**
     * The number a file wrote. A fraction of 16 or 17 digits is the noise of binary arithmetic (26220.810000000001), so
     * the shortest decimal of the same binary number is given instead (26220.81); everything else is kept digit by digit.
     */
    static String plain(BigDecimal written) {
        BigDecimal number = written.stripTrailingZeros();
        if (Math.abs((long) number.scale()) > MAX_MAGNITUDE) {
            return written.toString();
        }
        boolean noisy = number.scale() > 0 && number.precision() > SAFE_DIGITS && number.precision() <= WRITTEN_DIGITS;
        return noisy ? plain(number.doubleValue()) : number.toPlainString();
    }

    /** The shortest plain decimal that denotes this binary number. */
    static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
