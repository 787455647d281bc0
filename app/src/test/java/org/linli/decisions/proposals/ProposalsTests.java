package org.linli.decisions.proposals;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.decisions.VoteId;
import org.linli.decisions.proposals.Proposal.Kind;
import org.linli.decisions.proposals.Proposals.Problem;
import org.linli.decisions.testing.Homestead;
import org.linli.decisions.testing.VoteFixtures;
import org.linli.people.People;
import org.linli.platform.messages.Outbox;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.Scope;
import org.linli.platform.scope.Viewer;
import org.linli.platform.sections.PageSections;
import org.linli.platform.todo.TodoGroup;
import org.linli.platform.web.Texts;
import org.linli.registry.Committees;
import org.linli.registry.Registered;
import org.linli.registry.claims.ClaimDesk;
import org.linli.registry.claims.ClaimGround;
import org.linli.registry.claims.OwnClaims;
import org.linli.registry.claims.ProvedHomes;
import org.linli.rules.decisions.Weight;
import org.linli.testing.LinliTest;
import org.linli.testing.SentCodes;
import org.linli.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;

/** A fifth of the heads proposes a vote: each head once, whoever signs for it and however often. */
@LinliTest
class ProposalsTests {

    private static final LocalDate TODAY = LocalDate.of(2024, 2, 19);
    private static final Viewer WORKER = ClaimGround.viewer(9_300_001, Role.COMMUNITY_WORKER, "331002002");
    private static final Viewer STREET = ClaimGround.viewer(9_300_002, Role.STREET, "331002002");
    private static final AtomicInteger PHONES = new AtomicInteger();

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Proposals proposals;

    @Autowired
    ProposalTodo todo;

    @Autowired
    List<PageSections> sections;

    @Autowired
    MessageSource messages;

    @Autowired
    People people;

    @Autowired
    Outbox outbox;

    @Autowired
    OwnClaims own;

    @Autowired
    ClaimDesk claimDesk;

    @Autowired
    Committees committees;

    private VoteFixtures fixtures;
    private Homestead area;

    /** Eleven flats and ten heads: the last flat is a second one of the first owner. Two of ten are a fifth. */
    @BeforeEach
    void tenHeads() {
        fixtures = VoteFixtures.in(context);
        fixtures.today(TODAY);
        area = Homestead.of(context, 10).flat(9_000L, Homestead.person(1));
    }

    @AfterEach
    void restored() {
        fixtures.restoreTime();
    }

    @Test
    void whoeverProposesHasSignedAndAHeadCountsOnceHoweverManyHomesItHas() {
        Viewer first = owner("1", "101", 1);
        new ProvedHomes(context, area.id()).prove(first.accountId(), "1幢", "1", "303", Homestead.person(1));
        ProposalId id = proposed(first);

        assertThat(standing(id)).isEqualTo("1/10 false");
        assertThat(proposals.sign(id, first)).isEmpty(); // a second click
        assertThat(standing(id)).isEqualTo("1/10 false");

        assertThat(proposals.sign(id, owner("2", "102", 2))).isEmpty();
        assertThat(standing(id)).isEqualTo("2/10 true");
        Proposal reached = proposals.find(id, RowScope.everything()).orElseThrow();
        assertThat(reached.reachedOn()).isEqualTo(TODAY);
        assertThat(reached.dueOn()).isEqualTo(LocalDate.of(2024, 3, 5));
        assertThat(reached.signedWeight()).isEqualTo(new Weight(2 * 10_000L + 9_000, 2));
        assertThat(reached.all()).isEqualTo(new Weight(10 * 10_000L + 9_000, 10));
        assertThat(proposals.withdraw(id, first)).contains(Problem.REACHED);
        assertThat(proposals.sign(id, owner("1", "103", 3))).contains(Problem.REACHED);
    }

