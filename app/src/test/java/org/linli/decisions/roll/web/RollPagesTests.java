package org.linli.decisions.roll.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.decisions.testing.Homestead.person;
import static org.linli.decisions.testing.Homestead.unidentified;
import static org.linli.decisions.testing.VoteFixtures.inBuildings;
import static org.linli.decisions.testing.VoteFixtures.yesNo;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.decisions.Vote;
import org.linli.decisions.VotePageSection;
import org.linli.decisions.VoteState;
import org.linli.decisions.roll.FrozenRoll;
import org.linli.decisions.roll.OwnersView;
import org.linli.decisions.roll.Rolls;
import org.linli.decisions.testing.Homestead;
import org.linli.decisions.testing.VoteFixtures;
import org.linli.people.People;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.messages.Outbox;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scope;
import org.linli.platform.time.RealTime;
import org.linli.platform.web.Texts;
import org.linli.rules.decisions.Weight;
import org.linli.rules.decisions.matters.Matter;
import org.linli.testing.LinliTest;
import org.linli.testing.SentCodes;
import org.linli.testing.StaffMember;
import org.linli.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;

@LinliTest
class RollPagesTests {

    private static final AtomicInteger PHONES = new AtomicInteger();

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    People people;

    @Autowired
    Outbox outbox;

    @Autowired
    RealTime time;

    @Autowired
    Rolls rolls;

    @Autowired
    RollSection section;

    @Autowired
    MessageSource messages;

    VoteFixtures fixtures;
    Homestead area;

    @BeforeEach
    void made() {
        fixtures = VoteFixtures.in(context);
        area = Homestead.of(context, 2)
                .flat(8_000L, unidentified("张三"))
                .flat(8_000L, unidentified("张三"))
                .home("RESIDENCE", null, person(5));
    }

    @AfterEach
    void restored() {
        fixtures.restoreTime();
    }

    @Test
    void theStreetCompletesAndTheOwnerChecksAndChallenges() {
        Vote vote = fixtures.step(fixtures.aVote(area.id()).drafted(), VoteState.REVIEW);
        String desk = "/desk/votes/" + vote.id() + "/roll";
        String mine = "/my/votes/" + vote.id() + "/roll";
        try (Visitor street = staff(Role.STREET);
                Visitor owner = owner()) {
            String readiness = street.get(desk).body();
            assertThat(readiness).contains("张*", "同名未核实：1对", "面积不详的专有部分：1", "还有1处缺口");
            assertThat(readiness).doesNotContain("张三", "业主1号", "13800010001");
            assertThat(owner.get(mine).statusCode()).isEqualTo(404);

            assertThat(street.post(desk + "/pairs", "one", "3", "other", "4", "same", "true", "reason", "")
                            .body())
                    .contains("DEC-212");
            assertThat(Visitor.location(
                            street.post(desk + "/pairs", "one", "3", "other", "4", "same", "true", "reason", "户口本一致")))
                    .isEqualTo(desk);
            street.post(desk + "/statements", "reason", "测绘报告丢失");
            assertThat(street.get(desk).body()).contains("没有妨碍冻结的缺口", "测绘报告丢失");

            fixtures.today(VoteFixtures.NOTICE);
            fixtures.step(fixtures.get(vote.id()), VoteState.NOTICED);
            context.getBean(org.linli.decisions.roll.VoteClock.class).advance(vote.id());
            fixtures.today(VoteFixtures.NOTICE.plusDays(1));
            FrozenRoll roll = rolls.current(vote.id());
            assertThat(street.get(desk).body()).contains(roll.root(1), "没有人提出异议");

            String own = owner.get(mine).body();
            assertThat(own).contains("1幢 1-101", "面积不详", "共5处专有部分，其中1人各有多处、合计2处，每人只计一次，所以是4人", "与公布的总人数4人");
            assertThat(own).doesNotContain("张*", "张三", roll.entries().getFirst().id(), "业主1号");
            assertThat(new Visitor(port).get("/votes/" + vote.id()).body())
                    .as("in public the number alone")
                    .contains("有1处专有部分面积不详")
                    .doesNotContain("1-101", "1-102", "1-103", "1-104", "1-105");
            assertThat(owner.post(mine + "/challenges", "home", "1", "text", " ")
                            .body())
                    .contains("DEC-203");
            owner.post(mine + "/challenges", "home", "1", "text", "一号房屋已出售");
            assertThat(owner.get(mine).body()).contains("一号房屋已出售", "等待处理");

            assertThat(street.get("/desk").body()).contains("处理对名册的异议");
            assertThat(street.get(desk).body()).contains("一号房屋已出售", "1幢 1-101");
            street.post(desk + "/challenges/1/ruling", "upheld", "false", "reason", "查无转让登记");
            assertThat(owner.get(mine).body()).contains("不成立", "查无转让登记");
        }
    }

