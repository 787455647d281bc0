package org.linli.decisions.testing;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteState;
import org.linli.decisions.Votes;
import org.linli.decisions.casting.Answer;
import org.linli.decisions.casting.Ballots;
import org.linli.decisions.casting.CastRequest;
import org.linli.decisions.casting.RecordCloser;
import org.linli.decisions.counting.Counting;
import org.linli.decisions.reach.Act;
import org.linli.decisions.reach.Actor;
import org.linli.decisions.reach.paper.PaperBallots;
import org.linli.decisions.reach.paper.PaperReadings;
import org.linli.decisions.roll.FrozenRoll;
import org.linli.decisions.roll.Rolls;
import org.linli.people.People;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scope;
import org.linli.platform.scope.Viewer;
import org.springframework.context.ApplicationContext;

/** A vote with a real record, as far along as a test of what comes after it needs. */
public final class RecountVote {

    public static final DivisionCode STREET = new DivisionCode("331002002");
    private static final AtomicInteger PHONES = new AtomicInteger(720_000_000);
    private static final Actor ONE = new Actor(911, "社区甲", Role.COMMUNITY_WORKER);
    private static final Actor OTHER = new Actor(912, "社区乙", Role.COMMUNITY_WORKER);

    private final ApplicationContext context;
    private final VoteFixtures fixtures;
    private final Vote vote;

    private RecountVote(ApplicationContext context, VoteFixtures fixtures, Vote vote) {
        this.context = context;
        this.fixtures = fixtures;
        this.vote = vote;
    }

    /** Open, with so many homes. */
    public static RecountVote open(ApplicationContext context, VoteFixtures fixtures, int homes) {
        return new RecountVote(
                context,
                fixtures,
                fixtures.aVote(Homestead.of(context, homes).id()).open());
    }

    public Vote vote() {
        return fixtures.get(vote.id());
    }

    /** Every home but the last ones agrees on the phone. */
    public RecountVote agreed(int homes) {
        Ballots box = context.getBean(Ballots.class);
        for (int home = 1; home <= homes; home++) {
            FrozenRoll.Entry entry = entry(home);
            box.cast(new CastRequest(
                    vote.id(),
                    entry.id(),
                    answer(Answer.Kind.AGREE),
                    CastRequest.Channel.PHONE,
                    home,
                    entry.owners().getFirst(),
                    7L,
                    new byte[] {(byte) home},
                    null,
                    null,
                    vote.terms().opensAt()));
        }
        return this;
    }

    /** A home opposes on paper, which is scanned and read by two. */
    public RecountVote opposedOnPaper(int home, byte[] scan) {
        PaperBallots papers = context.getBean(PaperBallots.class);
        PaperReadings readings = context.getBean(PaperReadings.class);
        int number = ((Act.Done) papers.issue(vote, home, ONE)).number();
        List<Act> acts = List.of(
                papers.takeBack(vote, number, "", ONE),
                papers.addScan(vote, number, new ByteArrayInputStream(scan), ONE),
                readings.read(vote, number, answer(Answer.Kind.OPPOSE), "", ONE),
                readings.read(vote, number, answer(Answer.Kind.OPPOSE), "", OTHER));
        if (!acts.stream().allMatch(Act.Done.class::isInstance)) {
            throw new IllegalStateException(acts.toString());
        }
        return this;
    }

    private static SortedMap<Integer, Answer> answer(Answer.Kind kind) {
        return new TreeMap<>(Map.of(1, Answer.of(kind)));
    }

    private FrozenRoll.Entry entry(int home) {
        return context.getBean(Rolls.class).current(vote.id()).ofHome(home).orElseThrow();
    }

    /** Its record closed; the business time is a moment after that. */
    public RecountVote closed() {
        fixtures.now(vote.terms().deadline().plusSeconds(21));
        if (!context.getBean(RecordCloser.class).close(vote())) {
            throw new IllegalStateException("not closed");
        }
        fixtures.step(vote(), VoteState.CLOSED);
        return this;
    }

    /** Counted, and signed by two witnesses. */
    public RecountVote counted() {
        Counting counting = context.getBean(Counting.class);
        counting.count(vote(), new Votes.By("测试员", 1L));
        counting.sign(vote(), 1, viewer(Role.COMMUNITY_WORKER));
        counting.sign(vote(), 1, viewer(Role.STREET));
        return this;
    }

    /** Somebody of the street with an account of the own. */
    public Viewer viewer(Role role) {
        long account = context.getBean(People.class).createPhoneUser("见证人", "+8613" + PHONES.incrementAndGet(), false);
        return new Viewer(account, "见证人" + account, account, role, new Scope.OfDivision(STREET), "");
    }
}
