package org.linli.decisions.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteState;
import org.linli.decisions.casting.Answer;
import org.linli.decisions.casting.Ballots;
import org.linli.decisions.casting.CastRequest;
import org.linli.decisions.casting.Denials;
import org.linli.decisions.casting.RecordCloser;
import org.linli.decisions.reach.assistance.Assistance;
import org.linli.decisions.reach.assistance.Session;
import org.linli.decisions.reach.assistance.VotingPoint;
import org.linli.decisions.reach.assistance.VotingPoints;
import org.linli.decisions.reach.delivery.Board;
import org.linli.decisions.reach.delivery.Deliveries;
import org.linli.decisions.reach.delivery.Delivery;
import org.linli.decisions.reach.delivery.Reminders;
import org.linli.decisions.reach.delivery.Way;
import org.linli.decisions.reach.delivery.Wording;
import org.linli.decisions.reach.paper.Paper;
import org.linli.decisions.reach.paper.PaperBallots;
import org.linli.decisions.reach.paper.PaperReadings;
import org.linli.decisions.reach.paper.VoidReason;
import org.linli.decisions.reach.proxies.Instructions;
import org.linli.decisions.reach.proxies.Proxies;
import org.linli.decisions.reach.proxies.ProxyBallots;
import org.linli.decisions.testing.Homestead;
import org.linli.decisions.testing.VoteFixtures;
import org.linli.divisions.Divisions;
import org.linli.people.People;
import org.linli.people.Phone;
import org.linli.platform.ids.CompanyCode;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.Scope;
import org.linli.platform.scope.Viewer;
import org.linli.platform.time.BusinessTime;
import org.linli.platform.time.RealTime;
import org.linli.platform.todo.Todo;
import org.linli.registry.Companies;
import org.linli.registry.Engagements;
import org.linli.registry.Registered;
import org.linli.registry.claims.ClaimDesk;
import org.linli.registry.claims.ClaimGround;
import org.linli.registry.claims.ClaimId;
import org.linli.registry.claims.ClaimResult;
import org.linli.registry.claims.Designations;
import org.linli.registry.claims.OwnClaims;
import org.linli.registry.claims.ProvedHomes;
import org.linli.rules.decisions.Weight;
import org.linli.testing.LinliTest;
import org.linli.testing.StaffMember;
import org.linli.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@LinliTest
class ReachTests {

    private static final Actor WORKER = new Actor(901, "社区甲", Role.COMMUNITY_WORKER);
    private static final Actor OTHER = new Actor(902, "社区乙", Role.COMMUNITY_WORKER);
    private static final Actor STREET = new Actor(903, "街道丙", Role.STREET);
    private static final DivisionCode BAIYUN = new DivisionCode("331002002");
    private static final java.util.concurrent.atomic.AtomicInteger PHONES =
            new java.util.concurrent.atomic.AtomicInteger();

    @Autowired
    ApplicationContext context;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Reminders reminders;

    @Autowired
    PaperBallots papers;

    @Autowired
    PaperReadings readings;

    @Autowired
    Proxies proxies;

    @Autowired
    ProxyBallots proxyBallots;

    @Autowired
    VotingPoints points;

    @Autowired
    Assistance assistance;

    @Autowired
    RollViews rolls;

    @Autowired
    Ballots box;

    @Autowired
    RecordCloser closer;

    @Autowired
    People people;

    @Autowired
    RealTime real;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    @Autowired
    List<Todo> todos;

    @Autowired
    BusinessTime businessTime;

    @Autowired
    VotingOwners voters;

    @Autowired
    OwnClaims own;

    @Autowired
    Designations designations;

    @Autowired
    ClaimDesk claimDesk;

    @Autowired
    Denials denials;

    VoteFixtures fixtures;
    Homestead area;
    Vote vote;

    @BeforeEach
    void anOpenVoteOfTwelveHomes() {
        fixtures = VoteFixtures.in(context);
        area = Homestead.of(context, 10)
                .building("2幢")
                .flat(8_050L, Homestead.person(1))
                .flat(7_777L, Homestead.person(11));
        vote = fixtures.aVote(area.id()).open();
    }

    @AfterEach
    void restored() {
        fixtures.restoreTime();
    }

