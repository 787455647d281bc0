package org.linli.decisions.casting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteState;
import org.linli.decisions.casting.CounterDenials.Problem;
import org.linli.decisions.casting.CounterDenials.Result;
import org.linli.decisions.casting.Denials.Denial;
import org.linli.decisions.casting.Denials.Kind;
import org.linli.decisions.roll.FrozenRoll;
import org.linli.decisions.roll.Rolls;
import org.linli.decisions.roll.VoteRecord;
import org.linli.decisions.roll.VoterEntry;
import org.linli.decisions.testing.Homestead;
import org.linli.decisions.testing.RecountVote;
import org.linli.decisions.testing.VoteFixtures;
import org.linli.people.People;
import org.linli.platform.messages.Outbox;
import org.linli.platform.my.MyHomeSection;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.Scope;
import org.linli.platform.scope.Viewer;
import org.linli.platform.time.BusinessTime;
import org.linli.registry.OwnerChange;
import org.linli.registry.Registered;
import org.linli.registry.claims.ClaimDesk;
import org.linli.registry.claims.ClaimGround;
import org.linli.registry.claims.ClaimId;
import org.linli.registry.claims.ClaimResult;
import org.linli.registry.claims.Designations;
import org.linli.registry.claims.HomeWords;
import org.linli.registry.claims.Link;
import org.linli.registry.claims.Links;
import org.linli.registry.claims.OwnClaims;
import org.linli.registry.claims.ProvedHomes;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/** Who may say that a ballot is not theirs, until when, and what becomes of it; and who votes by a claim or for somebody. */
@LinliTest
class DenialsTests {

    private static final Viewer WORKER = ClaimGround.viewer(9_100_001, Role.COMMUNITY_WORKER, "331002002");
    private static final Viewer STREET = ClaimGround.viewer(9_100_002, Role.STREET, "331002002");
    private static final AtomicInteger PHONES = new AtomicInteger();

    @Autowired
    WebApplicationContext context;

    @Autowired
    Ballots ballots;

    @Autowired
    BallotBox box;

    @Autowired
    Denials denials;

    @Autowired
    CounterDenials counter;

    @Autowired
    VoteRecord record;

    @Autowired
    Rolls rolls;

    @Autowired
    OwnClaims own;

    @Autowired
    ClaimDesk claimDesk;

    @Autowired
    Links links;

    @Autowired
    Designations designations;

    @Autowired
    People people;

    @Autowired
    BusinessTime time;

    @Autowired
    List<MyHomeSection> sections;

    @Autowired
    UndecidedDenials undecided;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Outbox outbox;

    private VoteFixtures fixtures;
    private MockMvc mvc;

    @BeforeEach
    void begin() {
        fixtures = VoteFixtures.in(context);
        mvc = MockMvcBuilders.webAppContextSetup(context).build();
    }

    @AfterEach
    void end() {
        fixtures.restoreTime();
    }

    @Test
    void nothingIsDeniedOrAnnulledOnceTheResultIsFinal() throws Exception {
        Vote vote = fixtures.aVote(Homestead.of(context, 2).id()).open();
        cast(vote, 1, 8L);
        String entry = entry(vote, 1).id();
        Denial denial = get(vote, denials.deny(vote.id(), entry, 1, Kind.NOT_ME, "不是我", 9L, "王**"));
        for (VoteState next : List.of(VoteState.CLOSED, VoteState.PRELIMINARY, VoteState.OBJECTION, VoteState.FINAL)) {
            vote = fixtures.step(vote, next);
        }
        Vote over = vote;

        assertThatThrownBy(() -> denials.rule(over, denial, true, "不符", "街道", 1L))
                .isInstanceOf(Denials.TooLate.class);
        assertThatThrownBy(() -> denials.rule(over, denial, false, "相符", "街道", 1L))
                .isInstanceOf(Denials.TooLate.class);
        assertThatThrownBy(() -> denials.deny(over.id(), entry, 1, Kind.NOT_ME, "不是我", 10L, "李**"))
                .isInstanceOf(Denials.TooLate.class);
        assertThat(counter.take(over, 1, 1, "不是我", pdf(), WORKER)).isEqualTo(new Result.Refused(Problem.TOO_LATE));
        assertThat(ballots.standing(over.id(), entry)).isPresent();
        assertThat(denials.list(over.id(), RowScope.everything())).hasSize(1);
        String ruling = "/desk/votes/" + over.id() + "/denials";
        assertThat(get(ruling, STREET).getContentAsString())
                .contains("结果已经终局")
                .doesNotContain("name=\"annul\"", "name=\"file\"");
        assertThat(post(ruling + "/1/ruling", STREET, "annul", "true", "reason", "不符")
                        .getContentAsString())
                .contains("结果已经终局");
    }

