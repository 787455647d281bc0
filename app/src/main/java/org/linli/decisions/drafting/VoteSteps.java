package org.linli.decisions.drafting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.linli.decisions.NoticeStep;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteId;
import org.linli.decisions.VoteState;
import org.linli.decisions.VoteWriter;
import org.linli.decisions.Votes;
import org.linli.decisions.Votes.By;
import org.linli.platform.scope.RowScope;
import org.linli.platform.time.BusinessTime;
import org.linli.registry.Outcome;
import org.linli.rules.decisions.calendar.VotingWindow;
import org.linli.rules.decisions.counting.DeemedPolicy;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The steps up to the notice, the one extension, and the ways out. Whoever comes second to a step finds it overtaken.
 *
 * <p>Source: domain reference a.10 [D]; State Council property management regulation arts. 14 and 19 [V].
 */
@Service
public class VoteSteps {

    private final Votes votes;
    private final VoteWriter writer;
    private final VoteLock lock;
    private final DraftStore store;
    private final VoteList list;
    private final OwnerNews news;
    private final DraftFindings findings;
    private final ApplicationEventPublisher events;
    private final ObjectProvider<NoticeStep> onNotice;
    private final BusinessTime time;

    VoteSteps(
            Votes votes,
            VoteWriter writer,
            VoteLock lock,
            DraftStore store,
            VoteList list,
            OwnerNews news,
            DraftFindings findings,
            ApplicationEventPublisher events,
            ObjectProvider<NoticeStep> onNotice,
            BusinessTime time) {
        this.votes = votes;
        this.writer = writer;
        this.lock = lock;
        this.store = store;
        this.list = list;
        this.news = news;
        this.findings = findings;
        this.events = events;
        this.onNotice = onNotice;
        this.time = time;
    }

    /** Hands the draft to the street or neighbourhood. Refused while the checker finds something. */
    @Transactional
    public Outcome submit(VoteId id, By by) {
        Vote vote = lock.hold(id);
        if (vote.state() != VoteState.DRAFT) {
            return new Outcome.Overtaken();
        }
        List<DraftCheck.Finding> found = findings.of(vote);
        if (!found.isEmpty()) {
            return Refusal.of("", "findings", found.size());
        }
        if (!vote.terms().noticeOn().isAfter(time.today())) {
            return Refusal.of("", "notice-must-lie-ahead");
        }
        votes.step(vote, VoteState.DRAFT, VoteState.REVIEW, by, "");
        return stored(id);
    }

    /**
     * The street or neighbourhood read it. Refused to whoever made or handed in the draft.
     *
     * @param reason why it goes back; a remark when accepted, may then be empty
     */
    @Transactional
    public Outcome review(VoteId id, int version, boolean accepted, String reason, By by) {
        Vote vote = lock.hold(id);
        if (vote.state() != VoteState.REVIEW || vote.terms().version() != version || isAccepted(vote)) {
            return new Outcome.Overtaken();
        }
        if (store.authors(id).contains(by.account())) {
            return Refusal.of("", "own-draft");
        }
        if (!accepted && reason.isBlank()) {
            return Refusal.of("reason", "reason");
        }
        // Source: domain reference a.4, DeemedPolicy: disputed since Civil Code art. 278, so the street says why it
        // holds here.
        if (accepted && vote.terms().deemedPolicy() == DeemedPolicy.DELIVERED_WITH_MAJORITY && reason.isBlank()) {
            return Refusal.of("reason", "legal-check");
        }
        if (accepted && vote.terms().noticeOn().isBefore(time.today())) {
            return Refusal.of("", "notice-day-past");
        }
        store.review(id, version, accepted, reason, by);
        if (!accepted) {
            votes.step(vote, VoteState.REVIEW, VoteState.DRAFT, by, reason);
        }
        return stored(id);
    }

    /** The organiser takes it back from review to change it. */
    @Transactional
    public Outcome takeBack(VoteId id, String reason, By by) {
        Vote vote = lock.hold(id);
        if (vote.state() != VoteState.REVIEW) {
            return new Outcome.Overtaken();
        }
        if (reason.isBlank()) {
            return Refusal.of("reason", "reason");
        }
        votes.step(vote, VoteState.REVIEW, VoteState.DRAFT, by, reason);
        return stored(id);
    }