    @Test
    void theBoardsLinesAddUpToTheRoll() {
        deliveries.record(vote, List.of(1, 3), Way.HANDED_OVER, VoteFixtures.OPENS, "", photo(), WORKER);
        vote(2);

        Board board = deliveries.board(vote, 1).orElseThrow();

        Weight sum = board.lines().stream().map(Board.Line::all).reduce(Weight.ZERO, Weight::plus);
        assertThat(sum).isEqualTo(roll().totals().get(1)).isEqualTo(new Weight(115_827, 11));
        assertThat(board.total().reached()).isEqualTo(new Weight(28_050, 2));
        assertThat(board.total().voted()).isEqualTo(new Weight(10_000, 1));
        assertThat(board.votedLines().getLast().distance()).isEqualTo(1 - 8);
    }

    @Test
    void aPostedBallotCountsAfterSevenDaysAndAVoidedDeliveryNever() {
        deliveries.record(vote, List.of(4), Way.POSTED, VoteFixtures.OPENS, "1幢门厅", photo(), WORKER);
        fixtures.today(VoteFixtures.OPENS.plusDays(6));
        assertThat(deliveries.deliveredEntries(vote)).isEmpty();

        fixtures.today(VoteFixtures.OPENS.plusDays(7));
        assertThat(deliveries.deliveredEntries(vote)).containsExactly(entry(4));

        deliveries.voidDelivery(vote, 1, "贴错了楼", WORKER);
        assertThat(deliveries.deliveredEntries(vote)).isEmpty();
    }

    @Test
    void aDeliveryNeedsEvidenceAKnownHomeAndADayThatHasCome() {
        LocalDate day = VoteFixtures.OPENS;

        assertRefused(
                deliveries.record(vote, List.of(1), Way.HANDED_OVER, day, "", InputStream.nullInputStream(), WORKER),
                Problem.FILE_MISSING);
        assertRefused(
                deliveries.record(vote, List.of(99), Way.HANDED_OVER, day, "", photo(), WORKER), Problem.NO_SUCH_HOME);
        assertRefused(
                deliveries.record(vote, List.of(1), Way.HANDED_OVER, day.plusDays(1), "", photo(), WORKER),
                Problem.DAY_NOT_POSSIBLE);
        assertRefused(
                deliveries.record(vote, List.of(1), Way.REGISTERED_MAIL, day, "", photo(), WORKER),
                Problem.REASON_MISSING);
    }

    @Test
    void aFourthReminderIsRefusedAndASecondOnOneDay() {
        for (int day : List.of(0, 2, 3)) {
            fixtures.today(VoteFixtures.OPENS.plusDays(day));
            assertThat(reminders.remindHome(vote, 2, Wording.OPEN, WORKER)).isEqualTo(new Act.Done(1));
            assertRefused(
                    reminders.remindHome(vote, 2, Wording.HOW, WORKER),
                    day == 3 ? Problem.REMINDED_ENOUGH : Problem.REMINDED_TODAY);
        }
        fixtures.today(VoteFixtures.OPENS.plusDays(5));

        assertRefused(reminders.remindHome(vote, 2, Wording.CLOSES, WORKER), Problem.REMINDED_ENOUGH);
        vote(3);
        assertRefused(reminders.remindHome(vote, 3, Wording.OPEN, WORKER), Problem.HAS_VOTED);
        assertThat(reminders.remindAll(vote, 0, Wording.OPEN, WORKER).sent()).isEqualTo(9);
    }

    /** 2024-03-31 and 04-07 are Sundays, the second one worked in exchange for the holiday that begins on Thursday 04-04. */
    @Test
    void noReminderGoesOutOnASundayOrAPublicHoliday() {
        vote = fixtures.aVote(Homestead.of(context, 2).id())
                .on(LocalDate.of(2024, 3, 15), LocalDate.of(2024, 3, 30), LocalDate.of(2024, 4, 12))
                .open();

        for (String quiet : List.of("2024-03-31", "2024-04-04", "2024-04-05")) {
            fixtures.today(LocalDate.parse(quiet));
            assertThat(reminders.remindAll(vote, 0, Wording.OPEN, WORKER).skipped())
                    .as(quiet)
                    .containsExactly(java.util.Map.entry(Problem.QUIET_DAY, 2));
        }
        fixtures.today(LocalDate.of(2024, 4, 7));
        assertThat(reminders.remindAll(vote, 0, Wording.OPEN, WORKER).sent()).isEqualTo(2);
    }