    /** The count says how many were contested when it was made; the page says how many are now. */
    @Test
    void theResultTellsHowManyBallotsAreContestedNow() throws Exception {
        Vote vote = RecountVote.open(context, fixtures, 3)
                .agreed(3)
                .closed()
                .counted()
                .vote();
        String page = "/votes/" + vote.id() + "/result";
        assertThat(get(page, STREET).getContentAsString()).contains("目前有 0 张票有争议");

        denials.deny(vote.id(), entry(vote, 1).id(), 1, Kind.NOT_ME, "不是我", 9L, "王**");

        assertThat(get(page, STREET).getContentAsString()).contains("目前有 1 张票有争议");
    }

    @Test
    void theCounterTakesADenialOnlyOfANamedOwnerWhoSigned() {
        Vote vote = fixtures.aVote(Homestead.of(context, 2).id()).open();
        cast(vote, 1, 8L);

        assertThat(counter.take(vote, 1, 0, "不是我", pdf(), WORKER))
                .as("for nobody in particular")
                .isEqualTo(new Result.Refused(Problem.NOT_AN_OWNER));
        assertThat(counter.take(vote, 1, 2, "不是我", pdf(), WORKER)).isEqualTo(new Result.Refused(Problem.NOT_AN_OWNER));
        assertThat(counter.take(vote, 1, 1, "不是我", InputStream.nullInputStream(), WORKER))
                .isEqualTo(new Result.Refused(Problem.NOT_SIGNED));
        assertThat(counter.take(vote, 1, 1, "不是我", text("<html>"), WORKER))
                .isEqualTo(new Result.Refused(Problem.NOT_SIGNED));
        assertThat(counter.take(vote, 2, 1, "不是我", pdf(), WORKER)).isEqualTo(new Result.Refused(Problem.NO_BALLOT));
        assertThat(denials.contestedEntries(vote.id())).isEmpty();

        assertThat(counter.take(vote, 1, 1, "不是我", pdf(), WORKER)).isEqualTo(new Result.Taken(1));

        Denial taken = get(vote, 1);
        assertThat(taken.by()).isEqualTo(WORKER.name());
        assertThat(counter.paper(taken, STREET)).isPresent();
        assertThat(denials.contestedEntries(vote.id()))
                .containsExactly(entry(vote, 1).id());
    }

    /** A result is final only when it does not hang on what was denied; the denial then ends, and its ballot stays counted as contested. */
    @Test
    void aDenialThatNobodyRuledOnEndsWithTheResultAndTheDenierIsTold() {
        Vote vote = fixtures.aVote(Homestead.of(context, 3).id()).open();
        for (int home = 1; home <= 3; home++) {
            cast(vote, home, 8L);
        }
        long denier = account();
        denials.deny(vote.id(), entry(vote, 1).id(), 1, Kind.NOT_ME, "不是我", denier, "王**");
        counter.take(vote, 2, 1, "不是我", pdf(), WORKER);
        denials.deny(vote.id(), entry(vote, 3).id(), 1, Kind.NOT_ME, "不是我", denier, "李**");
        denials.rule(vote, get(vote, 3), false, "核对属实", "街道", 1L);
        for (VoteState next : List.of(VoteState.CLOSED, VoteState.PRELIMINARY, VoteState.OBJECTION)) {
            vote = fixtures.step(vote, next);
        }
        Vote over = vote;

        transaction.executeWithoutResult(status -> undecided.end(over));
        transaction.executeWithoutResult(status -> undecided.end(over)); // changes nothing

        assertThat(denials.list(over.id(), RowScope.everything()))
                .extracting(denial -> Optional.ofNullable(denial.ruling())
                        .map(Denials.Ruling::undecided)
                        .orElseThrow())
                .containsExactly(true, true, false);
        assertThat(denials.contestedEntries(over.id()))
                .containsExactlyInAnyOrder(entry(over, 1).id(), entry(over, 2).id());
        assertThatThrownBy(() -> denials.rule(over, get(over, 1), true, "不符", "街道", 1L))
                .isInstanceOf(Denials.AlreadyRuled.class);
        assertThat(outbox.listLatest(2_000))
                .filteredOn(sent -> sent.body().contains(over.communityName())
                        && sent.body().contains("人民法院"))
                .as("the one online and the one at the counter")
                .hasSize(2);
    }