    @Test
    void whatAFifthHasNotSignedInNinetyDaysHasEnded() {
        Viewer first = owner("1", "101", 1);
        Viewer second = owner("2", "102", 2);
        ProposalId id = proposed(first);

        fixtures.today(TODAY.plusDays(90));
        assertThat(proposals.withdraw(id, first)).isEmpty();
        assertThat(proposals.sign(id, first)).isEmpty();
        fixtures.today(TODAY.plusDays(91));
        assertThat(proposals.sign(id, second)).contains(Problem.LAPSED);
        assertThat(proposals.withdraw(id, first)).contains(Problem.LAPSED);
        assertThat(proposals.end(id, "内容违法", STREET)).isEmpty();
        assertThat(proposals.end(id, "内容违法", STREET)).contains(Problem.ENDED);
        assertThat(standing(id)).isEqualTo("1/10 false");
    }

    @Test
    void aSignatureIsTakenBackUntilAFifthIsReached() {
        Viewer first = owner("1", "101", 1);
        ProposalId id = proposed(first);

        assertThat(proposals.withdraw(id, first)).isEmpty();
        assertThat(standing(id)).isEqualTo("0/10 false");
        assertThat(proposals.hasSigned(id, first.accountId())).isFalse();
        assertThat(proposals.withdraw(id, first)).contains(Problem.NOT_SIGNED);
        assertThat(proposals.sign(id, first)).isEmpty();
        assertThat(standing(id)).isEqualTo("1/10 false");
    }

    @Test
    void coOwnersAreOneHeadAndTheOthersSignatureStaysWhenOneTakesItBack() {
        area.flat(9_000L, Homestead.person(21), Homestead.person(22));
        Viewer one = owner("2", "304", 21);
        Viewer other = owner("2", "304", 22);
        ProposalId id = proposed(one);
        assertThat(proposals.sign(id, other)).isEmpty();
        assertThat(standing(id)).isEqualTo("1/11 false");

        proposals.withdraw(id, one);

        assertThat(standing(id)).isEqualTo("1/11 false");
    }

    @Test
    void ownersWhoSignAtTheSameMomentAreCountedOnceEach() throws Exception {
        area.flat(1_000L, Homestead.person(31))
                .flat(1_000L, Homestead.person(32))
                .flat(1_000L, Homestead.person(33));
        ProposalId id = proposed(owner("1", "101", 1));
        Viewer second = owner("2", "102", 2);
        Callable<Optional<Problem>> sign = () -> proposals.sign(id, second);

        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            for (Future<Optional<Problem>> done : threads.invokeAll(List.of(sign, sign, sign, sign, sign, sign))) {
                assertThat(done.get()).isEmpty();
            }
        }