    @Test
    void ofARehearsalNobodyIsReminded() {
        vote = fixtures.aVote(Homestead.of(context, 1).id()).rehearsal().open();

        assertRefused(reminders.remindHome(vote, 1, Wording.OPEN, WORKER), Problem.REHEARSAL);
    }

    @Test
    void afterASaleTheBuyerIsRemindedHelpedAndRepresentedAndTheSellerIsNot() {
        Phone phone = phone();
        long account = people.createPhoneUser("受托人", phone.e164(), false);
        int seller = owner(7);
        assertThat(grant(7, phone)).isEqualTo(new Act.Done(1));
        area.sell(7, VoteFixtures.OPENS, Homestead.person(707));
        int buyer = voters.ownersOf(vote.id(), 7).getFirst();
        StaffMember one = staff(Role.COMMUNITY_WORKER);
        StaffMember two = staff(Role.COMMUNITY_WORKER);
        Actor helper = new Actor(one.account(), "甲", Role.COMMUNITY_WORKER);
        register(one, two);

        assertRefused(
                proxyBallots.cast(vote, 1, new TreeMap<>(), new Actor(account, "受托人", Role.OCCUPANT)), Problem.NO_VOTE);
        assertRefused(grantBy(seller, phone), Problem.NO_VOTE);
        assertThat(grantBy(buyer, phone))
                .as("the seller's proxy is in nobody's way")
                .isEqualTo(new Act.Done(2));
        assertRefused(assistance.open(vote, 1, 7, seller, Session.IdentityPaper.RESIDENT_ID, helper), Problem.NO_VOTE);
        assertThat(assistance.open(vote, 1, 7, buyer, Session.IdentityPaper.RESIDENT_ID, helper))
                .isEqualTo(new Act.Done(1));
        assertThat(reminders.remindHome(vote, 7, Wording.OPEN, WORKER)).isEqualTo(new Act.Done(1));
        assertThat(reminders.list(vote)).extracting(Reminders.Sent::ownerNo).containsExactly(buyer);
    }

    private Act grantBy(int owner, Phone phone) {
        return proxies.grantOnPaper(vote, 7, owner, phone, new Instructions(agree(), new TreeSet<>()), photo(), WORKER);
    }

    @Test
    void ofJointOwnersOnlyTheOneWhomAllNamedIsHelpedAndRepresented() {
        fixtures.today(VoteFixtures.NOTICE.minusDays(9));
        Homestead couple = Homestead.empty(context).flat(10_000L, Homestead.person(31), Homestead.person(32));
        long account = people.createPhoneUser("业主31号", phone().e164(), false);
        new ProvedHomes(context, couple.id()).prove(account, "1幢", "1", "101", Homestead.person(31));
        ClaimId claim = own.list(new OwnClaims.Who(account, "业主31号")).getFirst().id();
        assertThat(designations.record(ClaimGround.viewer(903, Role.STREET, "331002002"), claim, 2, "推选书"))
                .isInstanceOf(ClaimResult.Done.class);
        vote = fixtures.aVote(couple.id()).open();
        StaffMember one = staff(Role.COMMUNITY_WORKER);
        register(one, staff(Role.COMMUNITY_WORKER));
        Actor helper = new Actor(one.account(), "甲", Role.COMMUNITY_WORKER);
        Phone phone = phone();
        people.createPhoneUser("受托人", phone.e164(), false);
        Instructions agree = new Instructions(agree(), new TreeSet<>());

        assertRefused(assistance.open(vote, 1, 1, 1, Session.IdentityPaper.RESIDENT_ID, helper), Problem.NO_VOTE);
        assertRefused(proxies.grantOnPaper(vote, 1, 1, phone, agree, photo(), WORKER), Problem.NO_VOTE);
        assertThat(assistance.open(vote, 1, 1, 2, Session.IdentityPaper.RESIDENT_ID, helper))
                .isEqualTo(new Act.Done(1));
        assertThat(proxies.grantOnPaper(vote, 1, 2, phone, agree, photo(), WORKER))
                .isEqualTo(new Act.Done(1));
    }