    /** Whoever owned here before has the lower number, wherever the certificate names them. */
    @Test
    void ownersAreCountedInTheOrderOfTheCertificate() {
        Homestead area = Homestead.empty(context)
                .flat(10_000L, Homestead.person(1))
                .flat(10_000L, Homestead.person(2), Homestead.person(1));
        Vote vote = fixtures.aVote(area.id()).open();

        assertThat(rolls.ownersOf(vote.id(), 2)).containsExactly(2, 1);
    }

    @Test
    void aBallotOfTheOwnSessionIsDeniedOnlyAtTheCounter() throws Exception {
        Homestead area = Homestead.of(context, 1);
        fixtures.today(VoteFixtures.NOTICE.minusDays(9));
        long account = claimed(area, "1", "101", 1);
        Vote vote = fixtures.aVote(area.id()).open();
        cast(vote, 1, account);
        Viewer owner = new Viewer(account, "业主", 1, Role.OWNER, new Scope.OfCommunity(area.id()), "");
        String address = "/my/votes/" + vote.id() + "/" + entry(vote, 1).id() + "/denial";

        assertThat(post(address, owner, "kind", "NOT_ME", "text", "不是我").getContentAsString())
                .contains("请带身份证到社区柜台当面签字");
        assertThat(denials.list(vote.id(), RowScope.everything())).isEmpty();
        assertThat(counter.take(vote, 1, 1, "手机被盗", pdf(), WORKER)).isEqualTo(new Result.Taken(1));
    }

    @Test
    void whoOwnsAHomeHereDoesNotRuleOnADenial() throws Exception {
        Homestead area = Homestead.of(context, 2);
        fixtures.today(VoteFixtures.NOTICE.minusDays(9));
        long account = claimed(area, "2", "102", 2);
        Vote vote = fixtures.aVote(area.id()).open();
        cast(vote, 1, 8L);
        denials.deny(vote.id(), entry(vote, 1).id(), 1, Kind.NOT_ME, "不是我", 9L, "王**");
        String ruling = "/desk/votes/" + vote.id() + "/denials/1/ruling";

        assertThat(post(ruling, ClaimGround.viewer(account, Role.STREET, "331002002"), "annul", "true", "reason", "不符")
                        .getContentAsString())
                .contains("应当回避");
        assertThat(get(vote, 1).isOpen()).isTrue();
        assertThat(post(ruling, STREET, "annul", "true", "reason", "不符").getStatus())
                .isEqualTo(303);
        assertThat(get(vote, 1).isOpen()).isFalse();
    }

    /** Domain C6: named by all, a voter's ballot stands; else a co-owner's objection that is open at the close makes it invalid. */
    @Test
    void aCoOwnersObjectionOpenAtTheCloseMakesTheBallotInvalidUnlessAllNamedTheVoter() {
        Homestead area = Homestead.empty(context)
                .flat(10_000L, Homestead.person(1), Homestead.person(2))
                .flat(10_000L, Homestead.person(3), Homestead.person(4))
                .flat(10_000L, Homestead.person(5), Homestead.person(6));
        fixtures.today(VoteFixtures.NOTICE.minusDays(9));
        long named = claimed(area, "2", "102", 4);
        ClaimId claim = own.list(who(named)).getFirst().id();
        assertThat(designations.record(STREET, claim, 3, "推选书")).isInstanceOf(ClaimResult.Done.class);
        Vote vote = fixtures.aVote(area.id()).open();
        for (int home = 1; home <= 3; home++) {
            cast(vote, home, 7L);
            denials.deny(vote.id(), entry(vote, home).id(), 1, Kind.CO_OWNER, "没有商量", 8L, "李**");
        }
        denials.rule(vote, get(vote, 3), false, "两人已当面商定", "街道", 1L);
        fixtures.now(vote.terms().deadline().plusSeconds(21));

        assertThatThrownBy(() -> denials.deny(vote.id(), entry(vote, 3).id(), 1, Kind.CO_OWNER, "反悔", 9L, "赵**"))
                .isInstanceOf(Denials.TooLate.class);
        assertThat(record.close(vote)).isTrue();
        assertThat(record.close(vote)).isTrue();

        assertThat(box.counted(vote.id()))
                .extracting(BallotBox.Counted::entry)
                .containsExactlyInAnyOrder(entry(vote, 2).id(), entry(vote, 3).id());
        assertThat(box.counted(vote.id())).noneMatch(BallotBox.Counted::contested);
        assertThat(denials.list(vote.id(), RowScope.everything()))
                .extracting(denial -> Optional.ofNullable(denial.ruling())
                        .map(Denials.Ruling::annulled)
                        .orElseThrow())
                .containsExactly(true, false, false);
    }

