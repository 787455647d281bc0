package org.linli.decisions.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.decisions.testing.VoteFixtures.yesNo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.decisions.Vote;
import org.linli.decisions.casting.Answer;
import org.linli.decisions.casting.Ballots;
import org.linli.decisions.reach.paper.PaperBallots;
import org.linli.decisions.reach.proxies.Instructions;
import org.linli.decisions.reach.proxies.Proxies;
import org.linli.decisions.reach.proxies.ProxyBallots;
import org.linli.decisions.testing.Homestead;
import org.linli.decisions.testing.VoteFixtures;
import org.linli.people.People;
import org.linli.people.Phone;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scope;
import org.linli.platform.time.RealTime;
import org.linli.registry.claims.ProvedHomes;
import org.linli.rules.decisions.matters.Matter;
import org.linli.testing.LinliTest;
import org.linli.testing.StaffMember;
import org.linli.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Defects that other voting systems had; the whole list with its tests is in {@code org.linli.faults.LessonsTests}. */
@LinliTest
class OthersFaultsTests {

    private static final int REQUESTS = 200;
    private static final int THREADS = 32;
    private static final String MARKUP = "<script>alert(1)</script><img src=x onerror=alert(2)><svg/onload=alert(3)>";
    private static final AtomicInteger PHONES = new AtomicInteger();

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Ballots box;

    @Autowired
    PaperBallots papers;

    @Autowired
    Proxies proxies;

    @Autowired
    ProxyBallots proxyBallots;

    @Autowired
    RollViews rolls;

    @Autowired
    People people;

    @Autowired
    RealTime real;

    @TempDir
    Path folder;

    private VoteFixtures fixtures;
    private Homestead area;

    @BeforeEach
    void anArea() {
        fixtures = VoteFixtures.in(context);
        area = Homestead.of(context, 2);
    }

    @AfterEach
    void restored() {
        fixtures.restoreTime();
    }

    @Test
    void nobodyWhoWorksHereCastsForAnOwner() {
        Vote vote = fixtures.aVote(area.id()).open();
        for (Role role : List.of(Role.STREET, Role.COMMUNITY_WORKER, Role.COUNTY)) {
            try (Visitor staff = staff(role, "331002")) {
                staff.get("/account");
                assertThat(staff.post(
                                        "/my/ballots",
                                        "vote",
                                        vote.id().toString(),
                                        "entry",
                                        entry(vote, 1),
                                        "d1",
                                        "AGREE")
                                .statusCode())
                        .as(role.name())
                        .isEqualTo(403);
            }
        }
        assertThat(box.listAfter(vote.id(), -1)).isEmpty();
    }

    @Test
    void twoStreetsAtOnceSeeEachTheirOwnVoteOnly() throws Exception {
        Vote vote = fixtures.aVote(area.id()).open();
        try (Visitor own = staff(Role.STREET, "331002002");
                Visitor foreign = staff(Role.STREET, "331003001");
                ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < REQUESTS; i++) {
                Visitor who = i % 2 == 0 ? own : foreign;
                answers.add(
                        threads.submit(() -> who.get("/desk/votes/" + vote.id()).statusCode()));
            }
            for (int i = 0; i < REQUESTS; i++) {
                assertThat(answers.get(i).get()).as("request %d", i).isEqualTo(i % 2 == 0 ? 200 : 404);
            }
        }
    }

    @Test
    void nobodyUploadsWithoutSigningIn() throws IOException {
        Vote vote = fixtures.aVote(area.id()).open();
        Actor worker = new Actor(921, "社区甲", Role.COMMUNITY_WORKER);
        int paper = ((Act.Done) papers.issue(vote, 1, worker)).number();
        papers.takeBack(vote, paper, "", worker);
        Path scan = Files.writeString(folder.resolve("scan.pdf"), "%PDF-1.7 scan");
        try (Visitor anybody = new Visitor(port)) {
            anybody.get("/sign-in");
            int status = anybody.upload("/desk/votes/" + vote.id() + "/paper/" + paper + "/scans", "x", "y", scan)
                    .statusCode();

            assertThat(status).isGreaterThanOrEqualTo(300);
        }
        assertThat(papers.find(vote, paper).orElseThrow().scans()).isEmpty();
    }

    @Test
    void whatIsWrittenInAVoteIsNeverMarkup() {
        Vote vote = fixtures.aVote(area.id())
                .asking(yesNo(1, Matter.OTHER_MAJOR, MARKUP))
                .open();
        try (Visitor anybody = new Visitor(port);
                Visitor street = staff(Role.STREET, "331002002")) {
            for (String page : List.of(
                    anybody.get("/votes/" + vote.id()).body(),
                    street.get("/desk/votes/" + vote.id() + "/draft").body())) {
                assertThat(page)
                        .contains("&lt;script&gt;alert(1)")
                        .doesNotContain("<script>alert(", "<img src=x", "<svg/onload");
            }
        }
    }

    @Test
    void aProxyCastsNothingBeforeAccepting() {
        fixtures.today(VoteFixtures.NOTICE.minusDays(30));
        long owner = people.createPhoneUser("业主1号", phone().e164(), false);
        new ProvedHomes(context, area.id()).prove(owner, "1幢", "1", "101", Homestead.person(1));
        Phone friend = phone();
        long proxy = people.createPhoneUser("受托人", friend.e164(), false);
        people.grantUnchecked(proxy, Role.OCCUPANT, new Scope.OfCommunity(area.id()), LocalDate.of(2023, 1, 1));
        Vote vote = fixtures.aVote(area.id()).open();
        TreeMap<Integer, Answer> agree = new TreeMap<>();
        agree.put(1, Answer.of(Answer.Kind.AGREE));
        Actor standIn = new Actor(proxy, "受托人", Role.OCCUPANT);
        assertThat(proxies.grantOnline(
                        vote,
                        1,
                        friend,
                        new Instructions(agree, new TreeSet<>()),
                        new Actor(owner, "业主1号", Role.OWNER)))
                .isEqualTo(new Act.Done(1));

        assertThat(proxyBallots.cast(vote, 1, new TreeMap<>(), standIn)).isInstanceOf(Act.Refused.class);
        assertThat(box.standing(vote.id(), entry(vote, 1))).isEmpty();

        assertThat(proxies.answer(vote, 1, true, standIn)).isEqualTo(new Act.Done(1));
        assertThat(proxyBallots.cast(vote, 1, new TreeMap<>(), standIn)).isEqualTo(new Act.Done(1));
    }

    private static Phone phone() {
        return new Phone("+861371900%04d".formatted(PHONES.incrementAndGet()));
    }

    private String entry(Vote vote, int home) {
        return rolls.find(vote.id()).orElseThrow().ofHome(home).orElseThrow().id();
    }

    private Visitor staff(Role role, String division) {
        return new StaffMember(people, real, role, new Scope.OfDivision(new DivisionCode(division))).signedIn(port);
    }
}
