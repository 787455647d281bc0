package org.linli.rules.decisions.calendar;

import java.time.LocalDate;
import org.linli.rules.decisions.matters.RulePack;
import org.linli.rules.decisions.matters.Setting;

/**
 * The legal days of one vote. Everything that follows a decision runs from the day its witnessed count was signed.
 *
 * <p>Source: State Council property management regulation arts. 14 and 16 [V]; Taizhou regulation arts. 19 and 28 [V]; SPC
 * interpretation art. 12 [V]; the challenge window is our own default [D]. The notice is never moved by
 * holidays; days by which somebody must act, objections among them, move to the next working day.
 *
 * @param pack numbers in force
 * @param holidays days off
 */
public record DecisionCalendar(RulePack pack, Holidays holidays) {
    /** The first day on which a vote may open that was notified on a day. */
    public LocalDate earliestOpening(LocalDate noticeOn) {
        return Periods.earliest(noticeOn, pack.value(Setting.NOTICE_DAYS));
    }

    public LocalDate challengeFirstDay(LocalDate noticeOn) {
        return noticeOn.plusDays(pack.value(Setting.CHALLENGE_FIRST_DAY));
    }

    public LocalDate challengeLastDay(LocalDate noticeOn) {
        return noticeOn.plusDays(pack.value(Setting.CHALLENGE_LAST_DAY));
    }

    /** The last day of the least time for objections. */
    public LocalDate objectionLastDay(LocalDate decidedOn) {
        return holidays.workingDayFrom(decidedOn.plusDays(pack.value(Setting.OBJECTION_DAYS)));
    }

    /** The first day on which a decision can be final. */
    public LocalDate earliestFinal(LocalDate decidedOn) {
        return objectionLastDay(decidedOn).plusDays(1);
    }

    public LocalDate filingDue(LocalDate decidedOn) {
        return Periods.due(decidedOn, pack.value(Setting.FILING_DAYS), holidays);
    }

    /** @param startedOn the day the new committee began, which is the day of its election */
    public LocalDate handoverDue(LocalDate startedOn) {
        return Periods.due(startedOn, pack.value(Setting.HANDOVER_DAYS), holidays);
    }

    /** The last day for asking a court to revoke. @param knownOn the day the owner knew or should have known */
    public LocalDate courtDue(LocalDate knownOn) {
        return holidays.workingDayFrom(knownOn.plusYears(pack.value(Setting.COURT_YEARS)));
    }
}
