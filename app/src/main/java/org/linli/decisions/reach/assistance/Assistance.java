package org.linli.decisions.reach.assistance;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.linli.decisions.Vote;
import org.linli.decisions.casting.Answer;
import org.linli.decisions.casting.AnswerText;
import org.linli.decisions.casting.Ballots;
import org.linli.decisions.casting.CastRequest;
import org.linli.decisions.casting.CastResult;
import org.linli.decisions.reach.Act;
import org.linli.decisions.reach.Actor;
import org.linli.decisions.reach.BallotsIn;
import org.linli.decisions.reach.Problem;
import org.linli.decisions.reach.ReachLock;
import org.linli.decisions.reach.RollView;
import org.linli.decisions.reach.RollViews;
import org.linli.decisions.reach.VotingOwners;
import org.linli.platform.audit.AccessLog;
import org.linli.platform.keys.PersonalData;
import org.linli.platform.text.Words;
import org.linli.platform.time.BusinessTime;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * An owner votes with two staff beside: one opens and holds the device, the other joins from an account of his own; the owner marks
 * the device or says it aloud; the other reads it back and confirms, and the ballot is cast. What was marked is kept only until
 * then.
 */
@Service
public class Assistance {

    private final AssistanceStore store;
    private final VotingPoints points;
    private final RollViews rolls;
    private final VotingOwners voters;
    private final BallotsIn ballots;
    private final Ballots box;
    private final PersonalData cipher;
    private final ReachLock lock;
    private final AccessLog log;
    private final BusinessTime time;

    Assistance(
            AssistanceStore store,
            VotingPoints points,
            RollViews rolls,
            VotingOwners voters,
            BallotsIn ballots,
            Ballots box,
            PersonalData cipher,
            ReachLock lock,
            AccessLog log,
            BusinessTime time) {
        this.store = store;
        this.points = points;
        this.rolls = rolls;
        this.voters = voters;
        this.ballots = ballots;
        this.box = box;
        this.cipher = cipher;
        this.lock = lock;
        this.log = log;
        this.time = time;
    }

    public List<Session> list(Vote vote) {
        return store.sessions(vote.id());
    }

    public Optional<Session> find(Vote vote, int number) {
        return store.session(vote.id(), number);
    }

    /** @param identity the document that was shown, null refuses */
    @Transactional
    public Act open(
            Vote vote,
            int pointNo,
            int homeNo,
            int ownerNo,
            Session.@org.jspecify.annotations.Nullable IdentityPaper identity,
            Actor by) {
        Instant now = time.now();
        Optional<VotingPoint> point = points.find(vote, pointNo);
        if (point.isEmpty() || !point.get().isOf(by)) {
            return Act.refused(Problem.NOT_OF_THIS_POINT);
        }
        Optional<RollView.Entry> entry = rolls.find(vote.id()).flatMap(roll -> roll.ofHome(homeNo));
        Optional<Problem> problem = points.problem(vote, by.account())
                .or(() -> vote.isOpenAt(now) ? Optional.empty() : Optional.of(Problem.NOT_OPEN))
                .or(() -> identity == null ? Optional.of(Problem.IDENTITY_NOT_SEEN) : Optional.empty());
        if (problem.isPresent() || identity == null) {
            return Act.refused(problem.orElse(Problem.IDENTITY_NOT_SEEN));
        }
        if (entry.isEmpty()) {
            return Act.refused(Problem.NO_SUCH_HOME);
        }
        if (!voters.mayVote(vote.id(), homeNo, ownerNo)) {
            return Act.refused(Problem.NO_VOTE);
        }
        if (ballots.find(vote.id(), entry.get().id()).isPresent()) {
            return Act.refused(Problem.HAS_VOTED);
        }
        lock.hold(vote.id(), "assisted");
        int number = list(vote).size() + 1;
        store.insert(
                vote.id(),
                new Session(
                        number,
                        pointNo,
                        entry.get().id(),
                        homeNo,
                        ownerNo,
                        identity,
                        now,
                        by.account(),
                        java.util.Map.of()));
        return new Act.Done(number);
    }

    /** The other one of the two is there. */
    @Transactional
    public Act join(Vote vote, int number, Actor by) {
        Optional<Session> session = find(vote, number);
        Optional<Problem> problem = problem(vote, session, by);
        if (problem.isPresent()) {
            return Act.refused(problem.get());
        }
        if (session.orElseThrow().opener() == by.account()) {
            return Act.refused(Problem.SAME_PERSON);
        }
        return store.insert(vote.id(), number, Session.Step.JOINED, "", time.now(), by.account())
                ? new Act.Done(number)
                : Act.refused(Problem.OVERTAKEN);
    }

    /** The opener's device brings what the owner marked, or said aloud. */
    @Transactional
    public Act mark(Vote vote, int number, boolean spoken, SortedMap<Integer, Answer> answers, Actor by) {
        Optional<Session> session = find(vote, number);
        Optional<Problem> problem = problem(vote, session, by);
        if (problem.isPresent()) {
            return Act.refused(problem.get());
        }
        Session found = session.orElseThrow();
        if (found.opener() != by.account()) {
            return Act.refused(Problem.NOT_OF_THIS_POINT);
        }
        if (found.companion().isEmpty()) {
            return Act.refused(Problem.OTHER_NOT_THERE);
        }
        Session.Step step = spoken ? Session.Step.SPOKEN : Session.Step.CHOSEN;
        lock.hold(vote.id(), "assisted");
        if (found.isMarked() || store.draft(vote.id(), number).isPresent()) {
            return Act.refused(Problem.OVERTAKEN);
        }
        store.insert(vote.id(), number, step, "", time.now(), by.account());
        store.insertDraft(vote.id(), number, cipher.encrypt(AnswerText.write(answers)));
        return new Act.Done(number);
    }

