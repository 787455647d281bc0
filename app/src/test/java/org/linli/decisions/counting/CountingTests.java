package org.linli.decisions.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.decisions.testing.VoteFixtures.yesNo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.decisions.DecisionItem;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteId;
import org.linli.decisions.VoteState;
import org.linli.decisions.Votes;
import org.linli.decisions.casting.Answer;
import org.linli.decisions.casting.Answer.Kind;
import org.linli.decisions.counting.Duties.Duty;
import org.linli.decisions.counting.Taken.Refusal;
import org.linli.decisions.testing.Homestead;
import org.linli.decisions.testing.VoteFixtures;
import org.linli.figures.AsOf;
import org.linli.figures.Figure;
import org.linli.figures.FigureValue;
import org.linli.figures.Figures;
import org.linli.people.People;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scope;
import org.linli.platform.scope.Viewer;
import org.linli.platform.time.BusinessTime;
import org.linli.platform.time.RealTime;
import org.linli.registry.Registered;
import org.linli.registry.claims.ProvedHomes;
import org.linli.rules.decisions.Outcome;
import org.linli.rules.decisions.matters.Matter;
import org.linli.testing.LinliTest;
import org.linli.testing.StaffMember;
import org.linli.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** From the closed record to the filed decision, on the real database. */
@LinliTest
class CountingTests {

    private static final DivisionCode CITY = new DivisionCode("3310");
    private static final DivisionCode STREET = new DivisionCode("331002002");
    private static final Answer AGREE = Answer.of(Kind.AGREE);
    private static final Answer OPPOSE = Answer.of(Kind.OPPOSE);
    private static final LocalDate CLOSED_ON = VoteFixtures.LAST_DAY.plusDays(1);

    /** Seven days after Saturday 30 March is a day off; Sunday 7 April is worked in exchange and the last day of objections. */
    private static final LocalDate FINAL_FROM = LocalDate.of(2024, 4, 8);

    @Autowired
    ApplicationContext context;

    @Autowired
    Counting counting;

    @Autowired
    Objections objections;

    @Autowired
    Finals finals;

    @Autowired
    Duties duties;

    @Autowired
    Figures figures;

    @Autowired
    PlantedBallots boxes;

    @Autowired
    People people;

    @Autowired
    BusinessTime time;

    @LocalServerPort
    int port;

    private VoteFixtures fixtures;
    private long before;
    private CommunityId community;
    private Viewer committee;
    private Viewer worker;
    private Viewer street;
    private Viewer other;

    @BeforeEach
    void people() {
        fixtures = VoteFixtures.in(context);
        community = Homestead.of(context, 1).id(); // the box is planted, but a notice freezes a roll
        committee = viewer(Role.COMMITTEE, new Scope.OfCommunity(community));
        worker = viewer(Role.COMMUNITY_WORKER, new Scope.OfDivision(new DivisionCode("331002002001")));
        street = viewer(Role.STREET, new Scope.OfDivision(STREET));
        other = viewer(Role.STREET, new Scope.OfDivision(STREET));
    }

    @AfterEach
    void restoreTime() {
        fixtures.restoreTime();
    }

    @Test
    void figuresAreEverybodysOnceTwoWitnessesHaveSigned() {
        Vote vote = counted(passing(), yesNo(1, Matter.COVENANT, "是否同意修改管理规约？"));

        assertThat(counting.published(vote.id())).isEmpty();
        assertThat(page(vote)).contains("还没有结果").doesNotContain("第一次计票");
        assertThat(counting.sign(vote, 1, worker)).isEqualTo(Taken.DONE);
        assertThat(counting.published(vote.id())).isEmpty();
        fixtures.today(CLOSED_ON.plusDays(3)); // the second witness comes late
        assertThat(counting.sign(fixtures.get(vote.id()), 1, street)).isEqualTo(Taken.DONE);

        Vote after = fixtures.get(vote.id());
        assertThat(after.state()).isEqualTo(VoteState.OBJECTION);
        assertThat(after.decidedOn()).contains(CLOSED_ON.plusDays(3));
        assertThat(counting.published(vote.id()).orElseThrow().result().item(1).outcome())
                .isEqualTo(Outcome.PASSED);
        assertThat(page(after))
                .contains(
                        "通过",
                        "200 / 300",
                        "初步结果",
                        counting.list(vote.id()).getFirst().digest());
    }