    @Test
    void theCompanySeesNothingAndAStreetElsewhereFindsNothing() {
        Vote vote = fixtures.aVote(area.id()).drafted();
        String desk = "/desk/votes/" + vote.id() + "/roll";
        StaffMember foreign =
                new StaffMember(people, time, Role.STREET, new Scope.OfDivision(new DivisionCode("331003001")));
        try (Visitor elsewhere = foreign.signedIn(port);
                Visitor manager = phone(Role.PROJECT_MANAGER)) {
            assertThat(elsewhere.get(desk).statusCode()).isEqualTo(404);
            assertThat(manager.get(desk).statusCode()).isEqualTo(403);
            assertThat(manager.get("/my/votes/" + vote.id() + "/roll").statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void everybodySeesTheFingerprintAndTheSumsAndNoRoom() {
        Vote vote = fixtures.aVote(Homestead.of(context, 2).id()).noticed();
        FrozenRoll roll = rolls.current(vote.id());

        Optional<VotePageSection.Section> shown =
                section.section(vote, new Texts(messages, java.util.Locale.SIMPLIFIED_CHINESE));

        assertThat(shown.orElseThrow().lines())
                .as("fingerprint, file, few owners")
                .hasSize(3);
        assertThat(shown.orElseThrow().lines().getFirst().text())
                .contains(roll.root(1), "2人", "200.00 m²")
                .doesNotContain("1-101", "1幢");
    }

    /** Two questions of two buildings: rooms of the one say nothing of the other, and somebody in both is a head of each. */
    @Test
    void theRoomsOfEachRollComeToWhatIsPublishedOfIt() {
        Homestead two =
                Homestead.of(context, 3).building("2幢").flat(9_000L, person(1)).flat(9_100L, person(50));
        Vote vote = fixtures.aVote(two.id())
                .asking(
                        inBuildings(yesNo(1, Matter.FUND_USE, "是否维修1幢屋顶？"), 1, 1),
                        inBuildings(yesNo(2, Matter.FUND_USE, "是否维修2幢屋顶？"), 2, 2))
                .noticed();
        FrozenRoll roll = rolls.current(vote.id());

        List<OwnersView.Sum> sums = OwnersView.sums(roll);

        assertThat(sums).hasSize(2).allMatch(OwnersView.Sum::agrees);
        assertThat(sums).extracting(OwnersView.Sum::heads).containsExactly(3, 2);
        assertThat(sums.get(1).areaDm2()).isEqualTo(18_100L);
        assertThat(sums.get(1).published()).isEqualTo(roll.total(2));
        area = two;
        try (Visitor owner = owner()) {
            assertThat(owner.get("/my/votes/" + vote.id() + "/roll").body())
                    .contains("第1号名册 · 1幢楼", "与公布的总人数3人", "第2号名册 · 1幢楼", "与公布的总人数2人、总面积181.00 m²一致")
                    .doesNotContain("与上面逐间相加的结果不一致");
        }
    }

    @Test
    void roomsThatDoNotComeToThePublishedTotalAreNotCalledEqual() {
        OwnersView.Sum sum = new OwnersView.Sum(1, List.of(), 4, 0, 0, 4, 40_000, new Weight(40_000, 5));

        assertThat(sum.agrees()).isFalse();
    }

    private Visitor staff(Role role) {
        return new StaffMember(people, time, role, new Scope.OfDivision(new DivisionCode("331002002"))).signedIn(port);
    }

    private Visitor owner() {
        return phone(Role.OWNER);
    }

    /** Somebody with a phone and one hat in the community. */
    private Visitor phone(Role role) {
        String phone = "1371300%04d".formatted(PHONES.incrementAndGet());
        long account = people.createPhoneUser("住户", "+86" + phone, false);
        people.grantUnchecked(account, role, new Scope.OfCommunity(area.id()), LocalDate.of(2023, 1, 1));
        Visitor visitor = new Visitor(port);
        visitor.get("/sign-in");
        visitor.post("/sign-in/phone", "phone", phone);
        visitor.get("/sign-in/code");
        visitor.post("/sign-in/code", "code", SentCodes.latest(outbox, "+86" + phone));
        return visitor;
    }
}
