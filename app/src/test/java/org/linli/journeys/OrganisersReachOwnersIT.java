package org.linli.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.decisions.Vote;
import org.linli.decisions.casting.Answer;
import org.linli.decisions.reach.Act;
import org.linli.decisions.reach.Actor;
import org.linli.decisions.reach.RollView;
import org.linli.decisions.reach.RollViews;
import org.linli.decisions.reach.assistance.Assistance;
import org.linli.decisions.reach.assistance.Session;
import org.linli.decisions.reach.assistance.VotingPoint;
import org.linli.decisions.reach.assistance.VotingPoints;
import org.linli.decisions.reach.delivery.Deliveries;
import org.linli.decisions.reach.delivery.Way;
import org.linli.decisions.reach.paper.PaperBallots;
import org.linli.decisions.reach.paper.PaperReadings;
import org.linli.decisions.reach.proxies.Instructions;
import org.linli.decisions.reach.proxies.Proxies;
import org.linli.decisions.testing.Homestead;
import org.linli.decisions.testing.VoteFixtures;
import org.linli.people.People;
import org.linli.people.Phone;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scope;
import org.linli.platform.time.RealTime;
import org.linli.testing.LinliTest;
import org.linli.testing.StaffMember;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The street reaches everybody: the board, the lists, papers, proxies, help to vote, what looks odd; all in the frame of the vote. */
@LinliTest
class OrganisersReachOwnersIT {

    private static final DivisionCode BAIYUN = new DivisionCode("331002002");
    private static final Actor WORKER = new Actor(901, "社区甲", Role.COMMUNITY_WORKER);

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    People people;

    @Autowired
    RealTime time;

    VoteFixtures fixtures;
    StaffMember clerk;
    Vote vote;

    @BeforeEach
    void anOpenVoteWithEverythingUnderWay() {
        fixtures = VoteFixtures.in(context);
        clerk = staff();
        vote = fixtures.aVote(Homestead.of(context, 10)
                        .building("2幢")
                        .flat(8_050L, Homestead.person(11))
                        .id())
                .open();
        context.getBean(Deliveries.class)
                .record(vote, List.of(1, 3), Way.HANDED_OVER, VoteFixtures.OPENS, "", photo(), WORKER);
        readOnce(5);
        context.getBean(PaperBallots.class).issue(vote, 6, WORKER);
        aProxy();
        StaffMember other = staff();
        context.getBean(VotingPoints.class)
                .register(
                        vote,
                        VotingPoint.Kind.POINT,
                        "社区服务中心一楼",
                        "每天 9 至 17 时",
                        clerk.username(),
                        other.username(),
                        WORKER);
        context.getBean(Assistance.class)
                .open(
                        vote,
                        1,
                        7,
                        roll().ofHome(7).orElseThrow().owners().getFirst(),
                        Session.IdentityPaper.RESIDENT_ID,
                        new Actor(clerk.account(), "甲", Role.STREET));
        fixtures.today(VoteFixtures.LAST_DAY.minusDays(2));
    }

    @AfterEach
    void restored() {
        fixtures.restoreTime();
    }

    private void readOnce(int home) {
        PaperBallots papers = context.getBean(PaperBallots.class);
        int number = ((Act.Done) papers.issue(vote, home, WORKER)).number();
        papers.takeBack(vote, number, "", WORKER);
        papers.addScan(vote, number, photo(), WORKER);
        assertThat(context.getBean(PaperReadings.class).read(vote, number, agree(), "", WORKER))
                .isEqualTo(new Act.Done(number));
    }

    private void aProxy() {
        Phone phone = new Phone(
                "+861387779" + String.format("%04d", vote.id().community().value() % 10_000));
        people.createPhoneUser("受托人", phone.e164(), false);
        assertThat(context.getBean(Proxies.class)
                        .grantOnPaper(
                                vote,
                                2,
                                roll().ofHome(2).orElseThrow().owners().getFirst(),
                                phone,
                                new Instructions(agree(), new TreeSet<>()),
                                photo(),
                                WORKER))
                .isEqualTo(new Act.Done(1));
    }

    private RollView roll() {
        return context.getBean(RollViews.class).find(vote.id()).orElseThrow();
    }

    private StaffMember staff() {
        return new StaffMember(people, time, Role.STREET, new Scope.OfDivision(BAIYUN));
    }

    private static SortedMap<Integer, Answer> agree() {
        return new TreeMap<>(Map.of(1, Answer.of(Answer.Kind.AGREE)));
    }

    private static InputStream photo() {
        return new ByteArrayInputStream("%PDF-1.7 a photo".getBytes(StandardCharsets.US_ASCII));
    }

    @ParameterizedTest(name = "{0} px, {1}")
    @CsvSource({"390, zh", "1280, en"})
    void everyPageStandsInTheFrameOfTheVote(int width, String language) {
        String desk = "/desk/votes/" + vote.id();
        boolean chinese = language.equals("zh");
        try (Pages pages = new Pages(port, width, language)) {
            signIn(pages);
            pages.assertText(chinese ? "再读纸质选票" : "Read a paper ballot again")
                    .assertText(chinese ? "送达未送达的房屋" : "Reach the homes not yet reached")
                    .picture("reach-todo-" + width + "-" + language);
            for (String page : List.of(
                    "/delivery",
                    "/delivery/1",
                    "/paper",
                    "/paper/1",
                    "/paper/2",
                    "/proxies",
                    "/assisted",
                    "/assisted/1",
                    "/anomalies")) {
                pages.open(desk + page)
                        .assertText(chinese ? "法定步骤" : "Legal steps")
                        .picture("reach" + page.replace('/', '-') + "-" + width + "-" + language);
                assertThat(pages.page()
                                .locator(".nav-tabs a[aria-current=page]")
                                .count())
                        .as(page)
                        .isOne();
            }
            pages.open(desk + "/paper/2/print").picture("reach-paper-print-" + width + "-" + language);
            pages.open("/votes/" + vote.id() + "/anomalies");
        }
    }

    private void signIn(Pages pages) {
        Page page = pages.page();
        pages.open("/sign-in?way=staff");
        page.fill("input[name=username]", clerk.username());
        page.fill("input[name=password]", clerk.password());
        page.click("form:has(input[name=password]) button[type=submit]");
        page.fill("input[name=code]", clerk.code());
        page.click("form:has(input[name=code]) button[type=submit]");
        pages.open("/desk");
    }
}
