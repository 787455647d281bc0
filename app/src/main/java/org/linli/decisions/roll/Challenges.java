package org.linli.decisions.roll;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteId;
import org.linli.decisions.VoteState;
import org.linli.decisions.Votes.By;
import org.linli.platform.text.Words;
import org.linli.platform.time.BusinessTime;
import org.linli.publishing.gate.PublicTexts;
import org.linli.rules.decisions.calendar.DecisionCalendar;
import org.linli.rules.decisions.calendar.Holidays;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Owners challenge the roll, and somebody rules with a reason. An upheld challenge makes a new version from the corrected register.
 *
 * <p>Source: own default [D], domain reference a.10. A challenge that nobody ruled on does not stop the opening; the result shows it.
 */
@Service
public class Challenges {

    private final ChallengeStore store;
    private final RollStore rolls;
    private final RollFreeze freeze;
    private final TransactionTemplate transaction;
    private final BusinessTime time;

    private final PublicTexts gate;

    Challenges(
            ChallengeStore store,
            RollStore rolls,
            RollFreeze freeze,
            TransactionTemplate transaction,
            BusinessTime time,
            PublicTexts gate) {
        this.gate = gate;
        this.store = store;
        this.rolls = rolls;
        this.freeze = freeze;
        this.transaction = transaction;
        this.time = time;
    }

    /** Why a challenge or a ruling was not taken. Nothing was stored. */
    public enum Refusal {
        /** DEC-201: there is no roll yet. */
        NOT_FROZEN,
        /** DEC-202: outside the days on which the roll may be challenged. */
        NOT_IN_WINDOW,
        /** DEC-203: no text, or no reason, or longer than 1,000 characters. */
        NO_TEXT,
        /** DEC-204: somebody ruled on it already. */
        ALREADY_RULED,
        /** DEC-205: the vote is open: its roll holds. */
        ROLL_HOLDS,
        /** DEC-206: upheld, but the register says the same as before: correct it first. */
        REGISTER_UNCHANGED,
        /** DEC-207: the corrected register has gaps that nobody accepted. */
        GAPS,
        /** DEC-208: nobody rules on an own challenge. */
        OWN_CHALLENGE,
        /** DEC-209: staff with a home in the area leaves the ruling to somebody else. */
        OWNS_A_HOME
    }

    /**
     * A challenge.
     *
     * @param homeNo the home it is about, null for the roll as a whole
     * @param text what is said to be wrong
     * @param ruling null while nobody ruled
     */
    public record Challenge(
            int number,
            @Nullable Integer homeNo,
            String text,
            long account,
            Instant at,
            @Nullable Ruling ruling) {}

    public record Ruling(boolean upheld, String reason, String by, Instant at) {}

    /** Every challenge of a vote, oldest first. */
    public List<Challenge> list(VoteId id) {
        return store.list(id);
    }

    /** How many wait for a ruling: the result page and the robustness line say so. */
    public int open(VoteId id) {
        return Math.toIntExact(list(id).stream()
                .filter(challenge -> challenge.ruling() == null)
                .count());
    }

    /** First and last day on which the roll may be challenged. */
    public static List<LocalDate> window(Vote vote) {
        DecisionCalendar calendar = new DecisionCalendar(vote.pack(), Holidays.NATIONAL);
        LocalDate noticeOn = vote.terms().noticeOn();
        return List.of(calendar.challengeFirstDay(noticeOn), calendar.challengeLastDay(noticeOn));
    }

    /** @param homeNo the home it is about, null for the roll as a whole; the caller checked that the account owns in the area */
    @Transactional
    public Optional<Refusal> challenge(Vote vote, long account, @Nullable Integer homeNo, String text) {
        if (rolls.lastVersion(vote.id()) == 0) {
            return Optional.of(Refusal.NOT_FROZEN);
        }
        LocalDate today = time.today();
        List<LocalDate> window = window(vote);
        if (vote.state() != VoteState.NOTICED || today.isBefore(window.getFirst()) || today.isAfter(window.getLast())) {
            return Optional.of(Refusal.NOT_IN_WINDOW);
        }
        if (isNoText(text)) {
            return Optional.of(Refusal.NO_TEXT);
        }
        store.insert(vote.id(), account, homeNo, text.strip());
        return Optional.empty();
    }

    /** A ruling; where it upholds, the roll is frozen again in the same transaction, or nothing is stored. */
    public Optional<Refusal> rule(Vote vote, int number, boolean upheld, String reason, By by) {
        Optional<Challenge> found =
                list(vote.id()).stream().filter(one -> one.number() == number).findFirst();
        if (found.isEmpty() || found.get().ruling() != null) {
            return Optional.of(Refusal.ALREADY_RULED);
        }
        if (by.account() != null && by.account() == found.get().account()) {
            return Optional.of(Refusal.OWN_CHALLENGE);
        }
        if (isNoText(reason)) {
            return Optional.of(Refusal.NO_TEXT);
        }
        if (upheld
                && (vote.state() != VoteState.NOTICED
                        || !time.now().isBefore(vote.terms().opensAt()))) {
            return Optional.of(Refusal.ROLL_HOLDS);
        }
        try {
            return Objects.requireNonNull(transaction.execute(status -> {
                Optional<Refusal> refusal = store(
                        vote,
                        number,
                        upheld,
                        gate.check(reason.strip(), vote.division()).masked(),
                        by);
                refusal.ifPresent(why -> status.setRollbackOnly());
                return refusal;
            }));
        } catch (RollNotReady gaps) {
            return Optional.of(Refusal.GAPS);
        }
    }

    private Optional<Refusal> store(Vote vote, int number, boolean upheld, String reason, By by) {
        if (!store.rule(vote.id(), number, upheld, reason, by)) {
            return Optional.of(Refusal.ALREADY_RULED);
        }
        if (!upheld) {
            return Optional.empty();
        }
        freeze.freezeAgain(vote, reason);
        List<FrozenRoll.Edition> editions = rolls.versions(vote.id());
        boolean same = editions.getLast()
                .rolls()
                .equals(editions.get(editions.size() - 2).rolls());
        return same ? Optional.of(Refusal.REGISTER_UNCHANGED) : Optional.empty();
    }

    private static boolean isNoText(String text) {
        return !Words.isGiven(text, 1000);
    }
}
