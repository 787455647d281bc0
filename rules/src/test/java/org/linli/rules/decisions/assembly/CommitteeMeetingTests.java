package org.linli.rules.decisions.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.rules.decisions.calendar.Holidays;
import org.linli.rules.decisions.matters.RulePacks;

class CommitteeMeetingTests {

    @ParameterizedTest
    @CsvSource({"2, 5, false", "3, 5, true", "3, 7, false", "4, 7, true", "3, 6, false", "4, 6, true"})
    void moreThanHalfOfTheSeatsMustBeThere(int present, int agreed, boolean quorum) {
        assertThat(CommitteeMeeting.hasQuorum(present, agreed)).isEqualTo(quorum);
    }

    @ParameterizedTest
    @CsvSource({
        "3, 3, 5, true",
        "3, 2, 5, false",
        "5, 3, 5, true",
        "5, 2, 5, false",
        "4, 4, 7, true",
        "4, 3, 7, false",
        "3, 3, 7, false",
        "6, 3, 6, false"
    })
    void moreThanHalfOfTheSeatsMustAgreeWhoeverIsAbsent(int present, int yes, int agreed, boolean adopted) {
        assertThat(CommitteeMeeting.isAdopted(present, yes, agreed)).isEqualTo(adopted);
    }

    @Test
    void refusesNumbersThatCannotBe() {
        assertThatIllegalArgumentException().isThrownBy(() -> CommitteeMeeting.isAdopted(3, 4, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> CommitteeMeeting.isAdopted(6, 4, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> CommitteeMeeting.isAdopted(3, -1, 5));
        assertThat(CommitteeMeeting.isAdopted(5, 5, 5)).isTrue();
        assertThat(CommitteeMeeting.isAdopted(5, 0, 5)).isFalse();
    }

    @Test
    void topicsHangThreeDaysBeforeAndTheDecisionIsPostedInThree() {
        LocalDate meeting = LocalDate.of(2023, 11, 7);

        assertThat(CommitteeMeeting.isPostedInTime(meeting.minusDays(3), meeting, RulePacks.TAIZHOU_2021))
                .isTrue();
        assertThat(CommitteeMeeting.isPostedInTime(meeting.minusDays(2), meeting, RulePacks.TAIZHOU_2021))
                .isFalse();
        assertThat(CommitteeMeeting.decisionPostedBy(meeting, RulePacks.TAIZHOU_2021, Holidays.NATIONAL))
                .isEqualTo(LocalDate.of(2023, 11, 10));
    }
}
