package org.linli.decisions.reach.delivery;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteId;
import org.linli.decisions.VoteState;
import org.linli.decisions.reach.Act;
import org.linli.decisions.reach.Actor;
import org.linli.decisions.reach.BallotsIn;
import org.linli.decisions.reach.Evidence;
import org.linli.decisions.reach.Problem;
import org.linli.decisions.reach.ReachLock;
import org.linli.decisions.reach.RollView;
import org.linli.decisions.reach.RollViews;
import org.linli.platform.text.Words;
import org.linli.platform.time.BusinessTime;
import org.linli.rules.decisions.matters.Setting;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Delivery of ballots to homes, with evidence, and the board of who is reached and who has voted. */
@Service
public class Deliveries {

    private static final String READER = "业主本人";

    private final DeliveryStore store;
    private final RollViews rolls;
    private final BallotsIn ballots;
    private final Evidence evidence;
    private final ReachLock lock;
    private final BusinessTime time;

    Deliveries(
            DeliveryStore store,
            RollViews rolls,
            BallotsIn ballots,
            Evidence evidence,
            ReachLock lock,
            BusinessTime time) {
        this.store = store;
        this.rolls = rolls;
        this.ballots = ballots;
        this.evidence = evidence;
        this.lock = lock;
        this.time = time;
    }

    /** The board of one roll; empty while it is not frozen or has no such number. */
    public Optional<Board> board(Vote vote, int rollNo) {
        return rolls.find(vote.id())
                .filter(roll -> roll.totals().containsKey(rollNo))
                .map(roll -> Board.of(
                        roll,
                        rollNo,
                        delivered(vote, roll),
                        ballots.byEntry(vote.id()).keySet()));
    }

    /** The list of one building; empty while the roll is not frozen or has no such building. */
    public Optional<CollectorList> list(Vote vote, int buildingNo) {
        Optional<RollView> roll = rolls.find(vote.id());
        if (roll.isEmpty() || !roll.get().buildings().containsKey(buildingNo)) {
            return Optional.empty();
        }
        Set<String> reached = delivered(vote, roll.get());
        Set<String> voted = ballots.byEntry(vote.id()).keySet();
        Map<Integer, Delivery> byHome = new HashMap<>();
        good(vote).forEach(delivery -> byHome.put(delivery.homeNo(), delivery));
        List<CollectorList.Home> homes = roll.get().parts().stream()
                .filter(part -> part.buildingNo() == buildingNo)
                .map(part -> home(part, byHome.get(part.homeNo()), reached, voted))
                .toList();
        return Optional.of(new CollectorList(buildingNo, roll.get().buildings().getOrDefault(buildingNo, ""), homes));
    }

    private static CollectorList.Home home(
            RollView.Part part, @Nullable Delivery delivery, Set<String> reached, Set<String> voted) {
        return new CollectorList.Home(
                part.homeNo(),
                part.unit(),
                part.room(),
                part.kind(),
                delivery == null ? null : delivery.way(),
                delivery == null ? 0 : delivery.number(),
                reached.contains(part.entry()),
                voted.contains(part.entry()));
    }

    /** Identifiers of the entries to which the ballot was delivered, as of today or the end of the window. */
    public Set<String> deliveredEntries(Vote vote) {
        return rolls.find(vote.id()).map(roll -> delivered(vote, roll)).orElse(Set.of());
    }

    private Set<String> delivered(Vote vote, RollView roll) {
        Set<Integer> homes = good(vote).stream().map(Delivery::homeNo).collect(Collectors.toSet());
        return roll.parts().stream()
                .filter(part -> homes.contains(part.homeNo()))
                .map(RollView.Part::entry)
                .collect(Collectors.toSet());
    }

    private List<Delivery> good(Vote vote) {
        LocalDate last = vote.terms().window().lastDay();
        LocalDate day = time.today().isAfter(last) ? last : time.today();
        int hangs = vote.pack().value(Setting.DELIVERY_POSTING_DAYS);
        return store.list(vote.id()).stream()
                .filter(delivery -> delivery.countsOn(day, hangs))
                .toList();
    }

    /** Every delivery, voided ones with their reason. */
    public List<Delivery> all(Vote vote) {
        return store.list(vote.id());
    }

    /**
     * Records one delivery to several homes with one piece of evidence.
     *
     * @param homes numbers on the roll; anything else refuses all
     * @param file photo or scan of signatures, of the notice hanging, or of the post's receipt
     */
    @Transactional
    public Act record(
            Vote vote, Collection<Integer> homes, Way way, LocalDate onDay, String place, InputStream file, Actor by) {
        Optional<RollView> roll = rolls.find(vote.id());
        Optional<Problem> problem = problem(vote, roll, homes, way, onDay, place);
        if (problem.isPresent()) {
            return Act.refused(problem.get());
        }
        return switch (evidence.take(file)) {
            case Evidence.NotKept(Problem why) -> Act.refused(why);
            case Evidence.Kept kept -> {
                lock.hold(vote.id(), "deliveries");
                int number = store.next(vote.id());
                for (int home : new TreeSet<>(homes)) {
                    store.insert(vote.id(), number++, home, way, onDay, place, kept, time.now(), by);
                }
                yield new Act.Done(new HashSet<>(homes).size());
            }
        };
    }

    private Optional<Problem> problem(
            Vote vote, Optional<RollView> roll, Collection<Integer> homes, Way way, LocalDate onDay, String place) {
        if (roll.isEmpty()) {
            return Optional.of(Problem.NOT_FROZEN);
        }
        if (!isRunning(vote)) {
            return Optional.of(Problem.NOT_OPEN);
        }
        if (homes.isEmpty() || way == Way.PHONE_READ) {
            return Optional.of(Problem.NOTHING_CHOSEN);
        }
        if (!homes.stream().allMatch(home -> roll.get().part(home).isPresent())) {
            return Optional.of(Problem.NO_SUCH_HOME);
        }
        if (onDay.isBefore(vote.terms().noticeOn()) || onDay.isAfter(time.today())) {
            return Optional.of(Problem.DAY_NOT_POSSIBLE);
        }
        boolean needsPlace = way != Way.HANDED_OVER;
        return needsPlace && place.isBlank() || place.length() > Words.SHORT
                ? Optional.of(Problem.REASON_MISSING)
                : Optional.empty();
    }

    private static boolean isRunning(Vote vote) {
        return vote.state() == VoteState.NOTICED || vote.state() == VoteState.OPEN;
    }

    /**
     * Voters opened the notice or the ballot on the phone; recorded once a home of the roll.
     *
     * @param readers the account that read, by home
     */
    @Transactional
    public void noteReads(VoteId vote, SortedMap<Integer, Long> readers) {
        lock.hold(vote, "deliveries");
        store.insertReads(vote, readers, time.today(), time.now(), READER);
    }

    /** Takes a delivery that was recorded in error out of the board; it stays in sight with the reason. */
    @Transactional
    public Act voidDelivery(Vote vote, int number, String reason, Actor by) {
        if (!Words.isGiven(reason, Words.SHORT)) {
            return Act.refused(Problem.REASON_MISSING);
        }
        boolean known = store.list(vote.id()).stream().anyMatch(delivery -> delivery.number() == number);
        if (!known) {
            return Act.refused(Problem.NO_SUCH_HOME);
        }
        return store.insertVoid(vote.id(), number, reason.strip(), time.now(), by)
                ? new Act.Done(number)
                : Act.refused(Problem.OVERTAKEN);
    }
}