    @Test
    void whoCountsOrOwnsOrSitsOnTheCommitteeDoesNotWitness() {
        Vote vote = counted(passing(), yesNo(1, Matter.COVENANT, "是否同意修改管理规约？"));
        Viewer neighbour = viewer(Role.STREET, new Scope.OfDivision(STREET));
        new ProvedHomes(context, community).prove(neighbour.accountId(), "1幢", "1", "101", Homestead.person(1));
        Viewer owner = viewer(Role.OWNER, new Scope.OfCommunity(community));
        Viewer member = viewer(Role.OWNER, new Scope.OfCommunity(community));
        people.grantUnchecked(member.accountId(), Role.COMMITTEE, new Scope.OfCommunity(community), Registered.DAY);

        assertRefused(counting.sign(vote, 1, neighbour), Refusal.OWNS_A_HOME);
        assertRefused(counting.sign(vote, 1, committee), Refusal.NOT_ACCEPTED);
        assertRefused(counting.sign(vote, 1, owner), Refusal.NOT_ACCEPTED);
        assertRefused(counting.sign(vote, 1, member), Refusal.SITS_ON_THE_COMMITTEE);
        assertRefused(counting.volunteer(vote, member), Refusal.SITS_ON_THE_COMMITTEE);
        counting.volunteer(vote, owner);
        counting.accept(vote, owner.accountId(), by(worker));
        assertThat(counting.sign(vote, 1, owner)).isEqualTo(Taken.DONE);
        assertRefused(counting.sign(vote, 1, owner), Refusal.ALREADY_SIGNED);
        assertThat(counting.sign(vote, 1, street)).isEqualTo(Taken.DONE);

        assertThat(counting.published(vote.id()).orElseThrow().witnesses())
                .extracting(CountSheet.Witness::capacity)
                .containsExactly(CountSheet.Capacity.OWNER, CountSheet.Capacity.STREET);
        assertThat(counting.published(vote.id())
                        .orElseThrow()
                        .witnesses()
                        .getFirst()
                        .name())
                .endsWith("*");
    }

    @Test
    void twoOwnersAreNotEnoughAndTheCounterIsNoWitness() {
        Vote vote = closed(passing(), yesNo(1, Matter.COVENANT, "是否同意修改管理规约？"));
        counting.count(vote, by(street));
        for (int i = 0; i < 2; i++) {
            Viewer owner = viewer(Role.OWNER, new Scope.OfCommunity(community));
            counting.volunteer(vote, owner);
            counting.accept(vote, owner.accountId(), by(worker));
            assertThat(counting.sign(vote, 1, owner)).isEqualTo(Taken.DONE);
        }

        assertThat(counting.published(vote.id())).isEmpty();
        assertRefused(counting.sign(vote, 1, street), Refusal.COUNTED_IT);
    }

    @Test
    void aResultThatHangsOnContestedBallotsIsNotFinalBeforeTheyAreRuledOn() {
        CountSamples hanging = new CountSamples()
                .heads(199, 1_592_000, AGREE)
                .heads(1, 8_000, AGREE, false, true)
                .heads(100, 800_000, null);
        Vote vote = signed(hanging, yesNo(1, Matter.COVENANT, "是否同意修改管理规约？"));
        String first = counting.list(vote.id()).getFirst().digest();
        fixtures.today(FINAL_FROM.minusDays(1));
        assertRefused(finals.finish(vote, by(street)), Refusal.TOO_EARLY);
        fixtures.today(FINAL_FROM);

        assertRefused(finals.finish(vote, by(street)), Refusal.HANGS_ON_CONTESTED);
        assertThat(page(vote)).contains("结果取决于有争议的票");
        assertThat(duties.list(vote.id())).filteredOn(Duty::isOpen).isNotEmpty();
        boxes.rule(vote.id(), false);
        assertRefused(finals.finish(vote, by(street)), Refusal.COUNT_AGAIN);
        assertThat(counting.count(vote, by(committee))).isEqualTo(Taken.DONE);
        assertRefused(finals.finish(vote, by(street)), Refusal.NOT_SIGNED);
        counting.sign(vote, 2, worker);
        counting.sign(vote, 2, street);

        assertThat(finals.finish(vote, by(street))).isEqualTo(Taken.DONE);
        assertThat(counting.list(vote.id()))
                .extracting(CountSheet::cause)
                .containsExactly(CountSheet.Cause.PRELIMINARY, CountSheet.Cause.RULING);
        assertThat(counting.published(vote.id()).orElseThrow().result().item(1).outcome())
                .isEqualTo(Outcome.NO_VALID_DECISION);
        assertThat(page(vote)).contains("未形成有效决定", first);
        assertThat(duties.list(vote.id())).filteredOn(Duty::isOpen).isEmpty();
    }