    @Test
    void noReminderGoesOutAtNight() {
        fixtures.now(VoteFixtures.OPENS.atTime(21, 0).atZone(BusinessTime.ZONE).toInstant());

        assertRefused(reminders.remindHome(vote, 2, Wording.OPEN, WORKER), Problem.QUIET_HOURS);
    }

    @Test
    void twoPeopleReadAPaperAndItIsCastOnce() {
        int number = returned(5);
        scan(number);

        assertThat(readings.read(vote, number, agree(), "", WORKER)).isEqualTo(new Act.Done(number));
        assertRefused(readings.read(vote, number, agree(), "", WORKER), Problem.SAME_PERSON);
        assertThat(readings.read(vote, number, agree(), "", OTHER)).isEqualTo(new Act.Done(number));

        assertThat(paper(number).state()).isEqualTo(Paper.State.CAST);
        assertRefused(readings.read(vote, number, agree(), "", STREET), Problem.PAPER_COUNTED);
        assertRefused(papers.voidPaper(vote, number, VoidReason.LOST, "不见了", WORKER), Problem.PAPER_COUNTED);
        assertRefused(papers.issue(vote, 5, WORKER), Problem.HAS_VOTED);
    }

    @Test
    void whenTwoReadDifferentlyAThirdOfTheStreetSaysWhy() {
        int number = returned(5);
        assertRefused(readings.read(vote, number, agree(), "", WORKER), Problem.SCAN_MISSING);
        scan(number);
        readings.read(vote, number, agree(), "", WORKER);
        readings.read(vote, number, oppose(), "", OTHER);

        assertThat(readings.waitsFor(vote, paper(number))).isEqualTo(PaperReadings.Wait.THIRD);
        assertRefused(
                readings.read(vote, number, oppose(), "看清楚了", new Actor(904, "丁", Role.COMMUNITY_WORKER)),
                Problem.STREET_LOOKS);
        assertRefused(readings.read(vote, number, oppose(), " ", STREET), Problem.REASON_MISSING);
        assertThat(readings.read(vote, number, oppose(), "勾在反对一栏", STREET)).isEqualTo(new Act.Done(number));
        assertThat(paper(number).state()).isEqualTo(Paper.State.CAST);
    }

    @Test
    void aPaperGivesWayToABallotThatWasFirst() {
        int number = returned(6);
        scan(number);
        readings.read(vote, number, agree(), "", WORKER);
        vote(6);

        assertRefused(readings.read(vote, number, agree(), "", OTHER), Problem.VOTED_OTHERWISE);

        assertThat(paper(number).voided()).extracting(Paper.Voided::reason).isEqualTo(VoidReason.VOTED_OTHERWISE);
        assertThat(ballots(entry(6))).isEqualTo(1);
    }

    @Test
    void aPaperReturnedInTimeIsEnteredAfterTheCloseAndNoneIsTakenBackLater() {
        int inTime = returned(5);
        int late = issue(6);
        fixtures.now(vote.terms().deadline());

        assertRefused(papers.takeBack(vote, late, "", WORKER), Problem.PAPER_TOO_LATE);
        fixtures.now(vote.terms().deadline().plusSeconds(21));
        assertThat(closer.close(vote)).isTrue();
        scan(inTime);
        readings.read(vote, inTime, agree(), "", WORKER);
        assertThat(readings.read(vote, inTime, agree(), "", OTHER)).isEqualTo(new Act.Done(inTime));
        assertThat(papers.voidPaper(vote, late, VoidReason.TOO_LATE, "次日交来", WORKER))
                .isEqualTo(new Act.Done(late));
    }

    @Test
    void everyPaperIsAccountedFor() {
        int first = issue(1);
        assertRefused(papers.issue(vote, 11, WORKER), Problem.PAPER_OUT);
        papers.voidPaper(vote, first, VoidReason.LOST, "遗失", WORKER);
        assertRefused(papers.takeBack(vote, first, "", WORKER), Problem.PAPER_VOIDED);
        assertRefused(papers.voidPaper(vote, first, VoidReason.LOST, "遗失", WORKER), Problem.PAPER_VOIDED);
        issue(1);
        int third = returned(2);
        assertRefused(papers.takeBack(vote, third, "", WORKER), Problem.PAPER_RETURNED_ALREADY);

        var sums = papers.reconcile(vote);

        assertThat(sums.isBalanced()).isTrue();
        assertThat(List.of(sums.issued(), sums.outstanding(), sums.returned(), sums.voided(), sums.waiting()))
                .containsExactly(3, 1, 1, 1, 1);
        assertThat(new HashSet<>(papers.list(vote).stream().map(Paper::serial).toList()))
                .hasSize(3);
    }