    /** The others have seven days; the day of the confirmation is not counted. */
    @Test
    void whatWasCastOnAClaimIsContestedFromAnObjectionUntilTheStreetRules() {
        Homestead area = Homestead.of(context, 3);
        fixtures.today(VoteFixtures.OPENS.minusDays(1));
        List<Long> accounts =
                List.of(claimed(area, "1", "101", 1), claimed(area, "2", "102", 2), claimed(area, "1", "103", 3));
        List<ClaimId> claims = accounts.stream()
                .map(account -> own.list(who(account)).getFirst().id())
                .toList();
        Vote vote = fixtures.aVote(area.id())
                .on(LocalDate.of(2024, 2, 28), VoteFixtures.OPENS.minusDays(1), VoteFixtures.LAST_DAY)
                .open();
        for (int home = 1; home <= 3; home++) {
            cast(vote, home, accounts.get(home - 1));
        }
        assertThat(denials.contestedEntries(vote.id()))
                .as("somebody may object, and nobody has")
                .isEmpty();

        fixtures.today(VoteFixtures.OPENS.plusDays(6));
        for (ClaimId claim : claims.subList(0, 2)) {
            assertThat(claimDesk.objectAtCounter(WORKER, claim, "不认识此人")).isInstanceOf(ClaimResult.Done.class);
        }
        assertThat(denials.contestedEntries(vote.id()))
                .containsExactlyInAnyOrder(entry(vote, 1).id(), entry(vote, 2).id());
        fixtures.today(VoteFixtures.OPENS.plusDays(7));
        assertThat(claimDesk.objectAtCounter(WORKER, claims.get(2), "不认识此人"))
                .isEqualTo(new ClaimResult.Refused(ClaimResult.Reason.TOO_LATE));

        claimDesk.rule(STREET, claims.get(0), false, "冒用身份证");
        claimDesk.rule(STREET, claims.get(1), true, "核对属实");

        assertThat(denials.contestedEntries(vote.id()))
                .as("a claim ruled false leaves its ballot to be ruled on")
                .containsExactly(entry(vote, 1).id());
        Denial opened = get(vote, 1);
        assertThat(opened.place()).isEqualTo(Denials.Place.CLAIM);
        denials.rule(vote, opened, true, "冒用身份证", "街道", 1L);
        assertThat(ballots.standing(vote.id(), entry(vote, 1).id())).isEmpty();
    }

    @Test
    void acceptedRepresentativesVoteForTheCompanyAndForTheDeveloper() {
        Homestead area = Homestead.empty(context)
                .flat(10_000L, organisation(OwnerChange.Kind.ORGANISATION))
                .flat(9_000L, organisation(OwnerChange.Kind.DEVELOPER));
        area.undelivered("RESIDENCE", 8_000L);
        fixtures.today(VoteFixtures.NOTICE.minusDays(9));
        List<Long> accounts = List.of(represented(area, "1", "101", 1), represented(area, "2", "102", 2));
        Vote vote = fixtures.aVote(area.id()).open();

        assertThat(rolls.current(vote.id()).total(1).heads()).isEqualTo(2);
        for (long account : accounts) {
            VoterEntry voter = rolls.entriesOf(vote.id(), account).getFirst();
            assertThat(voter.via()).isEqualTo("REPRESENTATIVE");
            assertThat(voter.mayVote()).isTrue();
            assertThat(ballots.cast(request(vote, voter.entry(), voter.homeNo(), voter.ownerNo(), account)))
                    .isInstanceOf(CastResult.Cast.class);
        }
        assertThat(rolls.entriesOf(vote.id(), accounts.get(1))
                        .getFirst()
                        .entry()
                        .areas())
                .containsEntry(1, 17_000L);
    }

