package org.linli.decisions.counting;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteId;
import org.linli.decisions.Votes.By;
import org.linli.decisions.counting.Taken.Refusal;
import org.linli.rules.decisions.Outcome;
import org.linli.rules.decisions.calendar.DecisionCalendar;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What follows decisions, as dated duties on the desk of whoever must act. A duty is done with evidence; it is void with its
 * decision. Nothing here writes the register: a committee or an engagement is recorded there, by people.
 */
@Service
public class Duties {

    private final DutyStore store;

    Duties(DutyStore store) {
        this.store = store;
    }

    /**
     * @param source the article, as people write it
     * @param done null while it waits
     * @param overruled whether its vote or decision is void
     */
    public record Duty(
            int number,
            int decision,
            DutyKind kind,
            LocalDate dueOn,
            String source,
            @Nullable Done done,
            boolean overruled) {
        public boolean isOpen() {
            return done == null && !overruled;
        }
    }

    /** @param asVoid it fell away @param evidence what shows it @param fileHash null without a document */
    public record Done(
            LocalDate on,
            boolean asVoid,
            String evidence,
            @Nullable String fileHash,
            String by) {}

    public List<Duty> list(VoteId vote) {
        return store.list(vote);
    }

    public Optional<Duty> find(VoteId vote, int number) {
        return store.list(vote).stream().filter(duty -> duty.number() == number).findFirst();
    }

    /** Opens what follows the signed count, and closes what a later count takes away. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(Vote vote, CountResult result) {
        LocalDate decidedOn = vote.decidedOn().orElseThrow();
        DecisionCalendar calendar = Finals.calendar(vote);
        Map<Integer, Set<DutyKind>> open = new HashMap<>();
        for (Duty duty : store.list(vote.id())) {
            if (duty.isOpen() || duty.done() != null && !duty.done().asVoid()) {
                open.computeIfAbsent(duty.decision(), decision -> EnumSet.noneOf(DutyKind.class))
                        .add(duty.kind());
            }
        }
        for (CountResult.Item item : result.items()) {
            Set<DutyKind> due = item.outcome() == Outcome.PASSED
                    ? DutyKind.of(vote.item(item.number()).matter(), item)
                    : Set.of();
            for (DutyKind kind : due) {
                if (!open.getOrDefault(item.number(), Set.of()).contains(kind)) {
                    store.open(vote.id(), item.number(), kind, kind.due(decidedOn, calendar));
                }
            }
            for (Duty duty : store.list(vote.id())) {
                if (duty.decision() == item.number() && duty.isOpen() && !due.contains(duty.kind())) {
                    store.close(vote.id(), duty.number(), true, "第" + vote.id() + "号表决重新计票后不再需要", null, "按时自动");
                }
            }
        }
    }

    /** All open duties of a decision fall away. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void voidOf(VoteId vote, int decision, By by) {
        for (Duty duty : store.list(vote)) {
            if (duty.decision() == decision && duty.done() == null) {
                store.close(vote, duty.number(), true, "决定自始无效", null, by.name());
            }
        }
    }

    /** Records that a duty is done. @param fileHash a stored document, null without one */
    @Transactional
    public Taken done(VoteId vote, int number, String evidence, @Nullable String fileHash, By by) {
        Optional<Duty> duty = find(vote, number);
        if (duty.isEmpty() || !duty.get().isOpen()) {
            return Taken.refused(Refusal.NOT_NOW);
        }
        if (evidence.isBlank()) {
            return Taken.refused(Refusal.TEXT_MISSING);
        }
        return store.close(vote, number, false, evidence.strip(), fileHash, by.name())
                ? Taken.DONE
                : Taken.refused(Refusal.NOT_NOW);
    }
}
