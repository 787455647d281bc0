package org.linli.rules.intake;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Numbers of households, buildings and the like as street offices write them. Source: own reading of street sheets [D]. */
public final class CountText {
    private static final Pattern UNITS = Pattern.compile("|户|幢|栋|座|个|套|人|台|部|间|家|处");

    /** One million, more than any community has of anything. */
    private static final BigDecimal MAX = BigDecimal.valueOf(1_000_000);

    private CountText() {}

    /** The count; counting words, thousands separators, full-width forms and decimals of zero do not matter. */
    public static Reading<Integer> read(String text) {
        if (Texts.saysNone(text)) {
            return new Reading.Blank<>();
        }
        return Amount.read(Texts.compact(text), UNITS)
                .map(amount -> whole(amount.scaled(0, MAX)))
                .orElseGet(() -> new Reading.Unreadable<>(IntakeProblem.NOT_A_NUMBER, null));
    }

    private static Reading<Integer> whole(Reading<BigDecimal> count) {
        return switch (count) {
            case Reading.Value<BigDecimal>(BigDecimal value, boolean guessed, var note) ->
                new Reading.Value<>(value.intValueExact(), guessed, note);
            case Reading.Blank<BigDecimal>() -> new Reading.Blank<>();
            case Reading.Unreadable<BigDecimal>(var problem, var suggestion) ->
                new Reading.Unreadable<>(problem, suggestion);
        };
    }
}
