package org.linli.registry.claims;

import java.time.LocalDate;
import org.linli.rules.decisions.calendar.Holidays;

/** The clock of those who work on claims: so many working days after the day of the event, which is not counted. */
final class WorkingDays {

    /** Papers, confirmations and disputes each have five working days: own default [D]. */
    static final int TO_ACT = 5;

    private WorkingDays() {}

    static LocalDate due(LocalDate event) {
        LocalDate day = event;
        for (int i = 0; i < TO_ACT; i++) {
            day = Holidays.NATIONAL.workingDayFrom(day.plusDays(1));
        }
        return day;
    }
}