    /** Publishes the notice on its day, and freezes the roll with it. */
    @Transactional
    public Outcome publish(VoteId id, By by) {
        Vote vote = lock.hold(id);
        if (vote.state() != VoteState.REVIEW) {
            return new Outcome.Overtaken();
        }
        if (!isAccepted(vote)) {
            return Refusal.of("", "not-accepted");
        }
        if (!vote.terms().noticeOn().equals(time.today())) {
            return Refusal.of("", "not-the-day", vote.terms().noticeOn().toString());
        }
        List<DraftCheck.Finding> found = findings.of(vote);
        if (!found.isEmpty()) {
            return Refusal.of("", "findings", found.size());
        }
        Optional<String> refusal = onNotice.orderedStream()
                .flatMap(step -> step.refusal(vote).stream())
                .findFirst();
        if (refusal.isPresent()) {
            return Refusal.of("", refusal.get());
        }
        votes.step(vote, VoteState.REVIEW, VoteState.NOTICED, by, "");
        Vote noticed = votes.find(id, RowScope.everything()).orElseThrow();
        onNotice.orderedStream().forEach(next -> next.onNoticed(noticed));
        return stored(id);
    }

    /** Accepted votes whose day of notice is today. */
    public List<VoteId> due() {
        return list.accepted(time.today());
    }

    /** Moves the end once, before it has come. */
    @Transactional
    public Outcome extend(VoteId id, LocalDate lastDay, String reason, By by) {
        Vote vote = lock.hold(id);
        if (vote.state() != VoteState.NOTICED && vote.state() != VoteState.OPEN) {
            return new Outcome.Overtaken();
        }
        if (reason.isBlank()) {
            return Refusal.of("reason", "reason");
        }
        VotingWindow window = vote.terms().window();
        Optional<VotingWindow.Problem> problem =
                window.extensionProblem(lastDay, time.today(), store.extensions(id), vote.pack());
        if (problem.isPresent()) {
            return Refusal.of("last_day", "extension." + problem.get());
        }
        int version = vote.terms().version() + 1;
        writer.save(
                id,
                VoteWriter.Cause.EXTENSION,
                TermsForm.next(vote.terms(), version, new VotingWindow(window.opensOn(), lastDay)),
                vote.items(),
                reason,
                by);
        events.publishEvent(new VoteExtended(id, lastDay, reason));
        news.tell(vote, "extended", lastDay.toString(), reason);
        return stored(id);
    }

    /** Gives the vote up before it closes. */
    @Transactional
    public Outcome cancel(VoteId id, String reason, By by) {
        Vote vote = lock.hold(id);
        if (vote.state().ordinal() >= VoteState.CLOSED.ordinal()) {
            return new Outcome.Overtaken();
        }
        if (reason.isBlank()) {
            return Refusal.of("reason", "reason");
        }
        votes.step(vote, vote.state(), VoteState.CANCELLED, by, reason);
        if (vote.state().isPublic()) {
            news.tell(vote, "cancelled", reason);
        }
        return stored(id);
    }

    /** Records the order that voids it; owners are told. */
    @Transactional
    public Outcome carryOut(VoteId id, VoteOrder order, By by) {
        Vote vote = lock.hold(id);
        if (!vote.state().isPublic() || vote.state().isVoid()) {
            return new Outcome.Overtaken();
        }
        if (order.issuedOn().isAfter(time.today())) {
            return Refusal.of("issued_on", "in-future");
        }
        store.order(id, order, by);
        votes.step(vote, vote.state(), order.state(), by, order.documentNo() + " " + order.reason());
        news.tell(
                vote,
                order.state() == VoteState.REVOKED ? "revoked" : "invalidated",
                order.documentNo(),
                order.reason());
        return stored(id);
    }

    /** The same step for each vote; what was refused comes back with its vote, the rest is done. */
    public List<Refused> forAll(List<VoteId> ids, java.util.function.Function<VoteId, Outcome> step) {
        List<Refused> refused = new ArrayList<>();
        for (VoteId id : ids) {
            Outcome outcome = step.apply(id);
            if (!(outcome instanceof Outcome.Stored)) {
                refused.add(new Refused(id, outcome));
            }
        }
        return refused;
    }

    /** The number of the version that holds. */
    int version(VoteId id) {
        return votes.find(id, RowScope.everything()).orElseThrow().terms().version();
    }

    /** A vote that did not take the step of its batch. */
    public record Refused(VoteId id, Outcome outcome) {}

    private boolean isAccepted(Vote vote) {
        return store.reviews(vote.id()).stream()
                .anyMatch(review ->
                        review.accepted() && review.version() == vote.terms().version());
    }

    private static Outcome stored(VoteId id) {
        return new Outcome.Stored(id.toString());
    }
}