    /** What was marked, for the other one to read back to the owner; empty for everybody else, and once it is over. */
    public SortedMap<Integer, Answer> marked(Vote vote, Session session, Actor by) {
        boolean isCompanion =
                session.companion().filter(account -> account == by.account()).isPresent();
        return isCompanion && !session.isOver() ? draft(vote, session.number()) : new TreeMap<>();
    }

    private SortedMap<Integer, Answer> draft(Vote vote, int number) {
        return store.draft(vote.id(), number)
                .map(cipher::decrypt)
                .map(AnswerText::read)
                .orElseGet(TreeMap::new);
    }

    /** The other one read it back and the owner agreed: the ballot is cast, in the time of this request. */
    public Act confirm(Vote vote, int number, Actor by) {
        Instant receivedAt = time.now();
        Optional<Session> session = find(vote, number);
        Optional<Problem> problem = problem(vote, session, by);
        if (problem.isPresent()) {
            return Act.refused(problem.get());
        }
        Session found = session.orElseThrow();
        if (found.companion().filter(account -> account == by.account()).isEmpty()) {
            return Act.refused(Problem.SAME_PERSON);
        }
        if (!voters.mayVote(vote.id(), found.homeNo(), found.ownerNo())) {
            return Act.refused(Problem.NO_VOTE);
        }
        SortedMap<Integer, Answer> answers = draft(vote, number);
        if (answers.isEmpty()) {
            return Act.refused(Problem.NOT_CHOSEN_YET);
        }
        CastResult result = box.cast(new CastRequest(
                vote.id(),
                found.entry(),
                answers,
                CastRequest.Channel.ASSISTED,
                found.homeNo(),
                found.ownerNo(),
                by.account(),
                null,
                null,
                number,
                receivedAt));
        return result(vote, found, result, by);
    }

    private Act result(Vote vote, Session session, CastResult result, Actor by) {
        return switch (result) {
            case CastResult.Cast cast -> confirmed(vote, session, by);
            case CastResult.AlreadyCast already -> {
                boolean own = ballots.find(vote.id(), session.entry())
                        .filter(line -> line.channel() == CastRequest.Channel.ASSISTED)
                        .isPresent();
                yield own && already.sameAnswers() ? confirmed(vote, session, by) : overtaken(vote, session, by);
            }
            case CastResult.Refused(CastResult.Refusal why) ->
                new Act.Refused(Problem.BALLOT_REFUSED, List.of("reach.cast-refused." + why.name()));
        };
    }

    private Act confirmed(Vote vote, Session session, Actor by) {
        store.insert(vote.id(), session.number(), Session.Step.CONFIRMED, "", time.now(), by.account());
        store.deleteDraft(vote.id(), session.number());
        log.record(new AccessLog.Act(
                by.account(), null, "assisted-ballot.cast", "vote", vote.id() + "/" + session.number(), "", "", ""));
        return new Act.Done(session.number());
    }

    private Act overtaken(Vote vote, Session session, Actor by) {
        store.insert(vote.id(), session.number(), Session.Step.STOPPED, "已用其他方式表决", time.now(), by.account());
        store.deleteDraft(vote.id(), session.number());
        return Act.refused(Problem.HAS_VOTED);
    }

    /** Either of the two ends it; nothing was cast. */
    @Transactional
    public Act stop(Vote vote, int number, String reason, Actor by) {
        Optional<Session> session = find(vote, number);
        Optional<Problem> problem = problem(vote, session, by);
        if (problem.isPresent()) {
            return Act.refused(problem.get());
        }
        if (!Words.isGiven(reason, Words.SHORT)) {
            return Act.refused(Problem.REASON_MISSING);
        }
        store.insert(vote.id(), number, Session.Step.STOPPED, reason.strip(), time.now(), by.account());
        store.deleteDraft(vote.id(), number);
        return new Act.Done(number);
    }

    /** The receipt to be printed for the owner. */
    public Optional<CastResult.Receipt> receipt(Vote vote, Session session) {
        return session.has(Session.Step.CONFIRMED)
                ? ballots.find(vote.id(), session.entry())
                        .flatMap(line -> box.receipt(vote.id(), session.entry(), line.attempt()))
                : Optional.empty();
    }

    private Optional<Problem> problem(Vote vote, Optional<Session> session, Actor by) {
        if (session.isEmpty()) {
            return Optional.of(Problem.NO_SUCH_HOME);
        }
        boolean known = points.find(vote, session.get().pointNo())
                .filter(point -> point.isOf(by))
                .isPresent();
        if (!known) {
            return Optional.of(Problem.NOT_OF_THIS_POINT);
        }
        if (session.get().isOver()) {
            return Optional.of(Problem.SESSION_OVER);
        }
        return points.problem(vote, by.account());
    }
}
