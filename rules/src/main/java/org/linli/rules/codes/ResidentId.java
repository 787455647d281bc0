package org.linli.rules.codes;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The citizen identity number 公民身份号码, which residence permits of Hong Kong, Macau and Taiwan share: 18 characters.
 *
 * <p>Division 6, day of birth yyyyMMdd 8, sequence 3 (odd for men), check character 1. Divisions are not looked up, for
 * a number keeps its division after that division is abolished.
 *
 * <p>Source: GB 11643 [K, recomputed on public numbers].
 */
public final class ResidentId {
    private static final int LENGTH = 18;
    private static final int EARLIEST_YEAR = 1850;
    private static final List<Integer> WEIGHTS = List.of(7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2);

    private ResidentId() {}

    /** The number in one form: half-width, upper-case X, without spaces and dashes. Says nothing about validity. */
    public static String normalise(String raw) {
        return Compact.of(raw);
    }

    /**
     * The first problem of a number, or empty when it is sound; a last lower-case x is taken as X.
     *
     * <p>A day of birth that is still to come is not refused here, because rules have no clock.
     */
    public static Optional<CodeProblem> problem(String normalised) {
        if (normalised.length() != LENGTH) {
            return Optional.of(CodeProblem.LENGTH);
        }
        char last = Character.toUpperCase(normalised.charAt(17));
        if (!Compact.isDigits(normalised, 0, 17) || "0123456789X".indexOf(last) < 0) {
            return Optional.of(CodeProblem.FORMAT);
        }
        if (bornOn(normalised).isEmpty()) {
            return Optional.of(CodeProblem.DATE);
        }
        return checkCharacter(normalised.substring(0, 17)) == last ? Optional.empty() : Optional.of(CodeProblem.CHECK);
    }

    /**
     * The day of birth written in a sound number.
     *
     * @throws IllegalArgumentException if the number is not sound; the message does not repeat it
     */
    public static LocalDate birthDate(String valid) {
        Optional<CodeProblem> problem = problem(valid);
        if (problem.isPresent()) {
            throw new IllegalArgumentException("resident id is not sound: " + problem.get());
        }
        return bornOn(valid).orElseThrow();
    }

    /**
     * The 18th character that belongs to the first 17 digits.
     *
     * @throws IllegalArgumentException if there are not 17 digits; the message does not repeat them
     */
    public static char checkCharacter(String first17) {
        if (first17.length() != WEIGHTS.size() || !Compact.isDigits(first17, 0, first17.length())) {
            throw new IllegalArgumentException("not the first 17 digits of a resident id");
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.size(); i++) {
            sum += (first17.charAt(i) - '0') * WEIGHTS.get(i);
        }
        return "10X98765432".charAt(sum % 11);
    }

    private static Optional<LocalDate> bornOn(String number) {
        int year = Integer.parseInt(number, 6, 10, 10);
        if (year < EARLIEST_YEAR) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    LocalDate.of(year, Integer.parseInt(number, 10, 12, 10), Integer.parseInt(number, 12, 14, 10)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
