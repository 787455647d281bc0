package org.linli.decisions.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.decisions.VoteState;
import org.linli.rules.decisions.calendar.VotingWindow;
import org.linli.rules.decisions.matters.RulePacks;

class VoteDaysTests {

    private static final LocalDate NOTICE = LocalDate.of(2024, 3, 1);
    private static final VotingWindow WINDOW = new VotingWindow(LocalDate.of(2024, 3, 16), LocalDate.of(2024, 3, 29));

    @ParameterizedTest(name = "{0} waits for {1} from {2} to {3}")
    @CsvSource({
        "DRAFT,       SUBMIT,   ,           2024-02-22",
        "REVIEW,      REVIEW,   ,           2024-02-27",
        "NOTICED,     OPEN,     2024-03-16, 2024-03-16",
        "OPEN,        CLOSE,    2024-03-29, 2024-03-29",
        "CLOSED,      COUNT,    2024-03-30, ",
        "PRELIMINARY, FINALISE, 2024-04-09, 2024-05-06",
        "FINAL,       FILE,     2024-04-01, 2024-05-06"
    })
    void eachStateWaitsForItsStep(
            VoteState state, VoteDays.Act act, @Nullable LocalDate earliest, @Nullable LocalDate latest) {
        VoteDays.Span next = Objects.requireNonNull(days(state, false, true).next());

        assertThat(next).isEqualTo(new VoteDays.Span(act, earliest, latest));
    }

    @Test
    void anAcceptedDraftWaitsForItsNoticeDay() {
        assertThat(days(VoteState.REVIEW, true, false).next())
                .isEqualTo(new VoteDays.Span(VoteDays.Act.PUBLISH, NOTICE, NOTICE));
    }

    @Test
    void noTextNamesALastDayForTheCountNorForAResultThatNobodyFiles() {
        VoteDays.Span count = days(VoteState.CLOSED, false, true).span(VoteDays.Act.COUNT);
        VoteDays.Span last = days(VoteState.OBJECTION, false, false).span(VoteDays.Act.FINALISE);

        assertThat(last).isEqualTo(new VoteDays.Span(VoteDays.Act.FINALISE, LocalDate.of(2024, 4, 9), null));
        assertThat(count.isWithoutLastDay()).isTrue();
        assertThat(last.isWithoutLastDay()).isTrue();
        assertThat(days(VoteState.CLOSED, false, true)
                        .span(VoteDays.Act.FINALISE)
                        .isWithoutLastDay())
                .isFalse(); // nothing is known yet
        assertThat(days(VoteState.OPEN, false, true).span(VoteDays.Act.CLOSE).isWithoutLastDay())
                .isFalse();
    }

    @Test
    void whatNobodyFilesIsDoneOnceFinal() {
        assertThat(days(VoteState.FINAL, false, false).next()).isNull();
    }

    @Test
    void aStepIsOverdueFromTheDayAfterItsLastOne() {
        VoteDays.Span open =
                Objects.requireNonNull(days(VoteState.NOTICED, false, false).next());

        assertThat(open.isOverdue(WINDOW.opensOn())).isFalse();
        assertThat(open.isOverdue(WINDOW.opensOn().plusDays(1))).isTrue();
    }

    /** 2024-02-18 is a worked Sunday, the 10th to 17th are the Spring Festival. */
    @ParameterizedTest(name = "handed in on {0}, read by {1}")
    @CsvSource({"2024-03-04, 2024-03-11", "2024-02-09, 2024-02-22", "2024-04-03, 2024-04-11"})
    void theReaderHasFiveWorkingDays(LocalDate submitted, LocalDate due) {
        assertThat(VoteDays.reviewDue(submitted)).isEqualTo(due);
    }

    @Test
    void whoeverHandsInOnTheLastDayLeavesAllFive() {
        LocalDate last = VoteDays.lastSubmission(NOTICE);

        assertThat(VoteDays.reviewDue(last)).isBefore(NOTICE);
        assertThat(VoteDays.reviewDue(last.plusDays(1))).isAfterOrEqualTo(NOTICE);
    }

    private static VoteDays days(VoteState state, boolean accepted, boolean filed) {
        LocalDate decided = state.ordinal() >= VoteState.PRELIMINARY.ordinal() ? LocalDate.of(2024, 4, 1) : null;
        return new VoteDays(
                state, LocalDate.of(2024, 2, 20), accepted, NOTICE, WINDOW, decided, filed, RulePacks.TAIZHOU_2021);
    }
}
