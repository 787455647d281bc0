package org.linli.decisions.drafting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.linli.decisions.DecisionItem;
import org.linli.decisions.DecisionKind;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteId;
import org.linli.decisions.VoteState;
import org.linli.decisions.Votes.By;
import org.linli.platform.scope.RowScope;
import org.linli.platform.text.Pinyin;
import org.linli.platform.time.BusinessTime;
import org.linli.registry.HomeLine;
import org.linli.registry.Homes;
import org.linli.registry.Outcome;
import org.linli.rules.codes.Masks;
import org.linli.rules.decisions.matters.Setting;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who stands for election: put forward by owners or recommended, with consent, found on the register, and posted before the opening.
 *
 * <p>Source: Taizhou regulation art. 19 (a candidate owns a home in the area) [V]; guiding rules art. 14 for the sources [K];
 * Hangzhou 26 and Ningbo 31 as models for the posting [V].
 */
@Service
public class Nominations {

    private final NominationStore store;
    private final DraftStore postings;
    private final Drafts drafts;
    private final VoteLock lock;
    private final Consents consents;
    private final Homes homes;
    private final BusinessTime time;
    private final ApplicationEventPublisher events;

    Nominations(
            NominationStore store,
            DraftStore postings,
            Drafts drafts,
            VoteLock lock,
            Consents consents,
            Homes homes,
            BusinessTime time,
            ApplicationEventPublisher events) {
        this.events = events;
        this.store = store;
        this.postings = postings;
        this.drafts = drafts;
        this.lock = lock;
        this.consents = consents;
        this.homes = homes;
        this.time = time;
    }

    public List<Nomination> list(VoteId id) {
        return store.list(id);
    }

    public List<NominationWindow> windows(VoteId id) {
        return store.windows(id);
    }

    /** Candidate lists as posted, newest first for each election. */
    public List<Posting> postings(VoteId id) {
        return postings.postings(id);
    }

    /** Asks owners for candidates on these days, which end before the notice. */
    @Transactional
    public Outcome open(VoteId id, int decision, LocalDate from, LocalDate to, By by) {
        Vote vote = lock.hold(id);
        if (vote.state() != VoteState.DRAFT) {
            return new Outcome.Overtaken();
        }
        if (election(vote, decision).isEmpty()) {
            return Refusal.of("", "no-election");
        }
        if (to.isBefore(from) || from.isBefore(time.today())) {
            return Refusal.of("to_on", "nomination-days");
        }
        if (!to.isBefore(vote.terms().noticeOn())) {
            return Refusal.of("to_on", "nomination-before-notice");
        }
        store.open(id, decision, from, to, by);
        return new Outcome.Stored(id.toString());
    }

    /**
     * Puts somebody forward. By an owner only while the window is open, and only oneself or jointly; recommendations come through the
     * desk.
     *
     * @param desk whether the organiser records a recommendation
     */
    @Transactional
    public Outcome nominate(VoteId id, Nomination nomination, boolean desk, By by) {
        Vote vote = lock.hold(id);
        boolean open = store.windows(id).stream()
                .anyMatch(window -> window.decision() == nomination.decision() && window.isOpenOn(time.today()));
        if (vote.state() != VoteState.DRAFT
                || election(vote, nomination.decision()).isEmpty()
                || !open) {
            return Refusal.of("", "nomination-closed");
        }
        boolean recommendation = nomination.source() == Nomination.Source.NEIGHBOURHOOD
                || nomination.source() == Nomination.Source.PARTY;
        if (recommendation != desk) {
            return Refusal.of("source", "nomination-source");
        }
        if (nomination.source() == Nomination.Source.JOINT
                && nomination.nominators().isBlank()) {
            return Refusal.of("nominators", "nominators");
        }
        if (store.list(id).stream().anyMatch(other -> isSame(other, nomination))) {
            return Refusal.of("name", "nominated-already");
        }
        return new Outcome.Stored(Integer.toString(store.add(id, nomination)));
    }

    private static boolean isSame(Nomination one, Nomination other) {
        return one.decision() == other.decision()
                && one.name().equals(other.name())
                && one.room().equals(other.room())
                && !one.isOver();
    }

    /** Refuses an application with its reason, such as a bar of the adopted rules. */
    @Transactional
    public Outcome refuse(VoteId id, int number, String reason, By by) {
        return act(id, number, Nomination.Step.REFUSED, reason, by);
    }

