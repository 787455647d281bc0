package org.linli.rules.codes;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The real-estate unit code 不动产单元代码 of a house or other unit in the title register: 28 characters, no check character.
 *
 * <p>Division 6, cadastral area 3, sub-area 3, parcel feature 2 letters, parcel sequence 5, fixture feature 1 (F house,
 * L forest, Q other, W none), unit 8 (building 4, room 4).
 *
 * <p>Source: GB/T 37346 [K].
 */
public final class RealEstateUnitCode {
    private static final int LENGTH = 28;
    private static final Pattern FORM = Pattern.compile("[0-9]{12}[A-Z]{2}[0-9]{5}[FLQW][0-9]{8}");

    private RealEstateUnitCode() {}

    /** The code in one form: half-width, upper-case, without spaces and dashes. Says nothing about validity. */
    public static String normalise(String raw) {
        return Compact.of(raw);
    }

    /** {@link CodeProblem#LENGTH}, {@link CodeProblem#FORMAT}, or empty when a normalised code has the right shape. */
    public static Optional<CodeProblem> problem(String normalised) {
        if (normalised.length() != LENGTH) {
            return Optional.of(CodeProblem.LENGTH);
        }
        return FORM.matcher(normalised).matches() ? Optional.empty() : Optional.of(CodeProblem.FORMAT);
    }
}
