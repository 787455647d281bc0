package org.linli.rules.intake;

import org.jspecify.annotations.Nullable;

/** Short forms of readings for tables of tests. */
final class Readings {
    private Readings() {}

    /** {@code value}, {@code value ?note} for a guess, {@code blank}, {@code PROBLEM} or {@code PROBLEM > suggestion}. */
    static String brief(Reading<?> reading) {
        return switch (reading) {
            case Reading.Value<?>(var value, boolean guessed, String note) ->
                guessed || note != null ? value + " ?" + note : String.valueOf(value);
            case Reading.Blank<?>() -> "blank";
            case Reading.Unreadable<?>(IntakeProblem problem, String suggestion) ->
                suggestion == null ? problem.name() : problem + " > " + suggestion;
        };
    }

    /** The suggestion of an unreadable text, null for anything else. */
    static @Nullable String suggestion(Reading<?> reading) {
        return reading instanceof Reading.Unreadable<?>(var problem, String suggestion) ? suggestion : null;
    }
}
