package org.linli.rules.decisions.calendar;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.linli.rules.decisions.matters.RulePack;
import org.linli.rules.decisions.matters.Setting;

/**
 * The days on which owners may vote.
 *
 * <p>Source: State Council property management regulation art. 14 for the notice [V]; neighbouring cities' property regulations
 * (Hangzhou 20) for the length and the one extension [D]; outages are our own default [D].
 *
 * @param opensOn first day, from 00:00
 * @param lastDay last day, to its end
 */
public record VotingWindow(LocalDate opensOn, LocalDate lastDay) {
    private static final Duration TOLERATED_OUTAGE = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    /** What is wrong with a window or its extension. */
    public enum Problem {
        NOTICE_TOO_SHORT,
        TOO_SHORT,
        TOO_LONG,
        /** The extension is not later than the end announced. */
        NOT_LATER,
        /** The window has already ended. */
        ALREADY_ENDED,
        ALREADY_EXTENDED
    }

    /** Refuses a window that ends before it opens. */
    public VotingWindow {
        if (lastDay.isBefore(opensOn)) {
            throw new IllegalArgumentException("ends before it opens: %s to %s".formatted(opensOn, lastDay));
        }
    }

    /** Days on which owners may vote, both ends included. */
    public long days() {
        return ChronoUnit.DAYS.between(opensOn, lastDay) + 1;
    }

    /** What is wrong with it, given the day its notice is published. */
    public Optional<Problem> problem(LocalDate noticeOn, RulePack pack) {
        if (opensOn.isBefore(Periods.earliest(noticeOn, pack.value(Setting.NOTICE_DAYS)))) {
            return Optional.of(Problem.NOTICE_TOO_SHORT);
        }
        if (days() < pack.value(Setting.WINDOW_FEWEST_DAYS)) {
            return Optional.of(Problem.TOO_SHORT);
        }
        return days() > pack.value(Setting.WINDOW_MOST_DAYS) ? Optional.of(Problem.TOO_LONG) : Optional.empty();
    }

    /**
     * What stands against moving the end to a later day.
     *
     * @param extensions how often it was extended before, outages apart
     */
    public Optional<Problem> extensionProblem(LocalDate newLastDay, LocalDate today, int extensions, RulePack pack) {
        if (today.isAfter(lastDay)) {
            return Optional.of(Problem.ALREADY_ENDED);
        }
        if (extensions >= pack.value(Setting.EXTENSIONS)) {
            return Optional.of(Problem.ALREADY_EXTENDED);
        }
        if (!newLastDay.isAfter(lastDay)) {
            return Optional.of(Problem.NOT_LATER);
        }
        boolean tooLong = new VotingWindow(opensOn, newLastDay).days() > pack.value(Setting.WINDOW_MOST_DAYS);
        return tooLong ? Optional.of(Problem.TOO_LONG) : Optional.empty();
    }

    /**
     * The window after outages: more than an hour in total extends it by the downtime rounded up to whole days. This needs no
     * decision, does not use up the extension and is not bound by the longest window.
     *
     * @param total all downtime inside the window, not negative
     */
    public VotingWindow afterOutages(Duration total) {
        if (total.compareTo(TOLERATED_OUTAGE) <= 0) {
            return this;
        }
        long days = total.plus(DAY).minusNanos(1).dividedBy(DAY);
        return new VotingWindow(opensOn, lastDay.plusDays(days));
    }
}