    @Test
    void anUpheldObjectionVoidsTheDecisionWithItsDutiesAndKeepsTheOthers() {
        Vote vote = signed(
                passing(), yesNo(1, Matter.COVENANT, "是否同意修改管理规约？"), yesNo(2, Matter.PROPERTY_COMPANY, "是否同意续聘现物业企业？"));
        Viewer owner = viewer(Role.OWNER, new Scope.OfCommunity(community));
        assertThat(objections.object(vote, wish(2, "合同草案没有附上"), List.of(), owner))
                .isEqualTo(Taken.DONE);
        assertRefused(objections.object(vote, wish(2, "联系 138 0000 0000"), List.of(), owner), Refusal.PERSONAL_DATA);
        fixtures.today(FINAL_FROM);
        assertRefused(finals.finish(vote, by(street)), Refusal.OBJECTIONS_OPEN);

        assertThat(objections.rule(vote, 1, true, "公告时没有附合同草案。", other)).isEqualTo(Taken.DONE);
        assertRefused(objections.rule(vote, 1, false, "又一次", other), Refusal.ALREADY_RULED);
        assertThat(finals.finish(fixtures.get(vote.id()), by(street))).isEqualTo(Taken.DONE);

        assertThat(duties.list(vote.id()))
                .filteredOn(Duty::isOpen)
                .extracting(Duty::decision)
                .containsOnly(1);
        assertThat(onlineDecisions(FINAL_FROM).numerator()).isEqualTo(before + 1);
        assertThat(page(fixtures.get(vote.id()))).contains("自始无效", "公告时没有附合同草案。", "合同草案没有附上");
    }

    @Test
    void whoOrganisedTheVoteDoesNotRuleOnIt() {
        Vote vote = closed(passing(), yesNo(1, Matter.COVENANT, "是否同意修改管理规约？"));
        counting.count(vote, by(other));
        counting.sign(vote, 1, worker);
        counting.sign(vote, 1, street);
        Vote decided = fixtures.get(vote.id());
        Viewer owner = viewer(Role.OWNER, new Scope.OfCommunity(community));
        objections.object(decided, wish(1, "计票有误"), List.of(), owner);

        assertRefused(objections.rule(decided, 1, false, "无误", other), Refusal.ORGANISED_IT);
        assertRefused(objections.rule(decided, 1, false, " ", street), Refusal.TEXT_MISSING);
        Viewer neighbour = viewer(Role.STREET, new Scope.OfDivision(STREET));
        new ProvedHomes(context, community).prove(neighbour.accountId(), "1幢", "1", "101", Homestead.person(1));
        assertRefused(objections.rule(decided, 1, false, "数字与记录一致。", neighbour), Refusal.OWNS_A_HOME);
        assertThat(objections.rule(decided, 1, false, "数字与记录一致。", street)).isEqualTo(Taken.DONE);
    }

    @Test
    void anUpheldObjectionToTheWholeVoteInvalidatesIt() {
        Vote vote = signed(passing(), yesNo(1, Matter.COVENANT, "是否同意修改管理规约？"));
        Viewer owner = viewer(Role.OWNER, new Scope.OfCommunity(community));
        objections.object(vote, wish(null, "没有提前十五日公告"), List.of(), owner);

        objections.rule(vote, 1, true, "公告不足十五日。", other);

        assertThat(fixtures.get(vote.id()).state()).isEqualTo(VoteState.INVALIDATED);
        assertThat(duties.list(vote.id())).noneMatch(Duty::isOpen);
        assertThat(page(vote)).contains("本次表决已经无效");
    }

