package org.linli.decisions.counting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteState;
import org.linli.decisions.Votes;
import org.linli.decisions.Votes.By;
import org.linli.decisions.casting.UndecidedDenials;
import org.linli.decisions.counting.Taken.Refusal;
import org.linli.platform.time.BusinessTime;
import org.linli.rules.decisions.calendar.DecisionCalendar;
import org.linli.rules.decisions.calendar.Holidays;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The last two steps: final once objections are ruled on, filed once the filing has its number. */
@Service
public class Finals {

    private final Counting counting;
    private final Objections objections;
    private final UndecidedDenials denials;
    private final Votes votes;
    private final BusinessTime time;

    Finals(Counting counting, Objections objections, UndecidedDenials denials, Votes votes, BusinessTime time) {
        this.counting = counting;
        this.objections = objections;
        this.denials = denials;
        this.votes = votes;
        this.time = time;
    }

    /** The legal days of a vote. */
    public static DecisionCalendar calendar(Vote vote) {
        return new DecisionCalendar(vote.pack(), Holidays.NATIONAL);
    }

    /** What keeps the result from being final today; empty when nothing does. */
    public Optional<Refusal> against(Vote vote) {
        Optional<LocalDate> decidedOn = vote.decidedOn();
        List<CountSheet> sheets = counting.list(vote.id());
        if (vote.state() != VoteState.OBJECTION || decidedOn.isEmpty() || sheets.isEmpty()) {
            return Optional.of(Refusal.NOT_NOW);
        }
        if (!sheets.getLast().isSigned()) {
            return Optional.of(Refusal.NOT_SIGNED);
        }
        if (time.today().isBefore(calendar(vote).earliestFinal(decidedOn.get()))) {
            return Optional.of(Refusal.TOO_EARLY);
        }
        if (objections.list(vote.id()).stream().anyMatch(objection -> objection.ruling() == null)) {
            return Optional.of(Refusal.OBJECTIONS_OPEN);
        }
        CountResult fresh = counting.fresh(vote);
        if (fresh.hangsOnContested()) {
            return Optional.of(Refusal.HANGS_ON_CONTESTED);
        }
        return isSame(fresh, sheets.getLast().result()) ? Optional.empty() : Optional.of(Refusal.COUNT_AGAIN);
    }

    /** Which ballots are contested may have changed without changing a figure. */
    private static boolean isSame(CountResult fresh, CountResult counted) {
        return fresh.items().stream().allMatch(item -> {
            CountResult.Item before = counted.item(item.number());
            return item.lines().equals(before.lines()) && item.chosen().equals(before.chosen());
        });
    }

    @Transactional
    public Taken finish(Vote vote, By by) {
        Optional<Refusal> against = against(vote);
        if (against.isPresent()) {
            return Taken.refused(against.get());
        }
        denials.end(vote);
        votes.step(vote, VoteState.OBJECTION, VoteState.FINAL, by, "");
        return Taken.DONE;
    }

    /** Records the filing 备案. @param number of the filing certificate */
    @Transactional
    public Taken file(Vote vote, String number, By by) {
        if (vote.state() != VoteState.FINAL) {
            return Taken.refused(Refusal.NOT_NOW);
        }
        if (number.isBlank()) {
            return Taken.refused(Refusal.TEXT_MISSING);
        }
        votes.step(vote, VoteState.FINAL, VoteState.FILED, by, number.strip());
        return Taken.DONE;
    }
}
