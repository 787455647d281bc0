package org.linli.rules.intake;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Days as street offices write them: year, month, day in this order. Source: own reading of street sheets [D]. */
public final class DateText {
    private static final Pattern MIDNIGHT = Pattern.compile("[ T]0{1,2}:00(?::00(?:\\.0+)?)?$");
    private static final Pattern DAY =
            Pattern.compile("([0-9]{4}|[0-9]{2})[年.。/-]([0-9]{1,2})[月.。/-]([0-9]{1,2})[日号]?");
    private static final Pattern EIGHT_DIGITS = Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})");
    private static final Pattern MONTH = Pattern.compile("([0-9]{4})[年.。/-]([0-9]{1,2})月?");
    private static final Pattern SERIAL = Pattern.compile("([0-9]{5})(?:\\.0+)?");
    private static final int FIRST_SERIAL = 20_000;
    private static final int LAST_SERIAL = 80_000;
    private static final int MOST_DAYS = 31;

    /** Day 0 of spreadsheets from March 1900 on: they count a 29 February 1900 that never was. */
    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);

    private DateText() {}

    /**
     * The day. A month alone is read as its first day, five digits as a spreadsheet's serial number, and a year of two
     * digits is completed; all three are guesses. For a day that its month lacks the month's last day is suggested.
     */
    public static Reading<LocalDate> read(String text) {
        return Texts.saysNone(text) ? new Reading.Blank<>() : read(text, false);
    }

    /** As {@link #read(String)} for the end of a range, where a month alone means its last day. */
    static Reading<LocalDate> readEnd(String text) {
        return read(text, true);
    }

    private static Reading<LocalDate> read(String text, boolean isEnd) {
        String compact =
                MIDNIGHT.matcher(Texts.normalise(text)).replaceFirst("").replace(" ", "");
        Matcher day = DAY.matcher(compact);
        if (day.matches()) {
            return ofDay(day);
        }
        Matcher digits = EIGHT_DIGITS.matcher(compact);
        if (digits.matches()) {
            return ofDay(digits);
        }
        Matcher month = MONTH.matcher(compact);
        if (month.matches()) {
            return ofMonth(month, isEnd);
        }
        Matcher serial = SERIAL.matcher(compact);
        return serial.matches() ? ofSerial(Integer.parseInt(serial.group(1))) : notADate();
    }

    private static Reading<LocalDate> ofDay(Matcher form) {
        int year = Integer.parseInt(form.group(1));
        boolean isShort = form.group(1).length() == 2;
        return of(
                isShort ? Years.ofTwoDigits(year) : year,
                Integer.parseInt(form.group(2)),
                Integer.parseInt(form.group(3)),
                isShort ? Notes.CENTURY_ADDED : null);
    }

    private static Reading<LocalDate> ofMonth(Matcher form, boolean isEnd) {
        int year = Integer.parseInt(form.group(1));
        int month = Integer.parseInt(form.group(2));
        if (!isMonth(year, month)) {
            return notADate();
        }
        YearMonth whole = YearMonth.of(year, month);
        return isEnd
                ? new Reading.Value<>(whole.atEndOfMonth(), true, Notes.LAST_DAY_TAKEN)
                : new Reading.Value<>(whole.atDay(1), true, Notes.FIRST_DAY_TAKEN);
    }

    private static Reading<LocalDate> ofSerial(int serial) {
        return serial >= FIRST_SERIAL && serial <= LAST_SERIAL
                ? new Reading.Value<>(SERIAL_ZERO.plusDays(serial), true, Notes.SERIAL_NUMBER)
                : notADate();
    }

    /** A day from its numbers; the note, if any, makes it a guess. */
    static Reading<LocalDate> of(int year, int month, int day, @Nullable String note) {
        if (!isMonth(year, month) || day < 1 || day > MOST_DAYS) {
            return notADate();
        }
        YearMonth whole = YearMonth.of(year, month);
        return whole.isValidDay(day)
                ? new Reading.Value<>(whole.atDay(day), note != null, note)
                : new Reading.Unreadable<>(
                        IntakeProblem.NO_SUCH_DAY, whole.atEndOfMonth().toString());
    }

    private static boolean isMonth(int year, int month) {
        return Years.isInRange(year) && month >= 1 && month <= 12;
    }

    private static Reading<LocalDate> notADate() {
        return new Reading.Unreadable<>(IntakeProblem.NOT_A_DATE, null);
    }
}