    @Test
    void theFigureCountsItemsFromTheDayTheyAreFinalUntilTheyAreRevoked() {
        Vote vote = signed(passing(), yesNo(1, Matter.COVENANT, "是否同意修改管理规约？"), yesNo(2, Matter.AUDIT, "是否同意审计公共收益？"));
        fixtures.today(FINAL_FROM);
        long earlier = onlineDecisions(FINAL_FROM.minusDays(1)).numerator();
        finals.finish(vote, by(street));
        Instant known = time.now().plusSeconds(3600);

        assertThat(onlineDecisions(FINAL_FROM.minusDays(1)).numerator()).isEqualTo(earlier);
        assertThat(onlineDecisions(FINAL_FROM).numerator()).isEqualTo(before + 2);
        assertThat(figure().movement(AsOf.day(FINAL_FROM), FINAL_FROM.minusDays(1), CITY)
                        .joined())
                .isGreaterThanOrEqualTo(2);
        LocalDate revokedOn = FINAL_FROM.plusDays(20);
        fixtures.today(revokedOn);
        fixtures.step(fixtures.get(vote.id()), VoteState.REVOKED);

        assertThat(onlineDecisions(revokedOn.minusDays(1)).numerator()).isEqualTo(before + 2);
        assertThat(onlineDecisions(revokedOn).numerator()).isEqualTo(before);
        assertThat(figures.value(figure(), new AsOf(revokedOn, java.util.Optional.of(known)), STREET)
                        .numerator())
                .isEqualTo(before + 2);
        assertThat(page(fixtures.get(vote.id()))).contains("已撤销");
    }