    @Test
    void eachLookAtAScanIsCounted() {
        int number = returned(2);
        scan(number);

        papers.viewScan(vote, number, 1, WORKER);
        papers.viewScan(vote, number, 1, OTHER);

        assertThat(paper(number).scans().getFirst().views()).isEqualTo(2);
    }

    /** Whoever claimed a home falsely gave no proxy that stands. */
    @Test
    void aBallotOfAProxyIsContestedOnceTheGrantorsClaimIsRuledFalse() {
        Phone proxyPhone = phone();
        Actor proxy = new Actor(people.createPhoneUser("受托人", proxyPhone.e164(), false), "受托人", Role.OCCUPANT);
        long claimant = people.createPhoneUser("业主7号", phone().e164(), false);
        new ProvedHomes(context, area.id()).prove(claimant, "1幢", "1", "203", Homestead.person(7));
        Actor grantor = new Actor(claimant, "业主7号", Role.OWNER);
        assertThat(proxies.grantOnline(vote, 7, proxyPhone, new Instructions(agree(), new TreeSet<>()), grantor))
                .isEqualTo(new Act.Done(1));
        assertThat(proxies.answer(vote, 1, true, proxy)).isEqualTo(new Act.Done(1));
        assertThat(proxyBallots.cast(vote, 1, new TreeMap<>(), proxy)).isEqualTo(new Act.Done(1));
        vote(6);
        assertThat(denials.contestedEntries(vote.id())).isEmpty();
        ClaimId claim = own.list(new OwnClaims.Who(claimant, "业主7号")).getFirst().id();
        Viewer worker = ClaimGround.viewer(9_200_001, Role.COMMUNITY_WORKER, "331002002");
        Viewer street = ClaimGround.viewer(9_200_002, Role.STREET, "331002002");

        claimDesk.objectAtCounter(worker, claim, "不认识此人");
        assertThat(denials.contestedEntries(vote.id())).containsExactly(entry(7));
        claimDesk.rule(street, claim, false, "冒用身份证");

        assertThat(denials.contestedEntries(vote.id())).containsExactly(entry(7));
        assertThat(denials.list(vote.id(), RowScope.everything()))
                .extracting(Denials.Denial::entry, Denials.Denial::place, Denials.Denial::isOpen)
                .containsExactly(org.assertj.core.api.Assertions.tuple(entry(7), Denials.Place.CLAIM, true));
    }

    @Test
    void aProxyStandsForThreeAndActsAsInstructed() {
        Phone phone = phone();
        long account = people.createPhoneUser("受托人", phone.e164(), false);
        Actor proxy = new Actor(account, "受托人", Role.OCCUPANT);
        for (int home = 2; home <= 4; home++) {
            assertThat(grant(home, phone)).isEqualTo(new Act.Done(home - 1));
        }

        assertRefused(grant(5, phone), Problem.PROXY_REFUSED);
        assertThat(((Act.Refused) grant(5, phone)).details()).containsExactly("reach.proxy-problem.CAP_REACHED");
        assertThat(((Act.Refused) grant(2, phone)).details()).contains("reach.proxy-problem.ALREADY_GRANTED");
        assertRefused(proxyBallots.cast(vote, 1, oppose(), proxy), Problem.ANSWER_MISSING);
        assertThat(proxyBallots.cast(vote, 1, new TreeMap<>(), proxy)).isEqualTo(new Act.Done(1));
        assertThat(((Act.Refused) proxyBallots.cast(vote, 1, new TreeMap<>(), proxy)).details())
                .containsExactly("reach.proxy-problem.ALREADY_USED");
        assertRefused(proxies.withdraw(vote, 1, WORKER), Problem.HAS_VOTED);
        vote(3);
        assertThat(((Act.Refused) proxyBallots.cast(vote, 2, new TreeMap<>(), proxy)).details())
                .containsExactly("reach.proxy-problem.OWNER_VOTED");
        assertThat(grant(5, phone))
                .as("the one whose owner voted no longer counts")
                .isEqualTo(new Act.Done(4));
    }

