package org.linli.decisions.reach.paper;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
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
import org.linli.platform.audit.AccessLog;
import org.linli.platform.keys.PersonalData;
import org.linli.platform.scope.Role;
import org.linli.platform.text.Words;
import org.linli.platform.time.BusinessTime;
import org.springframework.stereotype.Service;

/**
 * Two people read a returned ballot, each for himself; when they read the same it is cast, else the street looks a third time and
 * says why. Neither sees what the other read.
 */
@Service
public class PaperReadings {

    private static final int FIRST = 1;
    private static final int SECOND = 2;
    private static final int THIRD = 3;

    private final PaperStore store;
    private final PaperBallots papers;
    private final Ballots box;
    private final BallotsIn ballots;
    private final PersonalData cipher;
    private final AccessLog log;
    private final BusinessTime time;

    PaperReadings(
            PaperStore store,
            PaperBallots papers,
            Ballots box,
            BallotsIn ballots,
            PersonalData cipher,
            AccessLog log,
            BusinessTime time) {
        this.store = store;
        this.papers = papers;
        this.box = box;
        this.ballots = ballots;
        this.cipher = cipher;
        this.log = log;
        this.time = time;
    }

    /** What a paper waits for. */
    public enum Wait {
        NOTHING,
        RETURN,
        SCAN,
        FIRST,
        SECOND,
        /** Two read differently. */
        THIRD,
        /** Two read the same, and casting was interrupted. */
        CASTING
    }

    public Wait waitsFor(Vote vote, Paper paper) {
        if (paper.state() == Paper.State.OUTSTANDING) {
            return Wait.RETURN;
        }
        if (paper.state() != Paper.State.RETURNED) {
            return Wait.NOTHING;
        }
        if (paper.scans().isEmpty()) {
            return Wait.SCAN;
        }
        return switch (paper.readings().size()) {
            case 0 -> Wait.FIRST;
            case 1 -> Wait.SECOND;
            default -> decided(vote, paper).isPresent() ? Wait.CASTING : Wait.THIRD;
        };
    }

    /**
     * Stores what one person read, and casts the ballot when that settles it.
     *
     * @param reason asked of the third reader, who is of the street and neither of the first two
     */
    public Act read(Vote vote, int number, SortedMap<Integer, Answer> answers, String reason, Actor by) {
        Optional<Paper> paper = papers.find(vote, number);
        if (paper.isEmpty()) {
            return Act.refused(Problem.NO_SUCH_HOME);
        }
        Optional<Problem> problem = problem(vote, paper.get(), reason, by);
        if (problem.isPresent()) {
            return Act.refused(problem.get());
        }
        int reading = paper.get().readings().size() + 1;
        String why = reading == THIRD ? reason.strip() : "";
        byte[] sealed = cipher.encrypt(AnswerText.write(answers));
        if (!store.insertReading(vote.id(), number, reading, sealed, why, time.now(), by)) {
            return Act.refused(Problem.OVERTAKEN);
        }
        if (reading == THIRD) {
            log.record(new AccessLog.Act(
                    by.account(), null, "paper.third-look", "vote", vote.id() + "/" + number, "", "", ""));
        }
        return reading == FIRST ? new Act.Done(number) : settle(vote, number, by);
    }

    private Optional<Problem> problem(Vote vote, Paper paper, String reason, Actor by) {
        return switch (waitsFor(vote, paper)) {
            case NOTHING -> Optional.of(paper.used() ? Problem.PAPER_COUNTED : Problem.PAPER_VOIDED);
            case RETURN -> Optional.of(Problem.PAPER_NOT_RETURNED);
            case SCAN -> Optional.of(Problem.SCAN_MISSING);
            case CASTING -> Optional.of(Problem.READ_ALREADY);
            case FIRST, SECOND -> paper.wasReadBy(by.account()) ? Optional.of(Problem.SAME_PERSON) : Optional.empty();
            case THIRD -> thirdProblem(paper, reason, by);
        };
    }

    private static Optional<Problem> thirdProblem(Paper paper, String reason, Actor by) {
        if (by.role() != Role.STREET) {
            return Optional.of(Problem.STREET_LOOKS);
        }
        if (paper.wasReadBy(by.account())) {
            return Optional.of(Problem.SAME_PERSON);
        }
        return Words.isGiven(reason, Words.SHORT) ? Optional.empty() : Optional.of(Problem.REASON_MISSING);
    }

    /** Casts a ballot whose readings settle it; also what an interruption left undone. Differing readings only wait. */
    public Act settle(Vote vote, int number, Actor by) {
        Optional<Paper> paper = papers.find(vote, number);
        Optional<SortedMap<Integer, Answer>> answers = paper.flatMap(found -> decided(vote, found));
        if (paper.isEmpty() || answers.isEmpty()) {
            return new Act.Done(number);
        }
        return cast(vote, paper.get(), answers.get(), by);
    }

    private Optional<SortedMap<Integer, Answer>> decided(Vote vote, Paper paper) {
        Map<Integer, byte[]> sealed = store.sealed(vote.id(), paper.number());
        Optional<String> first = text(sealed, FIRST);
        Optional<String> second = text(sealed, SECOND);
        Optional<String> third = text(sealed, THIRD);
        Optional<String> settled = third.isPresent()
                ? third
                : second.filter(text -> first.filter(text::equals).isPresent());
        return settled.map(AnswerText::read);
    }

    private Optional<String> text(Map<Integer, byte[]> sealed, int number) {
        return Optional.ofNullable(sealed.get(number)).map(cipher::decrypt);
    }

    private Act cast(Vote vote, Paper paper, SortedMap<Integer, Answer> answers, Actor by) {
        Paper.Returned returned = paper.returned();
        if (returned == null) {
            return Act.refused(Problem.PAPER_NOT_RETURNED);
        }
        CastResult result = box.cast(new CastRequest(
                vote.id(),
                paper.entry(),
                answers,
                CastRequest.Channel.PAPER,
                null,
                null,
                by.account(),
                null,
                paper.serial(),
                null,
                returned.at()));
        return switch (result) {
            case CastResult.Cast cast -> new Act.Done(paper.number());
            case CastResult.AlreadyCast already -> second(vote, paper, by);
            case CastResult.Refused(CastResult.Refusal why) ->
                new Act.Refused(Problem.BALLOT_REFUSED, java.util.List.of("reach.cast-refused." + why.name()));
        };
    }

    /** The entry has a ballot: this paper's own, when casting was interrupted, or another that came first. */
    private Act second(Vote vote, Paper paper, Actor by) {
        if (ballots.isUsed(vote.id(), paper.serial())) {
            return new Act.Done(paper.number());
        }
        papers.setAside(vote, paper, VoidReason.VOTED_OTHERWISE, "", by);
        return Act.refused(Problem.VOTED_OTHERWISE);
    }
}