    @Test
    void aRehearsalIsNoFigureAndNobodysBusiness() {
        Vote open = fixtures.aVote(community)
                .rehearsal()
                .asking(yesNo(1, Matter.COVENANT, "演练：是否同意修改管理规约？"))
                .open();
        Vote vote = sign(close(open, passing()));
        assertThat(counting.published(vote.id()).orElseThrow().result().item(1).outcome())
                .isEqualTo(Outcome.PASSED);
        assertThat(duties.list(vote.id())).isEmpty();
        fixtures.today(FINAL_FROM);
        finals.finish(vote, by(street));

        assertThat(onlineDecisions(FINAL_FROM).numerator()).isEqualTo(before);
        try (Visitor anybody = new Visitor(port)) {
            assertThat(anybody.get("/votes/" + vote.id() + "/result").statusCode())
                    .isEqualTo(404);
            assertThat(anybody.get("/api/v1/decisions/" + vote.id() + "-1").statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void theApiTellsOutcomeFractionsAndVote() {
        Vote vote = signed(passing(), yesNo(1, Matter.FUND_RAISING, "是否同意筹集维修资金？"));
        try (Visitor machine = new Visitor(port)) {
            JsonNode one = machine.json("/api/v1/decisions/" + vote.id() + "-1");
            assertThat(one.get("outcome").asString()).isEqualTo("REJECTED");
            assertThat(one.get("class").asString()).isEqualTo("SPECIAL");
            assertThat(one.get("fractions").size()).isEqualTo(4);
            assertThat(one.get("fractions").get(3).get("least").asLong()).isEqualTo(150);
            assertThat(one.get("voted").get("heads").asInt()).isEqualTo(200);
            assertThat(one.get("vote").get("id").asString()).isEqualTo(vote.id().toString());
            assertThat(one.get("ledger").get("root").asString()).matches("[0-9a-f]{64}");

            JsonNode list = machine.json("/api/v1/decisions?division=331002&asOf=" + CLOSED_ON + "&after="
                    + new VoteId(community, 1).community() + "-1-0");
            assertThat(list.get("division").asString()).isEqualTo("331002");
            assertThat(machine.json("/api/v1/decisions?limit=1")
                            .get("decisions")
                            .size())
                    .isEqualTo(1);
            assertThat(machine.json("/api/v1/decisions?limit=1").get("next").asString())
                    .isNotEmpty();
            assertThat(machine.get("/api/v1/decisions?division=110000").statusCode())
                    .isEqualTo(404);
            assertThat(machine.get("/api/v1/decisions?asOf=2099-01-01").statusCode())
                    .isEqualTo(400);
            assertThat(machine.json("/api/v1/figures/online-decisions?division=3310")
                            .has("communities"))
                    .isTrue();
        }
    }

    @Test
    void theStepsAreTakenOnTheDeskAndWhatIsRefusedKeepsWhatWasTyped() {
        Vote vote = closed(passing(), yesNo(1, Matter.COMMITTEE, "是否同意更换一名委员？"));
        String desk = "/desk/votes/" + vote.id();
        try (Visitor clerk = staff(Role.STREET).signedIn(port);
                Visitor second = staff(Role.STREET).signedIn(port);
                Visitor foreign = foreignStreet().signedIn(port)) {
            assertThat(clerk.get(desk + "/count").body()).contains("开始计票");
            assertThat(clerk.post(desk + "/count").statusCode()).isEqualTo(303);
            assertThat(clerk.get(desk + "/count").body()).contains("计票人不能同时见证", "200 / 300");
            assertThat(clerk.post(desk + "/count").body()).contains("DEC-503");
            counting.sign(fixtures.get(vote.id()), 1, worker);
            assertThat(second.get(desk + "/count").body()).contains("签署见证");
            assertThat(second.post(desk + "/count/signature", "count", "1").statusCode())
                    .isEqualTo(303);
            assertThat(second.get(desk + "/count").body()).contains("异议期还没有满");

            Viewer owner = viewer(Role.OWNER, new Scope.OfCommunity(community));
            objections.object(fixtures.get(vote.id()), wish(1, "没有收到表决票"), List.of(), owner);
            assertThat(second.get(desk + "/objections").body()).contains("详细说明：没有收到表决票");
            var refused = second.post(desk + "/objections/1/ruling", "upheld", "false", "reason", "请致电 13900000000 了解");
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("DEC-519", "请致电 139****0000 了解", "<strong>13900000000</strong>");
            assertThat(second.post(desk + "/objections/1/ruling", "upheld", "false", "reason", "已张贴满七日。")
                            .statusCode())
                    .isEqualTo(303);

            assertThat(second.get(desk + "/duties").body())
                    .contains("备案", "登记新一届业主委员会", "committees/new?kind=COMMITTEE");
            assertThat(second.get("/desk").body()).contains("登记新一届业主委员会");
            for (String page : List.of("/count", "/objections", "/duties")) {
                assertThat(foreign.get(desk + page).statusCode()).as(page).isEqualTo(404);
            }
        }
    }

    private StaffMember staff(Role role) {
        return new StaffMember(people, context.getBean(RealTime.class), role, new Scope.OfDivision(STREET));
    }

    private StaffMember foreignStreet() {
        return new StaffMember(
                people,
                context.getBean(RealTime.class),
                Role.STREET,
                new Scope.OfDivision(new DivisionCode("331003001")));
    }

    /** 200 of 300 took part, 101 with 808,000 of 1,600,000 agreed: just enough for an ordinary matter. */
    private static CountSamples passing() {
        return new CountSamples()
                .heads(101, 808_000, AGREE)
                .heads(99, 792_000, OPPOSE)
                .heads(100, 800_000, null);
    }

    private Vote counted(CountSamples box, DecisionItem... items) {
        Vote vote = closed(box, items);
        assertThat(counting.count(vote, by(committee))).isEqualTo(Taken.DONE);
        return fixtures.get(vote.id());
    }

    private Vote signed(CountSamples box, DecisionItem... items) {
        return sign(closed(box, items));
    }

    private Vote sign(Vote vote) {
        counting.count(vote, by(committee));
        counting.sign(vote, 1, worker);
        counting.sign(vote, 1, street);
        return fixtures.get(vote.id());
    }

    private Vote closed(CountSamples box, DecisionItem... items) {
        return close(fixtures.aVote(community).asking(items).open(), box);
    }

    private Vote close(Vote open, CountSamples box) {
        fixtures.today(CLOSED_ON);
        before = onlineDecisions(FINAL_FROM).numerator();
        boxes.plant(open.id(), box.forItems(open.items().size()));
        return fixtures.step(open, VoteState.CLOSED);
    }

    private Objections.Wish wish(@org.jspecify.annotations.Nullable Integer decision, String summary) {
        return new Objections.Wish(decision, summary, "详细说明：" + summary);
    }

    private Figure figure() {
        return figures.find("online-decisions").orElseThrow();
    }

    private FigureValue onlineDecisions(LocalDate day) {
        return figures.value(figure(), AsOf.day(day), STREET);
    }

    private String page(Vote vote) {
        try (Visitor anybody = new Visitor(port)) {
            return anybody.get("/votes/" + vote.id() + "/result").body();
        }
    }

    private Viewer viewer(Role role, Scope scope) {
        String name = "见证" + role.name();
        long account = people.createPhoneUser(name, "+8613" + phone(), false);
        if (!role.isStaff()) {
            people.grantUnchecked(account, role, scope, Registered.DAY);
        }
        return new Viewer(account, name, 0, role, scope, "");
    }

    private static final java.util.concurrent.atomic.AtomicInteger PHONES =
            new java.util.concurrent.atomic.AtomicInteger(700_000_000);

    private static String phone() {
        return Integer.toString(PHONES.incrementAndGet());
    }

    private static Votes.By by(Viewer viewer) {
        return new Votes.By(viewer.name(), viewer.accountId());
    }

    private static void assertRefused(Taken taken, Refusal code) {
        assertThat(taken).isEqualTo(new Taken.Refused(code));
    }
}
