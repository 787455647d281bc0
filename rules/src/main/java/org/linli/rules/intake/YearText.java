package org.linli.rules.intake;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Years of construction as street offices write them. Source: own reading of street sheets [D]. */
public final class YearText {
    private static final Pattern YEAR = Pattern.compile("([0-9]{4})(?:\\.0+)?年?");
    private static final Pattern WITH_MONTH =
            Pattern.compile("([0-9]{4})[年./-]([0-9]{1,2})(?:月|[月./-]([0-9]{1,2})[日号]?)?");
    private static final Pattern RANGE = Pattern.compile("([0-9]{4})年?(?:-|–|—+|~|至|到)([0-9]{4})年?");
    private static final Pattern TWO_DIGITS = Pattern.compile("([0-9]{2})年?");
    private static final Pattern APPROXIMATE = Pattern.compile("(?:约|大约|大概)([0-9]{4})年?|([0-9]{4})年?(?:左右|前后)");
    private static final Pattern BUILT = Pattern.compile("(?:建成|竣工|交付|建造|建)$");

    private YearText() {}

    /**
     * The year, 1900 to 2100.
     *
     * <p>A month is dropped and the last of a range of years taken, both as guesses. Two digits and approximate years are
     * refused with a suggestion.
     */
    public static Reading<Integer> read(String text) {
        if (Texts.saysNone(text)) {
            return new Reading.Blank<>();
        }
        String compact = BUILT.matcher(Texts.compact(text)).replaceFirst("");
        Matcher year = YEAR.matcher(compact);
        if (year.matches()) {
            return checked(year.group(1), null);
        }
        Matcher withMonth = WITH_MONTH.matcher(compact);
        if (withMonth.matches()) {
            return isCalendar(withMonth) ? checked(withMonth.group(1), Notes.MONTH_DROPPED) : notAYear(null);
        }
        Matcher range = RANGE.matcher(compact);
        if (range.matches()) {
            return lastOf(range.group(1), range.group(2));
        }
        return refused(compact);
    }

    private static Reading<Integer> refused(String compact) {
        Matcher twoDigits = TWO_DIGITS.matcher(compact);
        if (twoDigits.matches()) {
            return notAYear(Integer.toString(Years.ofTwoDigits(Integer.parseInt(twoDigits.group(1)))));
        }
        Matcher approximate = APPROXIMATE.matcher(compact);
        if (approximate.matches()) {
            String year = approximate.group(1) != null ? approximate.group(1) : approximate.group(2);
            return Years.isInRange(Integer.parseInt(year))
                    ? new Reading.Unreadable<>(IntakeProblem.APPROXIMATE, year)
                    : notAYear(null);
        }
        return notAYear(null);
    }

    private static boolean isCalendar(Matcher withMonth) {
        int month = Integer.parseInt(withMonth.group(2));
        int day = withMonth.group(3) == null ? 1 : Integer.parseInt(withMonth.group(3));
        return month >= 1 && month <= 12 && day >= 1 && day <= 31;
    }

    private static Reading<Integer> lastOf(String first, String last) {
        if (!Years.isInRange(Integer.parseInt(first))) {
            return notAYear(null);
        }
        return Integer.parseInt(last) < Integer.parseInt(first)
                ? new Reading.Unreadable<>(IntakeProblem.END_BEFORE_START, null)
                : checked(last, Notes.LAST_YEAR_TAKEN);
    }

    private static Reading<Integer> checked(String digits, @Nullable String note) {
        int year = Integer.parseInt(digits);
        return Years.isInRange(year) ? new Reading.Value<>(year, note != null, note) : notAYear(null);
    }

    private static Reading<Integer> notAYear(@Nullable String suggestion) {
        return new Reading.Unreadable<>(IntakeProblem.NOT_A_YEAR, suggestion);
    }
}
