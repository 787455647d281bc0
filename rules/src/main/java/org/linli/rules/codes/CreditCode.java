package org.linli.rules.codes;

import java.util.List;
import java.util.Optional;

/**
 * The unified social credit code 统一社会信用代码 of an organisation: 18 characters.
 *
 * <p>Position 1 is the registry department, 2 the type, 3–8 the division, 9–17 the organisation code with its own check
 * character, 18 the check character of the whole.
 *
 * <p>Source: GB 32100-2015 (whole code) and GB 11714 (positions 9–17) [K, recomputed on public codes]. Some real
 * historical codes are reported to fail the checks, so a problem calls for a supervised override with the certificate,
 * not for silent rejection.
 */
public final class CreditCode {
    private static final int LENGTH = 18;
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final List<Integer> WEIGHTS =
            List.of(1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28);
    private static final List<Integer> ORGANISATION_WEIGHTS = List.of(3, 7, 9, 10, 5, 8, 4, 2);

    private CreditCode() {}

    /** The code in one form: half-width, upper-case, without spaces and dashes. Says nothing about validity. */
    public static String normalise(String raw) {
        return Compact.of(raw);
    }

    /** The first problem of a normalised code, or empty when the code is sound. */
    public static Optional<CodeProblem> problem(String normalised) {
        if (normalised.length() != LENGTH) {
            return Optional.of(CodeProblem.LENGTH);
        }
        if (!isInAlphabet(normalised)) {
            return Optional.of(CodeProblem.ALPHABET);
        }
        if (!Compact.isDigits(normalised, 2, 8)) {
            return Optional.of(CodeProblem.FORMAT);
        }
        if (organisationCheck(normalised.substring(8, 16)) != normalised.charAt(16)) {
            return Optional.of(CodeProblem.ORGANISATION_CHECK);
        }
        return checkCharacter(normalised.substring(0, 17)) == normalised.charAt(17)
                ? Optional.empty()
                : Optional.of(CodeProblem.CHECK);
    }

    /**
     * The sound code that differs from a code only in its check characters; empty when something else is wrong with it, or nothing.
     * A mistake elsewhere damages the check as well: it is a hint of what to compare with the certificate, not a repair.
     */
    public static Optional<String> repaired(String normalised) {
        return problem(normalised)
                .filter(found -> found == CodeProblem.CHECK || found == CodeProblem.ORGANISATION_CHECK)
                .map(found -> complete(normalised.substring(0, 8), normalised.substring(8, 16)));
    }

    /**
     * The 18th character that belongs to the first 17.
     *
     * @throws IllegalArgumentException if there are not 17 characters of the alphabet
     */
    public static char checkCharacter(String first17) {
        require(first17, WEIGHTS.size());
        int sum = 0;
        for (int i = 0; i < WEIGHTS.size(); i++) {
            sum += ALPHABET.indexOf(first17.charAt(i)) * WEIGHTS.get(i);
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    /**
     * The ninth character, 0–9 or X, that belongs to the first eight of an organisation code.
     *
     * @throws IllegalArgumentException if there are not 8 characters of the alphabet
     */
    public static char organisationCheck(String first8) {
        require(first8, ORGANISATION_WEIGHTS.size());
        int sum = 0;
        for (int i = 0; i < ORGANISATION_WEIGHTS.size(); i++) {
            // GB 11714 counts letters A = 10 to Z = 35 without gaps, unlike the credit code around it.
            sum += Character.digit(first8.charAt(i), Character.MAX_RADIX) * ORGANISATION_WEIGHTS.get(i);
        }
        return "0X987654321".charAt(sum % 11);
    }

    /**
     * A whole sound code from its free parts, for synthetic data.
     *
     * @param first8OfPrefix registry department, type and six-digit division, for example {@code 91331002}
     * @param organisation8 the first eight characters of the organisation code
     * @throws IllegalArgumentException if the parts are not of 8 characters each or the division is not digits
     */
    public static String complete(String first8OfPrefix, String organisation8) {
        require(first8OfPrefix, 8);
        if (!Compact.isDigits(first8OfPrefix, 2, 8)) {
            throw new IllegalArgumentException("division is not six digits: " + first8OfPrefix);
        }
        String first17 = first8OfPrefix + organisation8 + organisationCheck(organisation8);
        return first17 + checkCharacter(first17);
    }

    private static void require(String part, int length) {
        if (part.length() != length || !isInAlphabet(part)) {
            throw new IllegalArgumentException("not %d characters of a credit code: %s".formatted(length, part));
        }
    }

    private static boolean isInAlphabet(String text) {
        return text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
    }
}