    /** The person put forward by this account withdraws; the desk may record it for anybody. */
    @Transactional
    public Outcome withdraw(VoteId id, int number, String reason, boolean desk, By by) {
        boolean own = store.find(id, number)
                .map(nomination -> Long.valueOf(nomination.byAccount()).equals(by.account()))
                .orElse(false);
        return own || desk ? act(id, number, Nomination.Step.WITHDRAWN, reason, by) : new Outcome.Unknown();
    }

    private Outcome act(VoteId id, int number, Nomination.Step step, String reason, By by) {
        Vote vote = lock.hold(id);
        Optional<Nomination> nomination = store.find(id, number);
        if (nomination.isEmpty()) {
            return new Outcome.Unknown();
        }
        if (vote.state() != VoteState.DRAFT || nomination.get().has(step)) {
            return new Outcome.Overtaken();
        }
        if (reason.isBlank()) {
            return Refusal.of("reason", "reason");
        }
        store.act(id, number, step, null, reason, by);
        return new Outcome.Stored(Integer.toString(number));
    }

    /** Finds the candidate among the owners of a home; refused when the register knows nobody of that name there. */
    @Transactional
    public Outcome qualify(VoteId id, int number, int homeNo, RowScope scope, By by) {
        Vote vote = lock.hold(id);
        Optional<Nomination> nomination = store.find(id, number);
        if (nomination.isEmpty()) {
            return new Outcome.Unknown();
        }
        if (vote.state() != VoteState.DRAFT || nomination.get().has(Nomination.Step.ELIGIBLE)) {
            return new Outcome.Overtaken();
        }
        String masked = Masks.name(nomination.get().name());
        Optional<HomeLine.Owner> owner = homes.find(id.community(), homeNo, time.today(), scope).stream()
                .flatMap(home -> home.owners().stream())
                .filter(one -> one.name().equals(masked))
                .findFirst();
        if (owner.isEmpty()) {
            return Refusal.of("home_no", "not-an-owner");
        }
        store.act(id, number, Nomination.Step.ELIGIBLE, owner.get().ownerNo(), "", by);
        consents.ask(vote, nomination.get(), owner.get().ownerNo());
        return new Outcome.Stored(Integer.toString(number));
    }

    /** Posts everybody who consents and is found eligible, by pinyin; from then on this list is the ballot's. */
    @Transactional
    public Outcome post(VoteId id, int seen, int decision, String reason, By by) {
        Vote vote = lock.hold(id);
        if (vote.state() != VoteState.DRAFT || election(vote, decision).isEmpty()) {
            return new Outcome.Overtaken();
        }
        List<Nomination> ready = store.list(id).stream()
                .filter(nomination -> nomination.decision() == decision && nomination.isReady())
                .sorted(Comparator.comparing((Nomination nomination) -> Pinyin.key(nomination.name()))
                        .thenComparing(Nomination::number))
                .toList();
        if (ready.isEmpty()) {
            return Refusal.of("", "nobody-ready");
        }
        boolean again = postings.postings(id).stream().anyMatch(posting -> posting.decision() == decision);
        if (again && reason.isBlank()) {
            return Refusal.of("reason", "reason");
        }
        List<DecisionItem.Option> options = new ArrayList<>();
        for (Nomination one : ready) {
            options.add(new DecisionItem.Option(
                    options.size() + 1,
                    one.name(),
                    one.statement(),
                    null,
                    one.ownerNo().orElseThrow(),
                    one.source().name()));
        }
        Outcome saved = drafts.saveCandidates(id, seen, decision, options, by);
        if (saved instanceof Outcome.Stored) {
            LocalDate until = time.today().plusDays(vote.pack().value(Setting.CANDIDATE_POSTING_DAYS));
            postings.post(id, decision, seen + 1, until, reason, by);
            int number = postings.postings(id).stream()
                    .filter(posting -> posting.decision() == decision)
                    .mapToInt(Posting::number)
                    .max()
                    .orElseThrow();
            events.publishEvent(new CandidatesPosted(id, decision, number));
        }
        return saved;
    }

    private static Optional<DecisionItem> election(Vote vote, int decision) {
        return vote.items().stream()
                .filter(item -> item.number() == decision && item.kind() == DecisionKind.ELECTION)
                .findFirst();
    }
}
