package org.linli.decisions.roll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.linli.decisions.testing.Homestead.person;
import static org.linli.decisions.testing.Homestead.unidentified;
import static org.linli.decisions.testing.VoteFixtures.NOTICE;
import static org.linli.decisions.testing.VoteFixtures.inBuildings;
import static org.linli.decisions.testing.VoteFixtures.yesNo;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.decisions.Vote;
import org.linli.decisions.testing.Homestead;
import org.linli.decisions.testing.VoteFixtures;
import org.linli.ledger.Bytes;
import org.linli.ledger.EntryId;
import org.linli.ledger.RollSeal;
import org.linli.platform.keys.Secrets;
import org.linli.rules.decisions.Weight;
import org.linli.rules.decisions.matters.Matter;
import org.linli.rules.decisions.roll.RollTerms.ParkingRule;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@LinliTest
class RollFreezeTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    Rolls rolls;

    @Autowired
    RollFreeze freeze;

    @Autowired
    VoteSecrets secrets;

    @Autowired
    Gaps gaps;

    @Autowired
    JdbcClient jdbc;

    VoteFixtures fixtures;

    @BeforeEach
    void made() {
        fixtures = VoteFixtures.in(context);
    }

    @AfterEach
    void restored() {
        fixtures.restoreTime();
    }

    /** Domain reference a.11: Wang owns 3, a couple 1, the developer keeps 15, 81 others own one each. */
    @Test
    void theExampleOfTheReferenceHas84HeadsAndADeliveryBeforeTheRecordDayMakesIt85() {
        Homestead area = Homestead.empty(context);
        IntStream.range(0, 3).forEach(i -> area.flat(10_000L, person(1)));
        area.flat(9_000L, person(2), person(3));
        int undelivered = 0;
        for (int i = 0; i < 15; i++) {
            undelivered = area.undelivered("RESIDENCE", 8_000L);
        }
        IntStream.range(0, 81).forEach(i -> area.flat(7_000L, person(10 + i)));

        FrozenRoll before = freezeOf(area);
        area.deliver(undelivered, NOTICE, person(200));
        FrozenRoll after = freezeOf(area);

        assertThat(before.total(1)).isEqualTo(new Weight(3 * 10_000 + 9_000 + 15 * 8_000 + 81 * 7_000, 84));
        assertThat(after.total(1)).isEqualTo(new Weight(before.total(1).areaDm2(), 85));
        assertThat(before.entries()).filteredOn(FrozenRoll.Entry::developer).hasSize(1);
        assertThat(before.ofHome(1).orElseThrow().parts())
                .extracting(FrozenRoll.PartLine::homeNo)
                .containsExactly(1, 2, 3);
    }

    @Test
    void exactlyTheSameOwnersAreOnePersonAndOneOfThemAloneIsAnother() {
        Homestead area = Homestead.empty(context)
                .flat(5_000L, person(1), person(2))
                .flat(6_000L, person(2), person(1))
                .flat(7_000L, person(1))
                .flat(8_000L, unidentified("张三"))
                .flat(9_000L, unidentified("张三"));

        FrozenRoll roll = freezeOf(area);

        assertThat(roll.total(1).heads()).isEqualTo(4);
        assertThat(roll.ofHome(1)).isEqualTo(roll.ofHome(2));
        assertThat(roll.ofHome(4)).as("a same name merges nobody").isNotEqualTo(roll.ofHome(5));
    }

    @Test
    void parkingCountsOnlyIfTheNoticeSaysSo() {
        Homestead area = Homestead.of(context, 2)
                .home("PARKING", 1_200L, person(1))
                .home("PARKING", 1_300L, person(9))
                .home("SHOP", 4_000L, person(2));

        FrozenRoll out = rolls.current(fixtures.aVote(area.id()).noticed().id());
        FrozenRoll in = rolls.current(
                fixtures.aVote(area.id()).parking(ParkingRule.IN).noticed().id());

        assertThat(out.total(1)).isEqualTo(new Weight(24_000, 2));
        assertThat(in.total(1)).isEqualTo(new Weight(26_500, 3));
        assertThat(out.ofHome(3)).isEmpty();
    }

    @Test
    void aRollOfOneBuildingSharesItsEntriesWithTheRollOfTheArea() {
        Homestead area =
                Homestead.of(context, 3).building("2幢").flat(8_000L, person(1)).flat(5_000L, person(7));
        Vote vote = fixtures.aVote(area.id())
                .asking(
                        yesNo(1, Matter.OTHER_MAJOR, "是否同意在北门增设人行出入口？"),
                        inBuildings(yesNo(2, Matter.FUND_USE, "是否同意使用维修资金维修2幢屋顶？"), 2, 2))
                .noticed();

        FrozenRoll roll = rolls.current(vote.id());

        assertThat(roll.total(1)).isEqualTo(new Weight(43_000, 4));
        assertThat(roll.total(2)).isEqualTo(new Weight(13_000, 2));
        assertThat(roll.roll(2).buildings()).containsExactly(2);
        assertThat(roll.ofHome(1).orElseThrow().areas())
                .containsEntry(1, 18_000L)
                .containsEntry(2, 8_000L);
        assertThat(roll.ofHome(2).orElseThrow().areas()).containsOnlyKeys(1);
    }

    @Test
    void commitmentsOpenToTheAreasAndTheirSumToTheTotal() {
        Homestead area = Homestead.of(context, 4);
        Vote vote = fixtures.aVote(area.id()).noticed();
        FrozenRoll roll = rolls.current(vote.id());

        RollSeal seal = Sealing.seal(vote, secrets.get(vote.id()), roll, 1);

        assertThat(seal.root().hash()).hasToString(roll.root(1));
        assertThat(seal.root().entries()).isEqualTo(4);
        assertThat(seal.total().areaDm2()).isEqualTo(roll.total(1).areaDm2());
        for (FrozenRoll.Entry entry : roll.entries()) {
            Bytes stored = Bytes.of(jdbc.sql("""
                    select commitment from linli.roll_weight
                    where community_id = :community and vote_no = :vote and entry_id = decode(:entry, 'hex')
                    """)
                    .param("community", vote.id().community().value())
                    .param("vote", vote.id().number())
                    .param("entry", entry.id())
                    .query(byte[].class)
                    .single());
            assertThat(seal.opening(EntryId.parse(entry.id())).opens(Sealing.SUITE, stored))
                    .isTrue();
        }
    }

    @Test
    void aSaleDuringTheVoteMovesNoWeightAndARollIsFrozenOnce() {
        Homestead area = Homestead.of(context, 3);
        Vote vote = fixtures.aVote(area.id()).noticed();
        FrozenRoll frozen = rolls.current(vote.id());

        fixtures.today(NOTICE.plusDays(3));
        area.sell(1, NOTICE.plusDays(3), person(2));
        freeze.freeze(vote);

        assertThat(rolls.current(vote.id()).version().number()).isEqualTo(1);
        assertThat(rolls.current(vote.id()).root(1)).isEqualTo(frozen.root(1));
        assertThat(frozen.version().recordDay()).isEqualTo(NOTICE);
    }

    @Test
    void aNoticePublishedBeforeItsDayIsNotFrozenYet() {
        Vote vote = fixtures.aVote(Homestead.of(context, 1).id()).drafted();
        fixtures.today(NOTICE.minusDays(1));

        freeze.onNoticed(vote);

        assertThat(rolls.find(vote.id())).isEmpty();
        assertThatThrownBy(() -> rolls.current(vote.id())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aGapStopsTheFreezeUntilSomebodyAnswersForIt() {
        Homestead area = Homestead.of(context, 2).home("RESIDENCE", null, person(5));
        Vote vote = fixtures.aVote(area.id()).drafted();
        fixtures.today(NOTICE);

        assertThatThrownBy(() -> freeze.freeze(vote)).isInstanceOf(RollNotReady.class);
        assertThat(rolls.find(vote.id())).isEmpty();

        gaps.accept(vote.id(), List.of(3), "测绘报告丢失，按一户计入人数", "测试员", 1L);
        freeze.freeze(vote);

        FrozenRoll roll = rolls.current(vote.id());
        assertThat(roll.total(1)).isEqualTo(new Weight(20_000, 3));
        assertThat(roll.ofHome(3).orElseThrow().parts().getFirst())
                .returns(0L, FrozenRoll.PartLine::areaDm2)
                .returns(null, FrozenRoll.PartLine::source);
    }

    @Test
    void aCorrectedRegisterMakesANewVersionInWhichUnchangedPersonsKeepTheirNames() {
        Homestead area = Homestead.of(context, 3).flat(8_000L, person(3));
        Vote vote = fixtures.aVote(area.id()).noticed();
        FrozenRoll before = rolls.current(vote.id());
        assertThat(before.total(1).heads()).isEqualTo(3);

        area.sell(4, LocalDate.of(2020, 1, 1), person(8));
        freeze.freezeAgain(vote, "登记错误：4号房屋2020年已转让");
        FrozenRoll after = rolls.current(vote.id());

        assertThat(after.version())
                .returns(2, FrozenRoll.Version::number)
                .returns(NOTICE, FrozenRoll.Version::recordDay);
        assertThat(after.total(1)).isEqualTo(new Weight(38_000, 4));
        for (int home = 1; home <= 3; home++) {
            assertThat(after.ofHome(home).orElseThrow().id())
                    .isEqualTo(before.ofHome(home).orElseThrow().id());
        }
        assertThat(before.find(after.ofHome(4).orElseThrow().id())).isEmpty();
        assertThat(after.root(1)).isNotEqualTo(before.root(1));
        assertThat(rolls.versions(vote.id()))
                .extracting(FrozenRoll.Edition::rolls)
                .containsExactly(before.rolls(), after.rolls());
    }

    @Test
    void theRowsOfARollTellNoNameNumberOrPhone() {
        Vote vote = fixtures.aVote(Homestead.of(context, 2).id()).noticed();

        for (String table :
                List.of("roll_version", "roll_root", "roll_entry", "roll_weight", "roll_part", "roll_source")) {
            List<String> rows = jdbc.sql("select t::text from linli." + table + " t where community_id = :community")
                    .param("community", vote.id().community().value())
                    .query(String.class)
                    .list();
            assertThat(rows)
                    .as(table)
                    .isNotEmpty()
                    .noneMatch(row -> row.contains("业主") || row.contains("33100219700101") || row.contains("1380001"));
        }
    }

    /** A database that came back without its keys: a new key would open nothing, so none is made. */
    @Test
    void nothingStartsWithoutTheKeyThatSealedVotesNeed(@TempDir Path keys) {
        fixtures.aVote(Homestead.of(context, 2).id()).noticed();
        Secrets restored = new Secrets(keys);

        assertThatThrownBy(() -> new VoteSecrets(jdbc, restored))
                .hasMessageContaining("keys/vote-secrets.key is missing, but votes are sealed under it")
                .hasMessageContaining("Put the file back from the backup of LINLI_HOME/keys.");
        assertThat(keys).isEmptyDirectory();

        restored.bytes("vote-secrets");
        assertThatThrownBy(() -> new VoteSecrets(jdbc, restored))
                .hasMessageContaining("opens none of the sealed votes: it is another installation's")
                .hasNoCause();
    }

    @Test
    void theSecretOfAVoteOpensForThatVoteAlone() {
        Homestead area = Homestead.of(context, 1);
        Vote one = fixtures.aVote(area.id()).noticed();
        Vote other = fixtures.aVote(area.id()).drafted();
        VoteSecret secret = secrets.get(one.id());

        jdbc.sql("""
                insert into linli.vote_secret (community_id, vote_no, wrapped)
                select community_id, :other, wrapped from linli.vote_secret where community_id = :community and vote_no = :one
                """)
                .param("community", area.id().value())
                .param("one", one.id().number())
                .param("other", other.id().number())
                .update();

        assertThat(secrets.get(one.id()).vote().bytes()).isEqualTo(secret.vote().bytes());
        assertThat(secret.choices().getEncoded())
                .hasSize(32)
                .isNotEqualTo(secret.vote().bytes());
        assertThat(secret).hasToString("VoteSecret");
        assertThatThrownBy(() -> secrets.get(other.id())).isInstanceOf(IllegalStateException.class);
    }

    private FrozenRoll freezeOf(Homestead area) {
        return rolls.current(fixtures.aVote(area.id()).noticed().id());
    }
}
