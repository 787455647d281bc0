package org.linli.decisions.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.decisions.Vote;
import org.linli.decisions.casting.Answer;
import org.linli.decisions.casting.Ballots;
import org.linli.decisions.casting.CastRequest;
import org.linli.decisions.casting.CastResult;
import org.linli.decisions.reach.paper.Paper;
import org.linli.decisions.reach.paper.PaperBallots;
import org.linli.decisions.reach.paper.PaperReadings;
import org.linli.decisions.testing.Homestead;
import org.linli.decisions.testing.VoteFixtures;
import org.linli.ledger.Leaf;
import org.linli.ledger.Leaves;
import org.linli.platform.scope.Role;
import org.linli.platform.time.BusinessTime;
import org.linli.publishing.ledger.RecordId;
import org.linli.publishing.ledger.Records;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** An owner presses "confirm" while the second reader presses "save" on the paper of the same home: one of the two stands. */
@LinliTest
class PhoneMeetsPaperTests {

    private static final int ROUNDS = 60;
    private static final Actor WORKER = new Actor(911, "社区甲", Role.COMMUNITY_WORKER);
    private static final Actor OTHER = new Actor(912, "社区乙", Role.COMMUNITY_WORKER);
    private static final long OWNER = 913;

    @Autowired
    ApplicationContext context;

    @Autowired
    PaperBallots papers;

    @Autowired
    PaperReadings readings;

    @Autowired
    RollViews rolls;

    @Autowired
    Ballots box;

    @Autowired
    Records records;

    @Autowired
    BusinessTime time;

    private VoteFixtures fixtures;

    @BeforeEach
    void fixtures() {
        fixtures = VoteFixtures.in(context);
    }

    @AfterEach
    void restored() {
        fixtures.restoreTime();
    }

    @Test
    void exactlyOneStandsAndTheOtherIsToldWhy() throws Exception {
        Vote vote = fixtures.aVote(Homestead.of(context, ROUNDS).id()).open();
        RollView roll = rolls.find(vote.id()).orElseThrow();
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            for (int home = 1; home <= ROUNDS; home++) {
                RollView.Entry entry = roll.ofHome(home).orElseThrow();
                int paper = readOnce(vote, home);
                CyclicBarrier start = new CyclicBarrier(2);
                Future<CastResult> phone = both.submit(() -> {
                    start.await();
                    return box.cast(ballot(vote, entry));
                });
                Future<Act> desk = both.submit(() -> {
                    start.await();
                    return readings.read(vote, paper, answers(Answer.Kind.AGREE), "", OTHER);
                });
                assertOneStands(vote, entry, paper, phone.get(), desk.get());
            }
        }
        assertThat(box.listAfter(vote.id(), -1)).hasSize(ROUNDS);
        assertThat(ballotLeaves(vote)).isEqualTo(ROUNDS);
        assertThat(papers.reconcile(vote).isBalanced()).isTrue();
    }

    private void assertOneStands(Vote vote, RollView.Entry entry, int paper, CastResult phone, Act desk) {
        Paper after = papers.find(vote, paper).orElseThrow();
        CastRequest.Channel standing =
                box.standing(vote.id(), entry.id()).orElseThrow().channel();
        if (phone instanceof CastResult.Cast) {
            assertThat(standing).isEqualTo(CastRequest.Channel.PHONE);
            assertThat(desk).isEqualTo(Act.refused(Problem.VOTED_OTHERWISE));
            assertThat(after.state()).isEqualTo(Paper.State.VOIDED);
        } else {
            assertThat(phone)
                    .isInstanceOfSatisfying(
                            CastResult.AlreadyCast.class,
                            told -> assertThat(told.sameAnswers()).isFalse());
            assertThat(standing).isEqualTo(CastRequest.Channel.PAPER);
            assertThat(desk).isEqualTo(new Act.Done(paper));
            assertThat(after.state()).isEqualTo(Paper.State.CAST);
        }
    }

    private int readOnce(Vote vote, int home) {
        int paper = ((Act.Done) papers.issue(vote, home, WORKER)).number();
        papers.takeBack(vote, paper, "", WORKER);
        papers.addScan(vote, paper, new ByteArrayInputStream("%PDF-1.7 scan".getBytes(StandardCharsets.UTF_8)), WORKER);
        assertThat(readings.read(vote, paper, answers(Answer.Kind.AGREE), "", WORKER))
                .isEqualTo(new Act.Done(paper));
        return paper;
    }

    private CastRequest ballot(Vote vote, RollView.Entry entry) {
        return new CastRequest(
                vote.id(),
                entry.id(),
                answers(Answer.Kind.OPPOSE),
                CastRequest.Channel.PHONE,
                null,
                entry.owners().getFirst(),
                OWNER,
                new byte[] {9, 1, 3},
                null,
                null,
                time.now());
    }

    private long ballotLeaves(Vote vote) {
        RecordId record = new RecordId(vote.id().community().value(), vote.id().number());
        long found = 0;
        for (long place = 0; records.leaf(record, place).isPresent(); place++) {
            byte[] content = records.leaf(record, place).orElseThrow().content();
            if (Leaves.decode(Records.SUITE, content) instanceof Leaf.Ballot) {
                found++;
            }
        }
        return found;
    }

    private static SortedMap<Integer, Answer> answers(Answer.Kind kind) {
        return new TreeMap<>(java.util.Map.of(1, Answer.of(kind)));
    }
}
