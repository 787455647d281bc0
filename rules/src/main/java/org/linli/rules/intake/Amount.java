package org.linli.rules.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A decimal number with the words around it: {@code 约3万㎡}, {@code 1,277户}, {@code 26220.809999999998}.
 *
 * @param number the number with 万 multiplied out
 * @param approximate whether a word says that it is not exact
 * @param tenThousands whether it was written in 万
 */
record Amount(BigDecimal number, boolean approximate, boolean tenThousands) {
    private static final int LONGEST = 64;
    private static final Pattern FORM = Pattern.compile("(?<before>约为|大约|大概|将近|约|近|≈|~)?"
            + "(?<number>[+-]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\\.[0-9]*)?(?:[Ee]\\+?[0-9])?)"
            + "(?<few>余|多|\\+)?(?<wan>万)?(?<more>余|多|\\+)?(?<unit>(?:[^0-9左上][^左上]*?)?)(?<after>左右|上下)?");

    /** A written number is off by at most this share of itself when it passed through binary floating point. */
    private static final BigDecimal FLOAT_ERROR = new BigDecimal("1E-14");

    /** Reads a text in which spaces mean nothing; empty if it is no number, or the unit is none of those given. */
    static Optional<Amount> read(String compact, Pattern units) {
        Matcher form = FORM.matcher(compact);
        if (compact.length() > LONGEST
                || !form.matches()
                || !units.matcher(form.group("unit")).matches()) {
            return Optional.empty();
        }
        boolean tenThousands = form.group("wan") != null;
        BigDecimal written = new BigDecimal(form.group("number").replace(",", ""));
        boolean approximate = form.group("before") != null
                || form.group("few") != null
                || form.group("more") != null
                || form.group("after") != null;
        return Optional.of(new Amount(tenThousands ? written.movePointRight(4) : written, approximate, tenThousands));
    }

    /** The number in units of 10^-decimals as a reading, refused below zero, above max, or when not exact. */
    Reading<BigDecimal> scaled(int decimals, BigDecimal max) {
        BigDecimal rounded = number.setScale(decimals, RoundingMode.HALF_UP);
        if (number.signum() < 0) {
            return new Reading.Unreadable<>(IntakeProblem.NEGATIVE, null);
        }
        if (rounded.compareTo(max) > 0) {
            return new Reading.Unreadable<>(IntakeProblem.TOO_LARGE, null);
        }
        if (approximate) {
            return new Reading.Unreadable<>(IntakeProblem.APPROXIMATE, rounded.toPlainString());
        }
        BigDecimal tail = number.subtract(rounded).abs();
        if (tail.compareTo(number.multiply(FLOAT_ERROR)) > 0) {
            return new Reading.Unreadable<>(IntakeProblem.TOO_PRECISE, rounded.toPlainString());
        }
        @Nullable
        String note =
                Notes.join(tenThousands ? Notes.TEN_THOUSANDS : null, tail.signum() != 0 ? Notes.FLOAT_TAIL : null);
        return new Reading.Value<>(rounded, note != null, note);
    }
}
