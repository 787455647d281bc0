package org.linli.decisions.reach.delivery;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteState;
import org.linli.decisions.reach.Act;
import org.linli.decisions.reach.Actor;
import org.linli.decisions.reach.BallotsIn;
import org.linli.decisions.reach.OwnerMessages;
import org.linli.decisions.reach.Problem;
import org.linli.decisions.reach.ReachLock;
import org.linli.decisions.reach.RollView;
import org.linli.decisions.reach.RollViews;
import org.linli.decisions.reach.VotingOwners;
import org.linli.platform.settings.Portal;
import org.linli.platform.time.BusinessTime;
import org.linli.platform.web.Texts;
import org.linli.rules.decisions.calendar.Holidays;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Neutral reminders to those who may vote today and whose ballot is not in: at most three an owner and one a day, in the daytime,
 * neither on Sundays nor on public holidays, each one logged. A rehearsal reminds nobody.
 *
 * <p>Source: at most three, the days, the hours and one a day: own defaults [D].
 */
@Service
public class Reminders {

    /** The most reminders one owner gets in one vote. */
    public static final int AT_MOST = 3;

    private static final LocalTime FROM = LocalTime.of(8, 0);
    private static final LocalTime UNTIL = LocalTime.of(21, 0);

    private final ReminderStore store;
    private final RollViews rolls;
    private final VotingOwners voters;
    private final BallotsIn ballots;
    private final OwnerMessages owners;
    private final ReachLock lock;
    private final MessageSource messages;
    private final Portal portal;
    private final BusinessTime time;

    Reminders(
            ReminderStore store,
            RollViews rolls,
            VotingOwners voters,
            BallotsIn ballots,
            OwnerMessages owners,
            ReachLock lock,
            MessageSource messages,
            Portal portal,
            BusinessTime time) {
        this.store = store;
        this.rolls = rolls;
        this.voters = voters;
        this.ballots = ballots;
        this.owners = owners;
        this.lock = lock;
        this.messages = messages;
        this.portal = portal;
        this.time = time;
    }

    /** A reminder that was sent. */
    public record Sent(int ownerNo, int number, Wording wording, Instant at, LocalDate on, String by) {}

    /** @param sent how many went out @param skipped why others got none, and how many */
    public record Outcome(int sent, Map<Problem, Integer> skipped) {}

    public List<Sent> list(Vote vote) {
        return store.list(vote.id());
    }

    /**
     * Reminds everybody of a building, or of the whole area, whose ballot is not in.
     *
     * @param buildingNo a building of the roll, 0 for all
     */
    @Transactional
    public Outcome remindAll(Vote vote, int buildingNo, Wording wording, Actor by) {
        Optional<RollView> roll = rolls.find(vote.id());
        if (roll.isEmpty()) {
            return new Outcome(0, Map.of(Problem.NOT_FROZEN, 1));
        }
        Set<String> entries = roll.get().parts().stream()
                .filter(part -> buildingNo == 0 || part.buildingNo() == buildingNo)
                .map(RollView.Part::entry)
                .collect(Collectors.toSet());
        return remind(vote, roll.get(), entries, wording, by);
    }

    /** Reminds the owners of one home. */
    @Transactional
    public Act remindHome(Vote vote, int homeNo, Wording wording, Actor by) {
        Optional<RollView> roll = rolls.find(vote.id());
        Optional<RollView.Part> part = roll.flatMap(found -> found.part(homeNo));
        if (roll.isEmpty() || part.isEmpty()) {
            return Act.refused(roll.isEmpty() ? Problem.NOT_FROZEN : Problem.NO_SUCH_HOME);
        }
        Outcome outcome = remind(vote, roll.get(), Set.of(part.get().entry()), wording, by);
        return outcome.sent() > 0
                ? new Act.Done(outcome.sent())
                : Act.refused(outcome.skipped().keySet().stream().findFirst().orElse(Problem.NO_CONTACT));
    }

    private Outcome remind(Vote vote, RollView roll, Collection<String> entries, Wording wording, Actor by) {
        Optional<Problem> never = problem(vote);
        if (never.isPresent()) {
            return new Outcome(0, Map.of(never.get(), entries.size()));
        }
        lock.hold(vote.id(), "reminders");
        Set<String> voted = ballots.byEntry(vote.id()).keySet();
        List<Sent> before = store.list(vote.id());
        Map<Problem, Integer> skipped = new EnumMap<>(Problem.class);
        Map<String, SortedSet<Integer>> voting = voters.votersOf(vote.id(), entries);
        Set<Integer> done = new TreeSet<>();
        for (String id : new TreeSet<>(entries)) {
            RollView.Entry entry = roll.entries().get(id);
            if (entry == null || voted.contains(id)) {
                skipped.merge(Problem.HAS_VOTED, 1, Integer::sum);
                continue;
            }
            for (int owner : voting.getOrDefault(id, Collections.emptySortedSet())) {
                if (done.contains(owner)) {
                    continue; // owns under two heads; one reminder is enough
                }
                remind(vote, owner, before, wording, by)
                        .ifPresentOrElse(why -> skipped.merge(why, 1, Integer::sum), () -> done.add(owner));
            }
        }
        return new Outcome(done.size(), skipped);
    }

    private Optional<Problem> problem(Vote vote) {
        if (vote.state() != VoteState.OPEN && vote.state() != VoteState.NOTICED || !vote.isOpenAt(time.now())) {
            return Optional.of(Problem.NOT_OPEN);
        }
        if (vote.rehearsal()) {
            return Optional.of(Problem.REHEARSAL);
        }
        if (isQuiet(time.today())) {
            return Optional.of(Problem.QUIET_DAY);
        }
        LocalTime now = LocalTime.ofInstant(time.now(), BusinessTime.ZONE);
        return now.isBefore(FROM) || !now.isBefore(UNTIL) ? Optional.of(Problem.QUIET_HOURS) : Optional.empty();
    }

    /** A Sunday that is worked in exchange is a day like others; so is a Saturday, unless a notice makes it a holiday. */
    private static boolean isQuiet(LocalDate day) {
        return Holidays.NATIONAL.off().contains(day)
                || day.getDayOfWeek() == DayOfWeek.SUNDAY && !Holidays.NATIONAL.isWorkingDay(day);
    }

    private Optional<Problem> remind(Vote vote, int owner, List<Sent> before, Wording wording, Actor by) {
        List<Sent> own = before.stream().filter(sent -> sent.ownerNo() == owner).toList();
        if (own.size() >= AT_MOST) {
            return Optional.of(Problem.REMINDED_ENOUGH);
        }
        if (own.stream().anyMatch(sent -> sent.on().equals(time.today()))) {
            return Optional.of(Problem.REMINDED_TODAY);
        }
        Texts texts = new Texts(messages, Locale.SIMPLIFIED_CHINESE);
        String body = texts.t(
                "reach.reminder.body." + wording.name(),
                vote.communityName(),
                vote.terms().title(),
                texts.date(vote.terms().window().lastDay()),
                vote.terms().paperAddress(),
                portal.baseUrl() + "/votes/" + vote.id());
        if (!owners.send(vote.id().community(), owner, texts.t("reach.reminder.subject"), body)) {
            return Optional.of(Problem.NO_CONTACT);
        }
        store.insert(vote.id(), owner, own.size() + 1, wording, time.now(), time.today(), by);
        return Optional.empty();
    }
}
