package org.linli.rules.decisions.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.rules.decisions.matters.RulePacks;

class DecisionCalendarTests {
    private static final DecisionCalendar CALENDAR = new DecisionCalendar(RulePacks.TAIZHOU_2021, Holidays.NATIONAL);

    @ParameterizedTest
    @CsvSource({"2024-06-01, 2024-06-16", "2023-12-17, 2024-01-01", "2024-02-14, 2024-02-29"})
    void opensFifteenDaysAfterTheNoticeEvenOnAHoliday(LocalDate notice, LocalDate opening) {
        assertThat(CALENDAR.earliestOpening(notice)).isEqualTo(opening);
    }

    @Test
    void theRollIsChallengedOnTheFirstTenDays() {
        LocalDate notice = LocalDate.of(2024, 6, 1);

        assertThat(CALENDAR.challengeFirstDay(notice)).isEqualTo("2024-06-02");
        assertThat(CALENDAR.challengeLastDay(notice)).isEqualTo("2024-06-11");
    }

    @ParameterizedTest(name = "decided {0}: objections to {1}, final {2}, filed by {3}, handed over by {4}")
    @CsvSource({
        "2024-06-03, 2024-06-11, 2024-06-12, 2024-07-03, 2024-06-13", // 10 June is a holiday
        "2023-09-22, 2023-10-07, 2023-10-08, 2023-10-23, 2023-10-07", // the long holiday; 22 October is a Sunday
        "2024-01-25, 2024-02-01, 2024-02-02, 2024-02-26, 2024-02-04" // 4 February is a Sunday that is worked
    })
    void whatFollowsADecisionRunsFromItsDay(
            LocalDate decided, LocalDate objection, LocalDate earliestFinal, LocalDate filing, LocalDate handover) {
        assertThat(CALENDAR.objectionLastDay(decided)).isEqualTo(objection);
        assertThat(CALENDAR.earliestFinal(decided)).isEqualTo(earliestFinal);
        assertThat(CALENDAR.filingDue(decided)).isEqualTo(filing);
        assertThat(CALENDAR.handoverDue(decided)).isEqualTo(handover);
    }

    @Test
    void aCourtIsAskedWithinAYear() {
        assertThat(CALENDAR.courtDue(LocalDate.of(2023, 11, 2))).isEqualTo("2024-11-04"); // 2 November is a Saturday
    }

    @Test
    void aCompanyChangesByTheDaysOfTheRegulation() {
        CompanyChange change = new CompanyChange(LocalDate.of(2024, 12, 31), RulePacks.TAIZHOU_2021);

        assertThat(change.renewalVoteBy()).isEqualTo("2024-10-02");
        assertThat(change.nonRenewalNoticeBy()).isEqualTo("2024-10-02");
        assertThat(change.dismissalFrom(LocalDate.of(2024, 8, 2))).isEqualTo("2024-10-01");
        assertThat(change.exitBy(LocalDate.of(2024, 9, 16), Holidays.NATIONAL)).isEqualTo("2024-10-08");
    }
}
