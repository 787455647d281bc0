package org.linli.rules.intake;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Terms of contracts as street offices write them. Source: own reading of street sheets [D]. */
public final class DateRangeText {
    private static final String DAY = "(?:[0-9]{4}|[0-9]{2})[年.。/-][0-9]{1,2}[月.。/-][0-9]{1,2}[日号]?";
    private static final String DATE = "(" + DAY + "|[0-9]{8}|[0-9]{4}[年.。/-][0-9]{1,2}月?|[0-9]{5})";
    private static final String TO = "(?:起?(?:-+|–+|—+|~+|至|到)|起)";
    private static final Pattern CLOSED = Pattern.compile("[自从]?" + DATE + TO + DATE + "止?");
    private static final Pattern SHORT_END =
            Pattern.compile("[自从]?(" + DAY + ")" + TO + "([0-9]{1,2})[月.。/-]([0-9]{1,2})[日号]?止?");
    private static final Pattern OPEN = Pattern.compile("[自从]?" + DATE + "(?:起?至今|起?(?:至|到)?长期|起|-+|–+|—+|~+)");

    private DateRangeText() {}

    /**
     * The range with both days included; open ended after 起, 至今 or 长期.
     *
     * <p>Where a day is a guess the range is one. An end without year takes that of the start, as a guess. A day that its
     * month lacks is refused with the corrected range as suggestion, a single day with itself as an open start.
     */
    public static Reading<DateRange> read(String text) {
        if (Texts.saysNone(text)) {
            return new Reading.Blank<>();
        }
        String compact = Texts.compact(text);
        Matcher closed = CLOSED.matcher(compact);
        if (closed.matches()) {
            return join(DateText.read(closed.group(1)), DateText.readEnd(closed.group(2)));
        }
        Matcher shortEnd = SHORT_END.matcher(compact);
        if (shortEnd.matches()) {
            Reading<LocalDate> start = DateText.read(shortEnd.group(1));
            return join(start, inYearOf(start, shortEnd.group(2), shortEnd.group(3)));
        }
        Matcher open = OPEN.matcher(compact);
        return open.matches() ? open(DateText.read(open.group(1))) : single(DateText.read(compact));
    }

    private static Reading<LocalDate> inYearOf(Reading<LocalDate> start, String month, String day) {
        LocalDate meant = meant(start);
        return meant == null
                ? new Reading.Unreadable<>(IntakeProblem.NOT_A_DATE, null)
                : DateText.of(meant.getYear(), Integer.parseInt(month), Integer.parseInt(day), Notes.YEAR_OF_START);
    }

    private static Reading<DateRange> join(Reading<LocalDate> start, Reading<LocalDate> end) {
        if (start instanceof Reading.Value<LocalDate>(LocalDate from, boolean fromGuessed, var fromNote)
                && end instanceof Reading.Value<LocalDate>(LocalDate to, boolean toGuessed, var toNote)) {
            return to.isBefore(from)
                    ? new Reading.Unreadable<>(IntakeProblem.END_BEFORE_START, null)
                    : new Reading.Value<>(
                            new DateRange(from, to), fromGuessed || toGuessed, Notes.join(fromNote, toNote));
        }
        LocalDate from = meant(start);
        LocalDate to = meant(end);
        boolean isWhole = from != null && to != null && !to.isBefore(from);
        return new Reading.Unreadable<>(problem(start, end), isWhole ? from + "至" + to : null);
    }

    private static Reading<DateRange> open(Reading<LocalDate> start) {
        if (start instanceof Reading.Value<LocalDate>(LocalDate from, boolean guessed, var note)) {
            return new Reading.Value<>(new DateRange(from, null), guessed, note);
        }
        return new Reading.Unreadable<>(problem(start, start), openSuggestion(start));
    }

    private static Reading<DateRange> single(Reading<LocalDate> day) {
        return new Reading.Unreadable<>(problem(day, day), openSuggestion(day));
    }

    private static @Nullable String openSuggestion(Reading<LocalDate> start) {
        LocalDate from = meant(start);
        return from == null ? null : from + "起";
    }

    /** The problem of the first day that has one; a single day that can be read is still no range. */
    private static IntakeProblem problem(Reading<LocalDate> start, Reading<LocalDate> end) {
        if (start instanceof Reading.Unreadable<LocalDate>(IntakeProblem problem, var suggestion)) {
            return problem;
        }
        return end instanceof Reading.Unreadable<LocalDate>(IntakeProblem problem, var suggestion)
                ? problem
                : IntakeProblem.NOT_A_DATE;
    }

    /** The day read or, failing that, suggested. */
    private static @Nullable LocalDate meant(Reading<LocalDate> reading) {
        return switch (reading) {
            case Reading.Value<LocalDate>(LocalDate day, boolean guessed, var note) -> day;
            case Reading.Blank<LocalDate>() -> null;
            case Reading.Unreadable<LocalDate>(var problem, var suggestion) ->
                suggestion == null ? null : LocalDate.parse(suggestion);
        };
    }
}
