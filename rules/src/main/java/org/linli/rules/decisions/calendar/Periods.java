package org.linli.rules.decisions.calendar;

import java.time.LocalDate;

/**
 * Periods in days.
 *
 * <p>Source: Civil Code art. 201: the day of the event is not counted [K]; art. 203: a period that ends on a statutory holiday
 * ends on the day after the holiday [K], read as the next working day. That rule gives more time to whoever must act; a least
 * notice is therefore never moved by it.
 */
public final class Periods {
    private Periods() {}

    /** The last day on which something that is due within so many days of an event can be done. */
    public static LocalDate due(LocalDate event, int days, Holidays holidays) {
        return holidays.workingDayFrom(event.plusDays(days));
    }

    /** The first day on which something may happen that needs so many days of notice. */
    public static LocalDate earliest(LocalDate notice, int days) {
        return notice.plusDays(days);
    }

    /** The last of so many working days after an event. */
    public static LocalDate dueInWorkingDays(LocalDate event, int workingDays, Holidays holidays) {
        LocalDate day = event;
        for (int left = workingDays; left > 0; left--) {
            day = holidays.workingDayFrom(day.plusDays(1));
        }
        return day;
    }
}
