package org.linli.rules.intake;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Floor areas as street offices write them. Source: own reading of street sheets [D]. */
public final class AreaText {
    private static final Pattern UNITS = Pattern.compile("|㎡|m2|M2|m²|M²|平方米|平米|平方|平");

    /** One hundred square kilometres, more than any community. */
    private static final BigDecimal MAX_M2 = BigDecimal.valueOf(100_000_000);

    private AreaText() {}

    /**
     * The area in 0.01 m².
     *
     * <p>Units, thousands separators and full-width forms do not matter; 万 and tails of floating point are guesses.
     * Approximate numbers and numbers with more than two decimals are refused with a suggestion.
     */
    public static Reading<Long> read(String text) {
        if (Texts.saysNone(text)) {
            return new Reading.Blank<>();
        }
        return Amount.read(Texts.compact(text), UNITS)
                .map(amount -> inHundredths(amount.scaled(2, MAX_M2)))
                .orElseGet(() -> new Reading.Unreadable<>(IntakeProblem.NOT_A_NUMBER, null));
    }

    private static Reading<Long> inHundredths(Reading<BigDecimal> squareMetres) {
        return switch (squareMetres) {
            case Reading.Value<BigDecimal>(BigDecimal value, boolean guessed, var note) ->
                new Reading.Value<>(value.movePointRight(2).longValueExact(), guessed, note);
            case Reading.Blank<BigDecimal>() -> new Reading.Blank<>();
            case Reading.Unreadable<BigDecimal>(var problem, var suggestion) ->
                new Reading.Unreadable<>(problem, suggestion);
        };
    }
}