    @Test
    void nobodyOfTheCompanyIsAProxyOrHelps() {
        Phone phone = phone();
        long account = people.createPhoneUser("项目经理", phone.e164(), false);
        people.grantUnchecked(
                account, Role.PROJECT_MANAGER, new Scope.OfCommunity(vote.id().community()), LocalDate.of(2023, 1, 1));

        assertThat(((Act.Refused) grant(2, phone)).details()).contains("reach.proxy-problem.COMPANY_STAFF");
        StaffMember worker = staff(Role.COMMUNITY_WORKER);
        for (StaffMember theirs : companyStaff()) {
            for (VotingPoint.Kind kind : VotingPoint.Kind.values()) {
                assertRefused(
                        points.register(vote, kind, "物业中心", "每天", worker.username(), theirs.username(), STREET),
                        Problem.COMPANY_STAFF);
            }
        }
    }

    /** Who changes sides after the voting point was registered helps nobody any more. */
    @Test
    void aHelperWhoJoinsTheCompanyHelpsNobodyAnyMore() {
        StaffMember one = staff(Role.COMMUNITY_WORKER);
        register(one, staff(Role.COMMUNITY_WORKER));
        people.grantUnchecked(
                one.account(),
                Role.PROJECT_MANAGER,
                new Scope.OfCommunity(vote.id().community()),
                LocalDate.of(2023, 1, 1));

        assertRefused(open(new Actor(one.account(), "甲", Role.COMMUNITY_WORKER)), Problem.COMPANY_STAFF);
    }

    @Test
    void theCompanySeesNothingOfWhoWasReached() {
        int number = returned(5);
        scan(number);
        deliveries.record(vote, List.of(1), Way.HANDED_OVER, VoteFixtures.OPENS, "", photo(), WORKER);
        List<String> pages = List.of(
                "",
                "/delivery",
                "/delivery/1",
                "/deliveries/1/evidence",
                "/paper",
                "/paper/" + number,
                "/paper/" + number + "/print",
                "/paper/" + number + "/scans/1",
                "/assisted",
                "/assisted/1",
                "/proxies",
                "/anomalies",
                "/denials",
                "/roll",
                "/count",
                "/papers/delivery-list/1.docx");
        for (StaffMember theirs : companyStaff()) {
            try (Visitor visitor = theirs.signedIn(port)) {
                for (String page : pages) {
                    assertThat(visitor.get("/desk/votes/" + vote.id() + page).statusCode())
                            .as(page)
                            .isIn(403, 404);
                }
            }
        }
    }

    /** The project's manager, and the office of the company that serves the community. */
    private List<StaffMember> companyStaff() {
        String code = Registered.company(context.getBean(Companies.class), context.getBean(Divisions.class));
        Engagements engagements = context.getBean(Engagements.class);
        Registered.sign(engagements, area.id(), Registered.terms(code, Registered.DAY));
        Registered.start(engagements, area.id());
        return List.of(
                new StaffMember(people, real, Role.PROJECT_MANAGER, new Scope.OfCommunity(area.id())),
                new StaffMember(people, real, Role.COMPANY, new Scope.OfCompany(new CompanyCode(code))));
    }

    @Test
    void discretionNeedsARuleThatAllowsIt() {
        Phone phone = phone();
        people.createPhoneUser("受托人", phone.e164(), false);
        Instructions open = new Instructions(new TreeMap<>(), new TreeSet<>(Set.of(1)));

        Act act = proxies.grantOnPaper(vote, 2, owner(2), phone, open, photo(), WORKER);

        assertThat(((Act.Refused) act).details()).containsExactly("reach.proxy-problem.DISCRETION_NOT_ALLOWED");
    }

