package org.linli.decisions.roll.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteState;
import org.linli.decisions.roll.FrozenRoll;
import org.linli.decisions.roll.OwnersView;
import org.linli.decisions.roll.Rolls;
import org.linli.decisions.roll.Sealing;
import org.linli.decisions.roll.VoteClock;
import org.linli.decisions.testing.Homestead;
import org.linli.decisions.testing.VoteFixtures;
import org.linli.ledger.EntryId;
import org.linli.ledger.PublicRoll;
import org.linli.ledger.VoteKey;
import org.linli.people.People;
import org.linli.registry.claims.ProvedHomes;
import org.linli.testing.LinliTest;
import org.linli.testing.TableOwner;
import org.linli.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The roll that everybody gets from the day of the notice on, long before there is anything to count. */
@LinliTest
class RollFileTests {

    private static final AtomicInteger PHONES = new AtomicInteger();
    private static final int FEW = FrozenRoll.SMALL - 1;

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Rolls rolls;

    @Autowired
    People people;

    VoteFixtures fixtures;

    @BeforeEach
    void made() {
        fixtures = VoteFixtures.in(context);
    }

    @AfterEach
    void restored() {
        fixtures.restoreTime();
    }

    @Test
    void anybodyGetsItOnTheDayOfTheNoticeAndFindsTheFingerprint() {
        Vote vote = noticed(Homestead.of(context, FEW));
        FrozenRoll frozen = rolls.current(vote.id());
        Visitor anybody = new Visitor(port);

        PublicRoll file = PublicRoll.read(
                Sealing.SUITE, VoteKey.parse(vote.key()), anybody.bytes("/api/v1/votes/" + vote.id() + "/rolls/1.bin"));

        assertThat(file.root(Sealing.SUITE).hash()).hasToString(frozen.root(1));
        assertThat(file.entries())
                .hasSize(FEW)
                .isSortedAccordingTo(java.util.Comparator.comparing(PublicRoll.Entry::id));
        assertThat(file.entries().stream().map(PublicRoll.Entry::id))
                .containsExactlyInAnyOrderElementsOf(frozen.entries().stream()
                        .map(entry -> EntryId.parse(entry.id()))
                        .toList());
        assertThat(anybody.get("/votes/" + vote.id()).body()).contains("/api/v1/votes/" + vote.id() + "/rolls/1.bin");
        assertThat(anybody.get("/api/v1/votes/" + vote.id() + "/rolls/2.bin").statusCode())
                .isEqualTo(404);
    }

    /** What the owner checks in the challenge window is the file that everybody has, not the server's word. */
    @Test
    void theOwnCommitmentIsThatOfThePublicRoll() throws SQLException {
        Vote vote = noticed(Homestead.of(context, 3));
        long account = ownerOfTheFirstHome(vote);

        OwnersView.Own own = own(vote, account);

        assertThat(own.openings().getFirst().holds()).isTrue();
        assertThat(rolls.published(vote.id(), 1).orElseThrow().entries())
                .extracting(entry -> entry.id() + " " + entry.commitment())
                .contains(own.entry().entry().id() + " "
                        + own.openings().getFirst().commitment());
        giveCommitment(vote, 2, 1);
        assertThat(own(vote, account).openings().getFirst().holds())
                .as("another's commitment under the own name")
                .isFalse();
    }

    /** The own entry may be right and the roll changed for somebody else: then it has not the fingerprint that was published. */
    @Test
    void aRollChangedForAnybodyIsNoticedByEveryOwner() throws SQLException {
        Vote vote = noticed(Homestead.of(context, 3));
        long account = ownerOfTheFirstHome(vote);

        giveCommitment(vote, 2, 3);

        assertThat(own(vote, account).openings().getFirst().holds()).isFalse();
    }

    private long ownerOfTheFirstHome(Vote vote) {
        long account = people.createPhoneUser("业主1号", "+86137200%05d".formatted(PHONES.incrementAndGet()), false);
        new ProvedHomes(context, vote.id().community()).prove(account, "1幢", "1", "101", Homestead.person(1));
        return account;
    }

    private OwnersView.Own own(Vote vote, long account) {
        return context.getBean(OwnersView.class)
                .own(vote, rolls.current(vote.id()), account)
                .getFirst();
    }

    /** In the published roll one home's entry gets another's commitment. */
    private void giveCommitment(Vote vote, int fromHome, int toHome) throws SQLException {
        FrozenRoll roll = rolls.current(vote.id());
        String change = """
                update linli.roll_weight one set commitment = other.commitment from linli.roll_weight other
                where one.community_id = %1$d and one.vote_no = %2$d and encode(one.entry_id, 'hex') = '%3$s'
                  and other.community_id = %1$d and other.vote_no = %2$d and encode(other.entry_id, 'hex') = '%4$s'
                """.formatted(
                        vote.id().community().value(),
                        vote.id().number(),
                        roll.ofHome(toHome).orElseThrow().id(),
                        roll.ofHome(fromHome).orElseThrow().id());
        assertThat(TableOwner.change(context, change)).isEqualTo(1);
    }

    @Test
    void thereIsNoneBeforeTheNotice() {
        Vote vote = fixtures.aVote(Homestead.of(context, 2).id()).drafted();

        assertThat(new Visitor(port)
                        .get("/api/v1/votes/" + vote.id() + "/rolls/1.bin")
                        .statusCode())
                .isEqualTo(404);
    }

    /** Source: domain reference, Decided: electorates under 30 heads are told beforehand that totals may reveal choices. */
    @Test
    void fewOwnersAreToldThatSumsMayRevealChoices() {
        String warning = "参加表决的业主不足30人";
        Vote few = noticed(Homestead.of(context, FEW));
        Vote enough = noticed(Homestead.of(context, FrozenRoll.SMALL));
        Visitor anybody = new Visitor(port);

        assertThat(anybody.get("/votes/" + few.id()).body()).contains(warning);
        assertThat(anybody.get("/votes/" + enough.id()).body()).doesNotContain(warning);
    }

    private Vote noticed(Homestead area) {
        Vote vote = fixtures.step(fixtures.aVote(area.id()).drafted(), VoteState.REVIEW);
        fixtures.today(VoteFixtures.NOTICE);
        fixtures.step(fixtures.get(vote.id()), VoteState.NOTICED);
        context.getBean(VoteClock.class).advance(vote.id());
        return fixtures.get(vote.id());
    }
}