        assertThat(standing(id)).isEqualTo("2/13 false"); // three would be a fifth
        assertThat(proposals.withdraw(id, second)).isEmpty();
        assertThat(standing(id)).as("six clicks were one signature").isEqualTo("1/13 false");
    }

    @Test
    void aWorkerEntersASignedSheetOfAnOwnerOfToday() {
        ProposalId id = proposed(owner("1", "101", 1));

        assertThat(proposals.enter(id, 1, "102", 2, pdf(), WORKER)).contains(Problem.NOT_AN_OWNER);
        assertThat(proposals.enter(id, 1, "999", 1, pdf(), WORKER)).contains(Problem.NOT_AN_OWNER);
        assertThat(proposals.enter(id, 1, "303", 1, pdf(), WORKER))
                .as("another home of the head that signed")
                .contains(Problem.SIGNED_ALREADY);
        assertThat(proposals.enter(id, 1, "2-102", 1, InputStream.nullInputStream(), WORKER))
                .contains(Problem.NO_PAPER);
        assertThat(standing(id)).isEqualTo("1/10 false");

        assertThat(proposals.enter(id, 1, "2单元 102", 1, pdf(), WORKER)).isEmpty();
        assertThat(proposals.papers(id)).containsExactly(2);
        assertThat(proposals.paper(id, 2, WORKER)).isPresent();
        assertThat(proposals.paper(id, 1, WORKER)).as("signed on the phone").isEmpty();
        assertThat(standing(id)).isEqualTo("2/10 true");
    }

    @Test
    void whatWasSignedOnAClaimThatIsRuledFalseIsTakenOff() {
        ProposalId id = proposed(owner("1", "101", 1));
        Viewer impostor = owner("2", "102", 2);
        area.flat(1_000L, Homestead.person(41));
        proposals.sign(id, impostor);
        assertThat(standing(id)).isEqualTo("2/11 false");
        var claim = own.list(new OwnClaims.Who(impostor.accountId(), "业主"))
                .getFirst()
                .id();
        claimDesk.objectAtCounter(WORKER, claim, "不认识此人");

        claimDesk.rule(STREET, claim, false, "冒用身份证");

        assertThat(standing(id)).isEqualTo("1/11 false");
    }

    @Test
    void strangersPersonalDataAndTooManyAreRefused() {
        Viewer first = owner("1", "101", 1);
        Viewer stranger = viewer(people.createPhoneUser("路人", phone(), false));

        assertThat(proposals.propose(area.id(), Kind.SPECIAL_MEETING, "修缮屋顶", stranger))
                .contains(Problem.NO_CLAIM);
        assertThat(proposals.propose(area.id(), Kind.SPECIAL_MEETING, " ", first))
                .contains(Problem.NO_MATTER);
        assertThat(proposals.propose(area.id(), Kind.SPECIAL_MEETING, "联系 138 0000 0000", first))
                .contains(Problem.PERSONAL_DATA);
        for (int i = 0; i < 3; i++) {
            proposed(first);
        }
        assertThat(proposals.propose(area.id(), Kind.SPECIAL_MEETING, "修缮屋顶", first))
                .contains(Problem.TOO_MANY);
    }

    @Test
    void theStreetTakesDownWhatIsUnlawfulButNotWhatAFifthHasSigned() {
        Viewer first = owner("1", "101", 1);
        Viewer second = owner("2", "102", 2);
        ProposalId id = proposed(first);
        assertThat(proposals.end(id, " ", STREET)).contains(Problem.NO_REASON);
        assertThat(proposals.end(id, "内容侵害他人名誉", STREET)).isEmpty();

        assertThat(proposals.sign(id, second)).contains(Problem.ENDED);
        assertThat(proposals.withdraw(id, first)).contains(Problem.ENDED);
        assertThat(proposals.end(id, "再次", STREET)).contains(Problem.ENDED);
        assertThat(published())
                .singleElement()
                .satisfies(line -> assertThat(line.text()).contains("内容侵害他人名誉").doesNotContain("更换电梯"));

        ProposalId next = proposed(first);
        proposals.sign(next, second);
        assertThat(proposals.end(next, "不同意", STREET)).contains(Problem.REACHED);
    }

    @Test
    void theCommitteeCallsTheVoteAndTheStreetOnceItIsLate() {
        LocalDate from = TODAY.minusYears(1);
        Registered.key(committees.elect(
                area.id(),
                new Committees.Term(Committees.Kind.COMMITTEE, from, from, from.plusYears(3), 5, null, null),
                "测试",
                Registered.CLERK));
        ProposalId id = proposed(owner("1", "101", 1));
        assertThat(waiting(Role.COMMITTEE, TODAY)).isEmpty();
        assertThat(proposals.call(id, 1, STREET)).contains(Problem.NOT_REACHED);
        proposals.sign(id, owner("2", "102", 2));
        LocalDate due = LocalDate.of(2024, 3, 5);

        assertThat(waiting(Role.COMMITTEE, TODAY)).containsExactly(due);
        assertThat(waiting(Role.COMPANY, due.plusDays(9))).isEmpty();
        assertThat(waiting(Role.STREET, due)).isEmpty();
        assertThat(waiting(Role.STREET, due.plusDays(1))).containsExactly(due);
        assertThat(proposals.call(id, 1, STREET)).contains(Problem.NO_VOTE);

        VoteId vote = fixtures.aVote(area.id()).noticed().id();
        assertThat(proposals.call(id, vote.number(), STREET)).isEmpty();
        assertThat(proposals.call(id, vote.number(), STREET)).contains(Problem.CALLED_ALREADY);
        assertThat(waiting(Role.COMMITTEE, due)).isEmpty();
    }

    @Test
    void whereThereIsNoCommitteeTheStreetIsAskedAtOnce() {
        ProposalId id = proposed(owner("1", "101", 1));
        proposals.sign(id, owner("2", "102", 2));

        assertThat(waiting(Role.STREET, TODAY)).hasSize(1);
    }

    @Test
    void anOwnerProposesAndSignsOnThePhoneAndOthersSeeOnlyTheCount() {
        String phone = phone();
        long account = people.createPhoneUser("业主1号", phone, false);
        new ProvedHomes(context, area.id()).prove(account, "1幢", "1", "101", Homestead.person(1));
        try (Visitor visitor = new Visitor(port)) {
            visitor.get("/sign-in");
            visitor.post("/sign-in/phone", "phone", phone.substring(3));
            visitor.get("/sign-in/code");
            visitor.post("/sign-in/code", "code", SentCodes.latest(outbox, phone));
            visitor.get("/my/proposals");
            assertThat(visitor.post(
                                    "/my/proposals",
                                    "community",
                                    area.id().toString(),
                                    "kind",
                                    "SPECIAL_MEETING",
                                    "matter",
                                    "更换电梯")
                            .statusCode())
                    .isEqualTo(303);
            ProposalId id = only();
            assertThat(visitor.get("/my/proposals").body()).contains("更换电梯", "已签 1 人，共 10 人，需 2 人", "撤回签名");
            assertThat(visitor.post("/my/proposals/" + id + "/signature/withdrawal")
                            .statusCode())
                    .isEqualTo(303);
            assertThat(visitor.get("/my/proposals").body()).contains("已签 0 人", "签名支持");
            assertThat(visitor.post("/my/proposals/999999999-1/signature").statusCode())
                    .isEqualTo(404);
            assertThat(visitor.get("/my").body()).contains("/my/proposals");
        }

        assertThat(published())
                .singleElement()
                .satisfies(line -> assertThat(line.text() + line.note())
                        .contains("更换电梯", "已签 0 人", "2024")
                        .doesNotContain("业主1号", "101"));
    }

    /** What anybody reads. */
    private List<PageSections.Line> published() {
        Texts texts = new Texts(messages, Locale.SIMPLIFIED_CHINESE);
        return sections.stream()
                .flatMap(source -> source.ofCommunity(area.id(), texts).stream())
                .filter(section -> section.title().equals("业主联名提议"))
                .flatMap(section -> section.lines().stream())
                .toList();
    }

    private ProposalId only() {
        return proposals.list(area.id(), RowScope.everything()).getFirst().id();
    }

    private ProposalId proposed(Viewer owner) {
        assertThat(proposals.propose(area.id(), Kind.SPECIAL_MEETING, "更换电梯", owner))
                .isEmpty();
        return only();
    }

    private String standing(ProposalId id) {
        Proposal found = proposals.find(id, RowScope.everything()).orElseThrow();
        return found.signed() + "/" + found.heads() + " " + found.isReached();
    }

    private List<LocalDate> waiting(Role role, LocalDate today) {
        Viewer viewer = new Viewer(1, "", 1, role, new Scope.OfCommunity(area.id()), "");
        return todo.groups(viewer, new RowScope("", new Long[] {area.id().value()}), today, 5).stream()
                .flatMap(group -> group.lines().stream().map(TodoGroup.Line::due))
                .toList();
    }

    private Viewer owner(String unit, String room, int person) {
        long account = people.createPhoneUser("业主", phone(), false);
        new ProvedHomes(context, area.id()).prove(account, "1幢", unit, room, Homestead.person(person));
        return viewer(account);
    }

    private Viewer viewer(long account) {
        return new Viewer(account, "业主", 1, Role.OWNER, new Scope.OfCommunity(area.id()), "");
    }

    private static String phone() {
        return "+8613716%06d".formatted(PHONES.incrementAndGet());
    }

    private static InputStream pdf() {
        return new ByteArrayInputStream("%PDF-1.4 signed".getBytes(StandardCharsets.US_ASCII));
    }
}
