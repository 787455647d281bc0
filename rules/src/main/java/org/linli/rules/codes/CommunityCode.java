package org.linli.rules.codes;

import java.util.Optional;

/**
 * The platform's own code of a residential community: 14 digits.
 *
 * <p>Division 6, street 3, sequence within the street 4 (from 0001), check digit 1.
 *
 * <p>Source: own definition [D]; divisions after GB/T 2260 and GB/T 10114 [K], check digit after Luhn (ISO/IEC 7812-1
 * annex B) [K], which finds every single wrong digit and every swap of neighbours but 09 and 90.
 */
public final class CommunityCode {
    private static final int STREET_LENGTH = 9;
    private static final int LENGTH = 14;
    private static final int LAST_SEQUENCE = 9999;

    private CommunityCode() {}

    /**
     * The code of the community with this sequence in a street.
     *
     * @param streetCode9 division and street, nine digits
     * @param sequence 1 to 9999
     * @throws IllegalArgumentException if either is out of shape
     */
    public static String of(String streetCode9, int sequence) {
        if (streetCode9.length() != STREET_LENGTH || !Compact.isDigits(streetCode9, 0, STREET_LENGTH)) {
            throw new IllegalArgumentException("street code is not nine digits: " + streetCode9);
        }
        if (sequence < 1 || sequence > LAST_SEQUENCE) {
            throw new IllegalArgumentException("sequence is not 1 to 9999: " + sequence);
        }
        String digits = Integer.toString(sequence);
        String first13 = streetCode9 + "0".repeat(4 - digits.length()) + digits;
        return first13 + checkDigit(first13);
    }

    /** {@link CodeProblem#LENGTH}, FORMAT (also for sequence 0000), CHECK, or empty when the code is sound. */
    public static Optional<CodeProblem> problem(String code) {
        if (code.length() != LENGTH) {
            return Optional.of(CodeProblem.LENGTH);
        }
        if (!Compact.isDigits(code, 0, LENGTH) || code.startsWith("0000", STREET_LENGTH)) {
            return Optional.of(CodeProblem.FORMAT);
        }
        return checkDigit(code.substring(0, 13)) == code.charAt(13) ? Optional.empty() : Optional.of(CodeProblem.CHECK);
    }

    /**
     * The nine-digit code of the street a community lies in.
     *
     * @throws IllegalArgumentException if the code is not sound
     */
    public static String street(String valid) {
        if (problem(valid).isPresent()) {
            throw new IllegalArgumentException("community code is not sound: " + valid);
        }
        return valid.substring(0, STREET_LENGTH);
    }

    private static char checkDigit(String first13) {
        int sum = 0;
        for (int i = 0; i < first13.length(); i++) {
            int digit = first13.charAt(i) - '0';
            // Counted from the right, every first digit is doubled; with 13 digits those are the even places.
            int weighed = i % 2 == 0 ? digit * 2 : digit;
            sum += weighed / 10 + weighed % 10;
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }
}
