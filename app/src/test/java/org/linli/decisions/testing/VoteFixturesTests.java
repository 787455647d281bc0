package org.linli.decisions.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.decisions.DecisionItem;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteState;
import org.linli.decisions.Votes;
import org.linli.registry.Homes;
import org.linli.registry.Registered;
import org.linli.rules.decisions.matters.Matter;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@LinliTest
class VoteFixturesTests {

    @Autowired
    ApplicationContext context;

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
    void aVoteIsOpenOnItsFirstDay() {
        DecisionItem repair =
                VoteFixtures.inBuildings(VoteFixtures.yesNo(1, Matter.FUND_USE, "是否同意使用维修资金维修1幢屋顶？"), 2, 1);
        Vote vote = fixtures.aVote(Homestead.of(context, 6).id())
                .asking(repair, VoteFixtures.choice(2, "甲公司", "乙公司"), VoteFixtures.election(3, 5, "甲", "乙", "丙"))
                .open();

        assertThat(vote.state()).isEqualTo(VoteState.OPEN);
        assertThat(vote.step(VoteState.NOTICED).orElseThrow().day()).isEqualTo(VoteFixtures.NOTICE);
        assertThat(vote.step(VoteState.OPEN).orElseThrow().day()).isEqualTo(VoteFixtures.OPENS);
        assertThat(vote.items()).hasSize(3);
        assertThat(vote.item(1).buildings()).containsExactly(1);
        assertThat(vote.item(2).options())
                .extracting(DecisionItem.Option::label)
                .containsExactly("甲公司", "乙公司");
    }

    @Test
    void aStepIsTakenOnce() {
        Vote vote = fixtures.aVote(Homestead.empty(context).id()).drafted();
        fixtures.step(vote, VoteState.REVIEW);

        assertThatThrownBy(() -> fixtures.step(vote, VoteState.REVIEW)).isInstanceOf(Votes.StepTaken.class);
    }

    @Test
    void aSoldHomeHasTheBuyerAsOwner() {
        fixtures.today(VoteFixtures.NOTICE);
        Homestead homestead = Homestead.of(context, 2).sell(1, VoteFixtures.NOTICE, Homestead.person(9));

        assertThat(homes.find(homestead.id(), 1, VoteFixtures.NOTICE, Registered.CITY)
                        .orElseThrow()
                        .owners()
                        .getFirst()
                        .ownerNo())
                .isEqualTo(3);
    }
}