    @Test
    void twoStaffHelpAnOwnerAndTheChoiceIsNotKept() {
        StaffMember one = staff(Role.COMMUNITY_WORKER);
        StaffMember two = staff(Role.COMMUNITY_WORKER);
        Actor first = new Actor(one.account(), "甲", Role.COMMUNITY_WORKER);
        Actor second = new Actor(two.account(), "乙", Role.COMMUNITY_WORKER);
        assertRefused(register(one, one), Problem.TWO_STAFF);
        assertThat(register(one, two)).isEqualTo(new Act.Done(1));

        assertRefused(open(WORKER), Problem.NOT_OF_THIS_POINT);
        assertThat(open(first)).isEqualTo(new Act.Done(1));
        assertRefused(assistance.mark(vote, 1, true, agree(), first), Problem.OTHER_NOT_THERE);
        assertRefused(assistance.join(vote, 1, first), Problem.SAME_PERSON);
        assertThat(assistance.join(vote, 1, second)).isEqualTo(new Act.Done(1));
        assertRefused(assistance.confirm(vote, 1, second), Problem.NOT_CHOSEN_YET);
        assertThat(assistance.mark(vote, 1, true, agree(), first)).isEqualTo(new Act.Done(1));
        Session marked = assistance.find(vote, 1).orElseThrow();
        assertThat(assistance.marked(vote, marked, first)).isEmpty();
        assertThat(assistance.marked(vote, marked, second)).isEqualTo(agree());
        assertRefused(assistance.confirm(vote, 1, first), Problem.SAME_PERSON);
        assertThat(assistance.confirm(vote, 1, second)).isEqualTo(new Act.Done(1));

        assertThat(jdbc.sql("select count(*) from linli.assisted_draft where community_id = :id")
                        .param("id", vote.id().community().value())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(assistance.receipt(vote, assistance.find(vote, 1).orElseThrow()))
                .isPresent();
        assertRefused(open(first), Problem.HAS_VOTED);
    }

    @Test
    void listsShowNoChoiceAndTheCompanyNothing() {
        int number = returned(5);
        scan(number);
        readings.read(vote, number, oppose(), "", WORKER);
        Visitor street = staff(Role.STREET).signedIn(port);
        String path = "/desk/votes/" + vote.id();

        // The register of proxies offers all three answers in its form, and tells nobody's.
        for (String page : List.of("/delivery", "/delivery/1", "/paper", "/assisted", "/anomalies")) {
            var answer = street.get(path + page);
            assertThat(answer.statusCode()).as(page).isEqualTo(200);
            assertThat(answer.body().replaceAll("(?s)reach\\.reminder.*?<", "").replaceAll("同意、反对、弃权都由您自己决定", ""))
                    .as(page)
                    .doesNotContain("反对", "OPPOSE", "<script>", " style=");
        }
        assertThat(street.get(path + "/paper/" + number).statusCode()).isEqualTo(200);
        Visitor foreign = new StaffMember(
                        people, real, Role.STREET, new Scope.OfDivision(new DivisionCode("331003001")))
                .signedIn(port);
        assertThat(foreign.get(path + "/delivery").statusCode()).isEqualTo(404);
        assertThat(new Visitor(port).get("/votes/" + vote.id() + "/anomalies").statusCode())
                .isEqualTo(200);
    }

    @Test
    void theDeskTellsWhatWaitsAndForgetsWhatIsDone() {
        fixtures.today(VoteFixtures.LAST_DAY.minusDays(4));
        int number = returned(5);
        scan(number);
        readings.read(vote, number, agree(), "", WORKER);
        assertThat(waits(Role.STREET)).containsExactly("todo.paper-reading 1");
        fixtures.today(VoteFixtures.LAST_DAY.minusDays(3));
        assertThat(waits(Role.STREET)).containsExactly("todo.paper-reading 1", "todo.homes-unreached 1");
        assertThat(waits(Role.COMMITTEE)).containsExactly("todo.homes-unreached 1");
        assertThat(waits(Role.PROJECT_MANAGER)).isEmpty();

        readings.read(vote, number, agree(), "", OTHER);
        deliveries.record(
                vote,
                roll().parts().stream().map(RollView.Part::homeNo).toList(),
                Way.HANDED_OVER,
                VoteFixtures.OPENS,
                "",
                photo(),
                WORKER);
        assertThat(waits(Role.STREET)).isEmpty();

        int lost = issue(6);
        fixtures.now(vote.terms().deadline().plusSeconds(21));
        closer.close(vote);
        fixtures.step(vote, VoteState.CLOSED);
        assertThat(waits(Role.STREET)).containsExactly("todo.paper-unreconciled 1");
        papers.voidPaper(fixtures.get(vote.id()), lost, VoidReason.LOST, "遗失", WORKER);
        assertThat(waits(Role.STREET)).isEmpty();
    }

    private List<String> waits(Role role) {
        Viewer viewer = new Viewer(1, "", 1, role, new Scope.OfDivision(BAIYUN), "");
        RowScope rows = new RowScope("", new Long[] {vote.id().community().value()});
        return todos.stream()
                .filter(todo -> todo.getClass().getSimpleName().startsWith("ReachTodo"))
                .flatMap(todo -> todo.groups(viewer, rows, businessTime.today(), 5).stream())
                .filter(group -> group.total() > 0)
                .map(group -> group.key() + " " + group.total())
                .toList();
    }

    @Test
    void whatWasReadOnThePhoneIsADeliveryOnceAHomeAndOnlyOnTheRoll() {
        deliveries.noteReads(vote.id(), new TreeMap<>(Map.of(4, 77L, 99, 77L)));
        deliveries.noteReads(vote.id(), new TreeMap<>(Map.of(4, 78L)));

        assertThat(deliveries.all(vote)).extracting(Delivery::homeNo).containsExactly(4);
        assertThat(deliveries.deliveredEntries(vote)).containsExactly(entry(4));
    }

    private Act register(StaffMember one, StaffMember two) {
        return points.register(
                vote, VotingPoint.Kind.POINT, "社区服务中心", "每天 9 至 17 时", one.username(), two.username(), STREET);
    }

    private Act open(Actor by) {
        return assistance.open(vote, 1, 7, owner(7), Session.IdentityPaper.RESIDENT_ID, by);
    }

    private StaffMember staff(Role role) {
        return new StaffMember(people, real, role, new Scope.OfDivision(BAIYUN));
    }

    private Act grant(int home, Phone phone) {
        return proxies.grantOnPaper(
                vote, home, owner(home), phone, new Instructions(agree(), new TreeSet<>()), photo(), WORKER);
    }

    private static Phone phone() {
        return new Phone("+86138777" + String.format("%05d", PHONES.incrementAndGet()));
    }

    private int issue(int home) {
        return ((Act.Done) papers.issue(vote, home, WORKER)).number();
    }

    private int returned(int home) {
        int number = issue(home);
        assertThat(papers.takeBack(vote, number, "", WORKER)).isEqualTo(new Act.Done(number));
        return number;
    }

    private void scan(int number) {
        assertThat(papers.addScan(vote, number, photo(), WORKER)).isInstanceOf(Act.Done.class);
    }

    private Paper paper(int number) {
        return papers.find(vote, number).orElseThrow();
    }

    private void vote(int home) {
        box.cast(new CastRequest(
                vote.id(),
                entry(home),
                agree(),
                CastRequest.Channel.PHONE,
                home,
                owner(home),
                7L,
                new byte[] {(byte) home},
                null,
                null,
                vote.terms().opensAt()));
    }

    private int ballots(String entry) {
        return jdbc.sql(
                        "select count(*) from linli.ballot where community_id = :id and entry_id = decode(:entry, 'hex')")
                .param("id", vote.id().community().value())
                .param("entry", entry)
                .query(Integer.class)
                .single();
    }

    private RollView roll() {
        return rolls.find(vote.id()).orElseThrow();
    }

    private String entry(int home) {
        return roll().ofHome(home).orElseThrow().id();
    }

    private int owner(int home) {
        return roll().ofHome(home).orElseThrow().owners().getFirst();
    }

    private static SortedMap<Integer, Answer> agree() {
        return new TreeMap<>(java.util.Map.of(1, Answer.of(Answer.Kind.AGREE)));
    }

    private static SortedMap<Integer, Answer> oppose() {
        return new TreeMap<>(java.util.Map.of(1, Answer.of(Answer.Kind.OPPOSE)));
    }

    private static InputStream photo() {
        return new ByteArrayInputStream("%PDF-1.7 a photo".getBytes(StandardCharsets.US_ASCII));
    }

    private static void assertRefused(Act act, Problem problem) {
        assertThat(act).isInstanceOf(Act.Refused.class);
        assertThat(((Act.Refused) act).problem()).isEqualTo(problem);
    }
}
