package org.linli.platform.sheets;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates of a spreadsheet: numbers of days that only their format tells from other numbers. */
final class DateText {

    private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);

    /** 9999-12-31, the last day spreadsheet programs know. */
    private static final int LAST_SERIAL = 2_958_465;

    /** 1900-02-29, a day the 1900 calendar counts although it never was. */
    private static final int PHANTOM_SERIAL = 60;

    private static final Pattern LITERALS = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^\\]]*]");

    private DateText() {}

    /**
     * Whether a number format shows a day. Formats of mere time are no dates.
     *
     * @param id the format's number; 27–36 and 50–58 are the dates and times of East Asian editions
     * @param code the format's code if the file gives one, such as {@code yyyy"年"m"月"}
     */
    static boolean isDate(int id, @Nullable String code) {
        if ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) || id == 36) {
            return true;
        }
        if ((id >= 50 && id <= 54) || id == 57 || id == 58) {
            return true;
        }
        return id > 58 && code != null && showsDay(code);
    }

    private static boolean showsDay(String code) {
        String bare = LITERALS.matcher(code).replaceAll("").toLowerCase(Locale.ROOT);
        int section = bare.indexOf(';');
        String first = section < 0 ? bare : bare.substring(0, section);
        if (first.contains("general") || first.contains("0") || first.contains("#")) {
            return first.contains("yy");
        }
        boolean time = first.contains("h") || first.contains("s");
        return first.contains("y") || first.contains("d") || (first.contains("m") && !time);
    }

    /**
     * The day as {@code yyyy-MM-dd}, or null if the number is no day of the calendar.
     *
     * @param from1904 whether days count from 1904-01-01, as in workbooks of old Macintosh editions
     */
    static @Nullable String text(BigDecimal serial, boolean from1904) {
        if (serial.signum() < 0 || serial.compareTo(BigDecimal.valueOf(LAST_SERIAL + 1L)) >= 0) {
            return null;
        }
        int days = serial.setScale(0, RoundingMode.FLOOR).intValueExact();
        if (from1904) {
            return EPOCH_1904.plusDays(days).toString();
        }
        if (days == 0 || days == PHANTOM_SERIAL) {
            return null;
        }
        return EPOCH_1900.plusDays(days < PHANTOM_SERIAL ? days + 1L : days).toString();
    }
}
