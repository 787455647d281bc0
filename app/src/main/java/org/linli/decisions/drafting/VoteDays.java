package org.linli.decisions.drafting;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.VoteState;
import org.linli.rules.decisions.calendar.DecisionCalendar;
import org.linli.rules.decisions.calendar.Holidays;
import org.linli.rules.decisions.calendar.VotingWindow;
import org.linli.rules.decisions.matters.RulePack;
import org.linli.rules.law.Citation;
import org.linli.rules.law.LawSource;

/**
 * The legal days of a vote's steps, and which step is next.
 *
 * <p>Source: State Council property management regulation arts. 14 and 16 [V]; review within five working days, automatic close and
 * witnessed count are our own default [D] (domain reference a.10).
 *
 * @param state where it stands
 * @param since day of the last step
 * @param accepted whether the version to be published was read and accepted
 * @param noticeOn day of the notice
 * @param decidedOn day the witnessed count was signed, null before
 * @param filed whether something in it must be filed
 * @param pack numbers in force
 */
public record VoteDays(
        VoteState state,
        LocalDate since,
        boolean accepted,
        LocalDate noticeOn,
        VotingWindow window,
        @Nullable LocalDate decidedOn,
        boolean filed,
        RulePack pack) {

    /** Working days within which the street or neighbourhood reads a draft. Source: own default [D], domain reference a.10. */
    public static final int REVIEW_WORKING_DAYS = 5;

    private static final Holidays HOLIDAYS = Holidays.NATIONAL;

    /** The acts that lead a vote on, in their order. */
    public enum Act {
        SUBMIT(Citation.ownDefault()),
        REVIEW(Citation.ownDefault()),
        PUBLISH(Citation.read(LawSource.STATE_COUNCIL_REGULATION, "14")),
        OPEN(Citation.read(LawSource.STATE_COUNCIL_REGULATION, "14")),
        CLOSE(Citation.model(LawSource.MODEL_REGULATIONS, "杭州 20")),
        COUNT(Citation.ownDefault()),
        FINALISE(Citation.known(LawSource.GUIDING_RULES, "30")),
        FILE(Citation.read(LawSource.STATE_COUNCIL_REGULATION, "16"));

        private final Citation citation;

        Act(Citation citation) {
            this.citation = citation;
        }

        public Citation citation() {
            return citation;
        }
    }

    /** When an act may be done at the earliest and must be done at the latest; null where nothing limits it. */
    public record Span(
            Act act, @Nullable LocalDate earliest, @Nullable LocalDate latest) {

        /** Whether its days are known and the law names no last one, which the page then says. */
        public boolean isWithoutLastDay() {
            return earliest != null && latest == null;
        }

        public boolean isOverdue(LocalDate today) {
            return latest != null && latest.isBefore(today);
        }
    }

    /** The act that the vote waits for; null when nothing follows any more. */
    public @Nullable Span next() {
        return switch (state) {
            case DRAFT -> span(Act.SUBMIT);
            case REVIEW -> span(accepted ? Act.PUBLISH : Act.REVIEW);
            case NOTICED -> span(Act.OPEN);
            case OPEN -> span(Act.CLOSE);
            case CLOSED -> span(Act.COUNT);
            case PRELIMINARY, OBJECTION -> span(Act.FINALISE);
            case FINAL -> filed ? span(Act.FILE) : null;
            case FILED, CANCELLED, INVALIDATED, REVOKED -> null;
        };
    }

    /** The days of any act, as far as they are known now. */
    public Span span(Act act) {
        DecisionCalendar calendar = new DecisionCalendar(pack, HOLIDAYS);
        LocalDate decided = decidedOn;
        return switch (act) {
            case SUBMIT -> new Span(act, null, lastSubmission(noticeOn));
            case REVIEW ->
                new Span(act, null, state == VoteState.REVIEW && !accepted ? reviewDue(since) : noticeOn.minusDays(1));
            case PUBLISH -> new Span(act, noticeOn, noticeOn);
            case OPEN -> new Span(act, window.opensOn(), window.opensOn());
            case CLOSE -> new Span(act, window.lastDay(), window.lastDay());
            case COUNT -> new Span(act, window.lastDay().plusDays(1), null);
            case FINALISE ->
                decided == null
                        ? new Span(act, null, null)
                        // What is filed must be final by then; for anything else no text names a last day.
                        : new Span(act, calendar.earliestFinal(decided), filed ? calendar.filingDue(decided) : null);
            case FILE ->
                decided == null || !filed
                        ? new Span(act, null, null)
                        : new Span(act, decided, calendar.filingDue(decided));
        };
    }

    /** The fifth working day after the draft was handed in; that day is not counted. */
    static LocalDate reviewDue(LocalDate submittedOn) {
        LocalDate day = submittedOn;
        for (int left = REVIEW_WORKING_DAYS; left > 0; left--) {
            day = HOLIDAYS.workingDayFrom(day.plusDays(1));
        }
        return day;
    }

    /** The last day from which the reader still has all working days before the day of the notice. */
    static LocalDate lastSubmission(LocalDate noticeOn) {
        LocalDate day = noticeOn.minusDays(1);
        while (!reviewDue(day).isBefore(noticeOn)) {
            day = day.minusDays(1);
        }
        return day;
    }
}
