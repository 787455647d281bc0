package org.linli.decisions.roll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.decisions.testing.Homestead.person;
import static org.linli.decisions.testing.Homestead.unidentified;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.decisions.Vote;
import org.linli.decisions.Votes.By;
import org.linli.decisions.roll.ReadinessReport.AreaEffect;
import org.linli.decisions.roll.ReadinessReport.Effect;
import org.linli.decisions.roll.ReadinessReport.OwnerRow;
import org.linli.decisions.roll.ReadinessReport.Place;
import org.linli.decisions.testing.Homestead;
import org.linli.decisions.testing.VoteFixtures;
import org.linli.registry.Homes;
import org.linli.registry.Registered;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@LinliTest
class ReadinessTests {

    private static final By CLERK = new By("测试员", 1L);

    @Autowired
    ApplicationContext context;

    @Autowired
    Readiness readiness;

    @Autowired
    RollFreeze freeze;

    @Autowired
    Rolls rolls;

    @Autowired
    Homes homes;

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
    void saysWhatIsMissingAndWhere() {
        Homestead area =
                Homestead.of(context, 2).home("RESIDENCE", null, person(3)).flat(9_000L, unidentified("王五"));
        int unknown = Integer.parseInt(Registered.key(homes.addHome(
                area.id(),
                new Homes.NewHome(1, "3", "901", "RESIDENCE", 7_000L, "SURVEY", "DELIVERED"),
                Homestead.BUILT,
                Registered.CLERK)));

        ReadinessReport report = readiness.report(fixtures.aVote(area.id()).drafted());

        assertThat(report.total().heads()).isEqualTo(5);
        assertThat(report.total().areaDm2()).isEqualTo(36_000);
        assertThat(report.withoutOwner()).extracting(Place::homeNo).containsExactly(unknown);
        assertThat(report.withoutArea()).extracting(Place::homeNo).containsExactly(3);
        assertThat(report.withoutId()).extracting(OwnerRow::maskedName).containsExactly("王*");
        assertThat(report.withoutContact()).extracting(Place::homeNo).containsExactly(4, unknown);
        assertThat(report.ownersKnown()).isEqualTo(new Effect(5, 4));
        assertThat(report.areasKnown()).isEqualTo(new AreaEffect(1, 36_000, 10_000));
        assertThat(report.areasKnown().otherwiseDm2()).isEqualTo(46_000);
        assertThat(report.areasKnown().neededDm2()).isEqualTo(24_000);
        assertThat(report.areasKnown().neededOtherwiseDm2()).isEqualTo(30_667);
        assertThat(report.areasKnown().isBlind()).isFalse();
        assertThat(report.unaccepted()).isEqualTo(2);
        assertThat(report.isReady()).isFalse();
    }

    /** 4 heads need 3; 3 heads need 2: the pair matters. 6 need 4 and 5 need 4: it does not. */
    @Test
    void aPairMattersExactlyIfAnotherNumberOfHeadsWouldHaveToTakePart() {
        Homestead four =
                Homestead.of(context, 2).flat(8_000L, unidentified("张三")).flat(8_000L, unidentified("张 三"));
        Homestead six =
                Homestead.of(context, 4).flat(8_000L, unidentified("张三")).flat(8_000L, unidentified("张三"));

        Effect ofFour = onlyPair(readiness.report(fixtures.aVote(four.id()).drafted()));
        Effect ofSix = onlyPair(readiness.report(fixtures.aVote(six.id()).drafted()));

        assertThat(ofFour).isEqualTo(new Effect(4, 3));
        assertThat(ofFour.changesQuorum()).isTrue();
        assertThat(ofSix).isEqualTo(new Effect(6, 5));
        assertThat(ofSix.changesQuorum()).isFalse();
    }

    @Test
    void twoRowsThatOwnTogetherMergeNoHead() {
        Homestead area = Homestead.of(context, 1).flat(8_000L, unidentified("张三"), unidentified("张三"));

        assertThat(onlyPair(readiness.report(fixtures.aVote(area.id()).drafted())))
                .isEqualTo(new Effect(2, 2));
    }

    @Test
    void aRulingOnAPairIsKeptAndTakesEffectAtTheFreeze() {
        Homestead area =
                Homestead.of(context, 1).flat(8_000L, unidentified("张三")).flat(8_000L, unidentified("张三"));
        Vote vote = fixtures.aVote(area.id()).drafted();

        assertThat(readiness.resolve(vote, 3, 2, true, " ", CLERK)).contains(Readiness.Refusal.NO_REASON);
        assertThat(readiness.resolve(vote, 1, 2, true, "同一证件", CLERK)).contains(Readiness.Refusal.NO_SUCH_PAIR);
        assertThat(readiness.resolve(vote, 3, 2, true, "户口本一致", CLERK)).isEmpty();
        assertThat(readiness.resolve(vote, 3, 2, false, "再判一次", CLERK)).contains(Readiness.Refusal.NO_SUCH_PAIR);
        fixtures.today(VoteFixtures.NOTICE);
        freeze.freeze(vote);

        assertThat(rolls.current(vote.id()).total(1).heads()).isEqualTo(2);
        assertThat(readiness.resolve(vote, 2, 3, false, "晚了", CLERK)).contains(Readiness.Refusal.FROZEN);
    }

    @Test
    void nothingCanBeSaidOfAreaWhereNoneIsKnown() {
        Homestead area = Homestead.empty(context).home("RESIDENCE", null, person(3));

        ReadinessReport report = readiness.report(fixtures.aVote(area.id()).drafted());

        assertThat(report.areasKnown()).isEqualTo(new AreaEffect(1, 0, 0));
        assertThat(report.areasKnown().isBlind()).isTrue();
    }

    @Test
    void aStatementCoversTheGapsOfItsDayAndNoOther() {
        Homestead area = Homestead.of(context, 1).home("RESIDENCE", null, person(3));
        Vote vote = fixtures.aVote(area.id()).drafted();

        assertThat(readiness.accept(vote, "测绘报告丢失", CLERK)).isEmpty();
        assertThat(readiness.accept(vote, "再说一次", CLERK)).contains(Readiness.Refusal.NOTHING_OPEN);
        assertThat(readiness.report(vote).isReady()).isTrue();
        area.home("RESIDENCE", null, person(4));

        assertThat(readiness.report(vote).unaccepted()).isEqualTo(1);
        assertThat(readiness.report(vote).statements()).hasSize(1);
    }

    private static Effect onlyPair(ReadinessReport report) {
        assertThat(report.pairs()).hasSize(1);
        return report.pairs().getFirst().merged();
    }
}
