package org.linli.decisions.casting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.linli.decisions.casting.OpenedVote.agree;
import static org.linli.decisions.casting.OpenedVote.oppose;
import static org.linli.decisions.testing.VoteFixtures.yesNo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.decisions.casting.CastResult.AlreadyCast;
import org.linli.decisions.casting.CastResult.Cast;
import org.linli.decisions.casting.CastResult.Receipt;
import org.linli.decisions.casting.CastResult.Refusal;
import org.linli.decisions.casting.CastResult.Refused;
import org.linli.decisions.roll.KnownVoters;
import org.linli.decisions.testing.Homestead;
import org.linli.decisions.testing.VoteFixtures;
import org.linli.ledger.Bytes;
import org.linli.ledger.Digest;
import org.linli.ledger.HeadVerifier;
import org.linli.ledger.Leaf;
import org.linli.ledger.Leaves;
import org.linli.ledger.MerkleProofs;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.scope.RowScope;
import org.linli.platform.time.BusinessTime;
import org.linli.publishing.ledger.RecordId;
import org.linli.publishing.ledger.Records;
import org.linli.rules.decisions.matters.Matter;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@LinliTest
class BallotsTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    Ballots ballots;

    @Autowired
    BallotBox box;

    @Autowired
    Denials denials;

    @Autowired
    KnownVoters voters;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    RecordCloser closer;

    @Autowired
    Records records;

    @Autowired
    BusinessTime time;

    @Autowired
    JdbcClient jdbc;

    VoteFixtures fixtures;

    @BeforeEach
    void begin() {
        fixtures = VoteFixtures.in(context);
    }

    @AfterEach
    void end() {
        fixtures.restoreTime();
    }

    private OpenedVote anOpenVote(int flats) {
        return OpenedVote.of(context, fixtures, flats, yesNo(1, Matter.OTHER_MAJOR, "是否安装充电桩？"));
    }

    @Test
    void theSameBallotAgainGetsTheSameReceipt() {
        OpenedVote open = anOpenVote(3);

        Receipt first = receipt(ballots.cast(open.ballot(0, agree())));
        CastResult again = ballots.cast(open.ballot(0, agree()));

        assertThat(again).isEqualTo(new AlreadyCast(first, true));
    }

    @Test
    void anotherBallotOfTheSameOwnerChangesNothing() {
        OpenedVote open = anOpenVote(3);
        Receipt first = receipt(ballots.cast(open.ballot(0, agree())));

        CastResult other = ballots.cast(open.ballot(0, oppose()));

        assertThat(other).isEqualTo(new AlreadyCast(first, false));
        assertThat(ballots.own(open.id(), open.entries().getFirst().id(), 1)
                        .orElseThrow()
                        .answers())
                .containsEntry(1, agree());
    }

    @Test
    void twoHundredBallotsOfOneOwnerAtOnceAreOne() throws Exception {
        OpenedVote open = anOpenVote(2);

        List<CastResult> results = atOnce(200, i -> open.ballot(0, i % 2 == 0 ? agree() : oppose()));

        assertThat(results).filteredOn(Cast.class::isInstance).hasSize(1);
        assertThat(results.stream()
                        .map(BallotsTests::receipt)
                        .map(Receipt::leafNo)
                        .collect(Collectors.toSet()))
                .hasSize(1);
        assertThat(ballots.listAfter(open.id(), -1)).hasSize(1);
    }

    @Test
    void ballotsOfManyOwnersAtOnceStandInOneConsistentRecord() throws Exception {
        OpenedVote open = anOpenVote(40);

        List<CastResult> results = atOnce(40, i -> open.ballot(i, i % 3 == 0 ? oppose() : agree()));

        assertThat(results).hasOnlyElementsOfType(Cast.class);
        Set<Long> places =
                results.stream().map(result -> receipt(result).leafNo()).collect(Collectors.toSet());
        assertThat(places).hasSize(40);
        results.forEach(result -> assertHeld(open, receipt(result)));
    }

    /** The receipt's head is signed by the seal and contains the leaf. */
    private void assertHeld(OpenedVote open, Receipt receipt) {
        RecordId record = new RecordId(open.id().community().value(), open.id().number());
        var head = records.headWith(record, open.vote().key(), receipt.leafNo()).orElseThrow();
        Digest leaf = Leaves.hash(
                Records.SUITE,
                records.leaf(record, receipt.leafNo()).orElseThrow().content());

        assertThat(HeadVerifier.of(Records.SUITE, Bytes.parse(records.sealKey()))
                        .holds(head))
                .isTrue();
        assertThat(receipt.headRoot()).isEqualTo(head.root().toString());
        assertThat(MerkleProofs.verifyInclusion(
                        Records.SUITE,
                        receipt.leafNo(),
                        head.size(),
                        leaf,
                        records.inclusion(record, receipt.leafNo(), head.size()),
                        head.root()))
                .isTrue();
    }

    @Test
    void aBallotIsInTimeByWhenItWasReceived() {
        OpenedVote open = anOpenVote(4);
        Instant deadline = open.vote().terms().deadline();
        fixtures.now(deadline.plusSeconds(5));

        CastResult inTime = ballots.cast(open.ballot(0, deadline.minusMillis(1), agree()));
        CastResult late = ballots.cast(open.ballot(1, deadline, agree()));

        assertThat(inTime).isInstanceOf(Cast.class);
        assertThat(late).isEqualTo(new Refused(Refusal.NOT_OPEN));
    }

    @Test
    void nothingIsCastBeforeTheOpening() {
        OpenedVote open = anOpenVote(2);

        CastResult early =
                ballots.cast(open.ballot(0, open.vote().terms().opensAt().minusNanos(1000), agree()));

        assertThat(early).isEqualTo(new Refused(Refusal.NOT_OPEN));
    }

    @Test
    void theRecordClosesAfterTheLastBallotAndThenTakesNoneFromAScreen() {
        OpenedVote open = anOpenVote(4);
        Instant deadline = open.vote().terms().deadline();
        ballots.cast(open.ballot(0, agree()));
        fixtures.now(deadline.plusSeconds(1));
        assertThat(closer.close(open.vote())).isFalse();
        fixtures.now(deadline.plus(RecordCloser.GRACE));

        assertThat(closer.close(open.vote())).isTrue();
        assertThat(closer.close(open.vote())).isTrue();

        assertThat(ballots.cast(open.ballot(1, deadline.minusMillis(1), agree())))
                .isEqualTo(new Refused(Refusal.CLOSED));
        assertThat(leaves(open, Leaf.Close.class)).hasSize(1);
        assertThat(box.counted(open.id())).hasSize(1);
        assertThat(Duration.between(deadline, time.now())).isLessThan(Duration.ofSeconds(60));
    }

    @Test
    void theBoxStaysShutWhileTheVoteIsOpen() {
        OpenedVote open = anOpenVote(2);

        assertThatThrownBy(() -> box.counted(open.id())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anAnnulledBallotMakesRoomForOneMore() {
        OpenedVote open = anOpenVote(3);
        String entry = open.entries().getFirst().id();
        ballots.cast(open.ballot(0, agree()));
        int denial = denials.deny(open.id(), entry, 1, Denials.Kind.NOT_ME, "那天我在外地", 8L, "王**");
        assertThat(denials.contestedEntries(open.id())).containsExactly(entry);

        denials.rule(open.vote(), denial(open, denial), true, "签名不符", "街道", 9L);
        CastResult anew = ballots.cast(open.ballot(0, oppose()));

        assertThat(anew).isInstanceOf(Cast.class);
        assertThat(ballots.standing(open.id(), entry).orElseThrow().attempt()).isEqualTo(2);
        assertThat(denials.contestedEntries(open.id())).isEmpty();
        assertThat(leaves(open, Leaf.Annulment.class)).hasSize(1);
        assertThatThrownBy(() -> denials.rule(open.vote(), denial(open, denial), true, "再来一次", "街道", 9L))
                .isInstanceOf(Denials.AlreadyRuled.class);
    }

    private Denials.Denial denial(OpenedVote open, int number) {
        return denials.find(open.id(), number, RowScope.everything()).orElseThrow();
    }

    @Test
    void aBallotUpheldStaysAsItIs() {
        OpenedVote open = anOpenVote(3);
        Receipt first = receipt(ballots.cast(open.ballot(0, agree())));
        String entry = open.entries().getFirst().id();
        int denial = denials.deny(open.id(), entry, 1, Denials.Kind.NOT_ME, "不是我", 8L, "王**");

        denials.rule(open.vote(), denial(open, denial), false, "监控与签名相符", "街道", 9L);

        assertThat(ballots.cast(open.ballot(0, oppose()))).isEqualTo(new AlreadyCast(first, false));
        assertThat(denials.contestedEntries(open.id())).isEmpty();
    }

    @Test
    void answersMustFitTheBallot() {
        OpenedVote open = anOpenVote(2);

        assertThat(ballots.cast(open.ballot(0, Answer.option(1)))).isEqualTo(new Refused(Refusal.ANSWERS_DO_NOT_FIT));
        assertThat(ballots.cast(open.ballot(0))).isEqualTo(new Refused(Refusal.ANSWERS_DO_NOT_FIT));
        assertThat(ballots.cast(open.ballot(0, agree(), agree()))).isEqualTo(new Refused(Refusal.ANSWERS_DO_NOT_FIT));
    }

    @Test
    void noRowShowsAChoice() {
        OpenedVote open = anOpenVote(2);
        ballots.cast(open.ballot(0, agree()));
        ballots.cast(open.ballot(1, oppose()));

        List<byte[]> sealed = jdbc.sql("select sealed_choice from linli.ballot where community_id = :id")
                .param("id", open.id().community().value())
                .query(byte[].class)
                .list();

        assertThat(sealed).hasSize(2).allMatch(bytes -> bytes.length == sealed.getFirst().length);
        assertThat(sealed)
                .noneMatch(bytes -> new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).contains("AGREE"));
    }

    @Test
    void whatWasRecordedSinceTheStandingWasLearnedIsLookedAtFirst() {
        OpenedVote open = anOpenVote(2);
        String learned = voters.asOfNow();
        open.homestead().sell(2, VoteFixtures.OPENS, Homestead.person(700));

        assertThat(ballots.cast(open.ballot(0, agree()), learned))
                .isEqualTo(new CastResult.Refused(CastResult.Refusal.STANDING_UNKNOWN));
        assertThat(ballots.listAfter(open.id(), -1)).isEmpty();
        assertThat(ballots.cast(open.ballot(0, agree()), voters.asOfNow())).isInstanceOf(Cast.class);
    }

    /** Transactions end in another order than they began; a sale that ends after the standing was learned is not overlooked. */
    @Test
    void aSaleThatEndsAfterTheStandingWasLearnedIsNoticedThoughItBeganBefore() throws Exception {
        OpenedVote open = anOpenVote(2);
        CommunityId community = open.id().community();
        CountDownLatch sold = new CountDownLatch(1);
        CountDownLatch learned = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> sale = threads.submit(() -> transaction.executeWithoutResult(status -> {
                open.homestead().sell(2, VoteFixtures.OPENS, Homestead.person(701));
                sold.countDown();
                await(learned);
            }));
            await(sold);
            String word = voters.asOfNow();
            assertThat(voters.outdated(community, Set.of(word))).isEmpty();
            learned.countDown();
            sale.get();

            assertThat(voters.outdated(community, Set.of(word))).containsExactly(word);
        }
    }

    /** A database restored elsewhere counts its transactions anew; numbers of the old one must not shut the box. */
    @Test
    void numbersOfAnEarlierLifeOfTheDatabaseOutdateNothing() {
        OpenedVote open = anOpenVote(2);
        CommunityId community = open.id().community();
        jdbc.sql("insert into linli.standing_change values (:community, '9000000000000')")
                .param("community", community.value())
                .update();

        assertThat(voters.outdated(community, Set.of(voters.asOfNow()))).isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A server that was down over the deadline closes late; that its ballots were in time is shown by a head of then. */
    @Test
    void aRecordClosedLateShowsThatItsBallotsWereInTime() {
        OpenedVote open = anOpenVote(2);
        Receipt receipt = receipt(ballots.cast(open.ballot(0, agree())));
        Instant deadline = open.vote().terms().deadline();
        fixtures.now(deadline.plus(Duration.ofHours(2)));

        assertThat(closer.close(open.vote())).isTrue();

        long latest = BallotPapers.micros(deadline.plusSeconds(60));
        assertThat(context.getBean(PublicRecord.class).of(open.vote()).heads().heads())
                .anyMatch(head -> head.timeMicros() <= latest && head.size() > receipt.leafNo());
    }

    private List<Leaf> leaves(OpenedVote open, Class<? extends Leaf> kind) {
        RecordId record = new RecordId(open.id().community().value(), open.id().number());
        return records.leaves(record, Long.MAX_VALUE).stream()
                .map(leaf -> Leaves.decode(Records.SUITE, leaf.content()))
                .filter(kind::isInstance)
                .toList();
    }

    @Test
    void theOwnLeafOpensToTheChoiceThatIsStored() {
        OpenedVote open = anOpenVote(3);
        ballots.cast(open.ballot(0, agree()));

        OwnBallot own =
                ballots.own(open.id(), open.entries().getFirst().id(), 1).orElseThrow();

        assertThat(own.agrees()).isTrue();
        assertThat(own.openings())
                .extracting(opened -> opened.opening().heads())
                .as("agree, oppose, abstain")
                .containsExactly(1L, 0L, 0L);
        assertThat(own.openings().getFirst().opening().areaDm2())
                .isEqualTo(open.entries().getFirst().areas().get(1));
        Leaf.Part part = own.leaf().parts().getFirst();
        own.openings()
                .forEach(opened -> assertThat(opened.opening()
                                .opens(
                                        Records.SUITE,
                                        part.options().get(opened.column() - 1).commitment()))
                        .isTrue());
    }

    /** A dishonest server stores what the owner chose and seals something else: the opened leaf shows it. */
    @Test
    void anotherChoiceInTheLeafThanTheOneStoredIsNoticed() {
        OpenedVote open = anOpenVote(3);
        CastRequest request = open.ballot(0, agree());
        OpenVote sealing = context.getBean(OpenVotes.class).find(open.id()).orElseThrow();
        java.util.function.IntFunction<byte[]> opposing = attempt -> sealing.seal(
                sealing.prepare(request.entry(), attempt),
                new java.util.TreeMap<>(java.util.Map.of(1, oppose())),
                null);
        CastResult cast = context.getBean(GroupCommit.class)
                .write(new CastJob(
                        request,
                        sealing,
                        opposing,
                        context.getBean(Box.class),
                        List.of(),
                        new CastJob.Learned(null, words -> Set.of())));
        assertThat(cast).isInstanceOf(Cast.class);

        OwnBallot own = ballots.own(open.id(), request.entry(), 1).orElseThrow();

        assertThat(own.answers()).containsEntry(1, agree());
        assertThat(own.agrees()).isFalse();
        assertThat(own.openings())
                .extracting(opened -> opened.opening().heads())
                .as("what the leaf holds")
                .containsExactly(0L, 1L, 0L);
    }

    private interface Request {
        CastRequest of(int number);
    }

    private List<CastResult> atOnce(int count, Request request) throws InterruptedException, ExecutionException {
        List<CastRequest> requests =
                IntStream.range(0, count).mapToObj(request::of).toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<CastResult>> calls = new ArrayList<>();
            requests.forEach(one -> calls.add(() -> ballots.cast(one)));
            List<CastResult> results = new ArrayList<>();
            for (Future<CastResult> done : threads.invokeAll(calls)) {
                results.add(done.get());
            }
            return results;
        }
    }

    private static Receipt receipt(CastResult result) {
        return switch (result) {
            case Cast(Receipt receipt) -> receipt;
            case AlreadyCast(Receipt receipt, boolean same) -> receipt;
            case Refused refused -> throw new AssertionError(refused);
        };
    }
}
