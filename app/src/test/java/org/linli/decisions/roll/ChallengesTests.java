package org.linli.decisions.roll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.decisions.testing.Homestead.person;
import static org.linli.decisions.testing.VoteFixtures.NOTICE;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.decisions.Vote;
import org.linli.decisions.Votes.By;
import org.linli.decisions.roll.Challenges.Refusal;
import org.linli.decisions.testing.Homestead;
import org.linli.decisions.testing.VoteFixtures;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@LinliTest
class ChallengesTests {

    private static final long OWNER = 4_711;
    private static final By STREET = new By("街道经办", 1L);

    @Autowired
    ApplicationContext context;

    @Autowired
    Challenges challenges;

    @Autowired
    Rolls rolls;

    @Autowired
    JdbcClient jdbc;

    VoteFixtures fixtures;
    Homestead area;
    Vote vote;

    @BeforeEach
    void noticed() {
        fixtures = VoteFixtures.in(context);
        area = Homestead.of(context, 3);
        vote = fixtures.aVote(area.id()).noticed();
        fixtures.today(NOTICE.plusDays(2));
    }

    @AfterEach
    void restored() {
        fixtures.restoreTime();
    }

    @Test
    void isTakenInItsDaysAndRestsEncrypted() {
        assertThat(challenges.challenge(vote, OWNER, 1, "  ")).contains(Refusal.NO_TEXT);
        assertThat(challenges.challenge(vote, OWNER, 1, "一号房屋早已卖给张三丰")).isEmpty();
        fixtures.today(NOTICE.plusDays(11));
        assertThat(challenges.challenge(vote, OWNER, 1, "太晚了")).contains(Refusal.NOT_IN_WINDOW);

        assertThat(challenges.open(vote.id())).isEqualTo(1);
        assertThat(challenges.list(vote.id()).getFirst())
                .returns("一号房屋早已卖给张三丰", Challenges.Challenge::text)
                .returns(1, Challenges.Challenge::homeNo);
        assertThat(jdbc.sql("select encode(text, 'hex') from linli.roll_challenge where community_id = :id")
                        .param("id", area.id().value())
                        .query(String.class)
                        .single())
                .doesNotContain(HexFormat.of().formatHex("张三丰".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void isRefusedOnTheDayAfterTheLastOneAndTakenOnTheLast() {
        LocalDate last = Challenges.window(vote).getLast();
        fixtures.today(last);
        assertThat(challenges.challenge(vote, OWNER, null, "最后一天")).isEmpty();
        fixtures.today(last.plusDays(1));
        assertThat(challenges.challenge(vote, OWNER, null, "又一天")).contains(Refusal.NOT_IN_WINDOW);
    }

    @Test
    void upheldItMakesANewVersionFromTheCorrectedRegisterAndOnlyThen() {
        FrozenRoll before = rolls.current(vote.id());
        challenges.challenge(vote, OWNER, 3, "三号房屋与二号同属一人");

        assertThat(challenges.rule(vote, 1, true, "属实", STREET)).contains(Refusal.REGISTER_UNCHANGED);
        assertThat(challenges.open(vote.id())).isEqualTo(1);
        assertThat(rolls.current(vote.id()).version().number()).isEqualTo(1);
        area.sell(3, LocalDate.of(2010, 1, 1), person(2));

        assertThat(challenges.rule(vote, 1, true, "属实，登记已更正", STREET)).isEmpty();
        FrozenRoll after = rolls.current(vote.id());
        assertThat(after.version())
                .returns(2, FrozenRoll.Version::number)
                .returns("属实，登记已更正", FrozenRoll.Version::reason);
        assertThat(after.total(1).heads()).isEqualTo(before.total(1).heads() - 1);
        assertThat(after.ofHome(3)).isEqualTo(after.ofHome(2));
        assertThat(challenges.rule(vote, 1, false, "再判一次", STREET)).contains(Refusal.ALREADY_RULED);
        assertThat(challenges.open(vote.id())).isZero();
    }

    @Test
    void answeredItChangesNothingAndNobodyRulesOnTheOwnOne() {
        challenges.challenge(vote, OWNER, null, "总面积不对");

        assertThat(challenges.rule(vote, 1, false, "", STREET)).contains(Refusal.NO_TEXT);
        assertThat(challenges.rule(vote, 1, false, "自己判", new By("业主", OWNER))).contains(Refusal.OWN_CHALLENGE);
        assertThat(challenges.rule(vote, 1, false, "总面积以不动产登记簿为准，计算无误", STREET)).isEmpty();

        assertThat(rolls.current(vote.id()).version().number()).isEqualTo(1);
    }

    @Test
    void onceTheVoteIsOpenTheRollHolds() {
        challenges.challenge(vote, OWNER, null, "名册有误");
        fixtures.today(VoteFixtures.OPENS);

        assertThat(challenges.rule(vote, 1, true, "属实", STREET)).contains(Refusal.ROLL_HOLDS);
        assertThat(challenges.rule(vote, 1, false, "已过期限，请对结果提出异议", STREET)).isEmpty();
    }
}