    @Test
    void familyLearnsWhetherABallotIsInAndCannotCast() throws Exception {
        Homestead area = Homestead.of(context, 1);
        fixtures.today(VoteFixtures.NOTICE.minusDays(9));
        long mother = claimed(area, "1", "101", 1);
        String phone = "+8613719010001";
        long son = people.createPhoneUser("儿子", phone, false);
        ClaimId claim = own.list(who(mother)).getFirst().id();
        assertThat(links.letRead(who(mother), claim, phone, "儿子")).isInstanceOf(Links.Result.Done.class);
        Vote vote = fixtures.aVote(area.id()).open();
        Viewer helper = new Viewer(son, "儿子", 1, Role.OCCUPANT, new Scope.OfCommunity(area.id()), "");

        assertThat(lines(helper)).containsExactly("casting.my.family-not-cast /votes/" + vote.id());
        String mine = "/my/votes/" + vote.id() + "/" + entry(vote, 1).id();
        assertThat(post(mine + "/ballot", helper, "d1", "AGREE").getStatus()).isEqualTo(404);
        assertThat(get(mine + "/receipt", helper).getStatus()).isEqualTo(404);
        assertThat(ballots.listAfter(vote.id(), -1)).isEmpty();
        cast(vote, 1, mother);
        assertThat(lines(helper)).containsExactly("casting.my.family-cast /votes/" + vote.id());
        assertThat(get(mine + "/receipt", helper).getStatus()).isEqualTo(404);
    }

    private List<String> lines(Viewer viewer) {
        return sections.stream()
                .filter(section -> section.titleKey().equals("casting.my.title"))
                .flatMap(section -> section.lines(viewer, time.today()).stream())
                .map(line -> line.title().key() + " " + line.href())
                .toList();
    }

    private static OwnerChange.Person organisation(OwnerChange.Kind kind) {
        return new OwnerChange.Person(
                kind, "台州试验置业" + kind, OwnerChange.IdKind.CREDIT_CODE, Registered.companyCode(), null);
    }

    private long represented(Homestead area, String unit, String room, int owner) {
        long account = account();
        Links.Result asked = links.ask(
                who(account), Link.Kind.REPRESENTATIVE, new HomeWords(area.id(), "1幢", unit, room), "公司", pdf());
        assertThat(links.accept(STREET, ((Links.Result.Done) asked).id(), owner, null))
                .isInstanceOf(Links.Result.Done.class);
        return account;
    }

    private long claimed(Homestead area, String unit, String room, int person) {
        long account = account();
        new ProvedHomes(context, area.id()).prove(account, "1幢", unit, room, Homestead.person(person));
        return account;
    }

    private long account() {
        return people.createPhoneUser("业主", "+8613719%06d".formatted(PHONES.incrementAndGet()), false);
    }

    private static OwnClaims.Who who(long account) {
        return new OwnClaims.Who(account, "业主");
    }

    private void cast(Vote vote, int home, long account) {
        FrozenRoll.Entry entry = entry(vote, home);
        assertThat(ballots.cast(request(vote, entry, home, entry.owners().getFirst(), account)))
                .isInstanceOf(CastResult.Cast.class);
    }

    private CastRequest request(Vote vote, FrozenRoll.Entry entry, int home, int owner, long account) {
        return new CastRequest(
                vote.id(),
                entry.id(),
                new TreeMap<>(Map.of(1, Answer.of(Answer.Kind.AGREE))),
                CastRequest.Channel.PHONE,
                home,
                owner,
                account,
                new byte[] {9},
                null,
                null,
                time.now());
    }

    private FrozenRoll.Entry entry(Vote vote, int home) {
        return rolls.current(vote.id()).ofHome(home).orElseThrow();
    }

    private Denial get(Vote vote, int number) {
        return denials.find(vote.id(), number, RowScope.everything()).orElseThrow();
    }

    private MockHttpServletResponse get(String address, Viewer viewer) throws Exception {
        return perform(MockMvcRequestBuilders.get(address), viewer);
    }

    private MockHttpServletResponse post(String address, Viewer viewer, String... fields) throws Exception {
        MockHttpServletRequestBuilder request = MockMvcRequestBuilders.post(address);
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return perform(request, viewer);
    }

    private MockHttpServletResponse perform(MockHttpServletRequestBuilder request, Viewer viewer) throws Exception {
        MockHttpServletResponse response = mvc.perform(
                        request.requestAttr("org.linli.platform.scope.ScopeGate.viewer", Optional.of(viewer))
                                .requestAttr(CsrfToken.class.getName(), new DefaultCsrfToken("X", "_csrf", "token")))
                .andReturn()
                .getResponse();
        response.setCharacterEncoding("UTF-8");
        return response;
    }

    private static InputStream pdf() {
        return text("%PDF-1.4 signed");
    }

    private static InputStream text(String content) {
        return new ByteArrayInputStream(content.getBytes(StandardCharsets.US_ASCII));
    }
}
