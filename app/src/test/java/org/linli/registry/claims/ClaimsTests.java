package org.linli.registry.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.registry.claims.ClaimGround.CERTIFICATE;
import static org.linli.registry.claims.ClaimGround.LI;
import static org.linli.registry.claims.ClaimGround.WANG;
import static org.linli.registry.claims.ClaimGround.ZHAO;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.people.AccountId;
import org.linli.people.Grant;
import org.linli.people.People;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.messages.Outbox;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scope;
import org.linli.platform.scope.Viewer;
import org.linli.platform.time.BusinessTime;
import org.linli.registry.Registered;
import org.linli.registry.claims.ClaimResult.Reason;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;

@LinliTest
class ClaimsTests {

    private static final Viewer WORKER = ClaimGround.viewer(9_000_001, Role.COMMUNITY_WORKER, "331002002");
    private static final Viewer OTHER_WORKER = ClaimGround.viewer(9_000_002, Role.COMMUNITY_WORKER, "331002002");
    private static final Viewer STREET = ClaimGround.viewer(9_000_003, Role.STREET, "331002002");
    private static final Viewer FOREIGN = ClaimGround.viewer(9_000_004, Role.STREET, "331003001");
    private static final Pattern OBJECTION = Pattern.compile("/objections/(\\d+-\\d+)/([\\w-]+)");

    @Autowired
    ClaimGround ground;

    @Autowired
    OwnClaims own;

    @Autowired
    Claims claims;

    @Autowired
    ClaimDesk desk;

    @Autowired
    Letters letters;

    @Autowired
    Links links;

    @Autowired
    Designations designations;

    @Autowired
    People people;

    @Autowired
    Outbox outbox;

    @Autowired
    BusinessTime time;

    CommunityId id;
    OwnClaims.Who wang;

    @BeforeEach
    void aCoupleAndANeighbour() {
        id = ground.community();
        wang = ground.somebody("王建国");
    }

    @Test
    void nameNumberAndCertificateProveAHomeAndGiveTheHat() {
        ClaimId claim = done(own.byCertificate(wang, ground.words(id, "101"), "王 建国", WANG, CERTIFICATE));

        assertThat(claims.confirmedHomes(wang.account()))
                .containsExactly(new HeldHome(id, 1, 1, Assurance.B, claim, null, Via.OWNER, true));
        assertThat(claims.holds(wang.account(), id, 1)).isTrue();
        assertThat(claims.holds(wang.account(), id, 2)).isFalse();
        assertThat(claims.accountsOf(id, 1)).containsExactly(wang.account());
        assertThat(claims.isUnderObjection(claim)).isTrue();
        assertThat(hats(wang)).containsExactly(Role.OWNER);
        assertThat(outbox.listLatest(2_000))
                .filteredOn(sent -> sent.body().contains("/objections/" + claim + "/"))
                .extracting(Outbox.Sent::phone)
                .containsExactlyInAnyOrder("+8613800005501", "+8613800005502");
    }

    @Test
    void whateverIsWrongTheAnswerIsTheSameAndTooManyTriesEndIt() {
        HomeWords home = ground.words(id, "101");
        List<ClaimResult> answers = List.of(
                own.byCertificate(wang, home, "王建军", WANG, CERTIFICATE),
                own.byCertificate(wang, home, "王建国", ZHAO, CERTIFICATE),
                own.byCertificate(wang, home, "王建国", WANG, "浙（2019）台州不动产权第0012346号"),
                own.byCertificate(wang, ground.words(id, "999"), "王建国", WANG, CERTIFICATE),
                own.byCertificate(wang, ground.words(id, "102"), "王建国", WANG, CERTIFICATE));

        assertThat(answers).containsOnly(ClaimResult.refused(Reason.NO_MATCH));
        assertThat(own.byCertificate(wang, home, "王建国", WANG, CERTIFICATE))
                .isEqualTo(ClaimResult.refused(Reason.TOO_OFTEN));
        assertThat(claims.confirmedHomes(wang.account())).isEmpty();
        assertThat(hats(wang)).isEmpty();
    }

    @Test
    void manyAccountsCannotGuessAgainstOneHomeEither() {
        HomeWords home = ground.words(id, "101");
        for (int i = 0; i < ClaimTries.PER_HOME; i++) {
            own.byCertificate(ground.somebody("某人"), home, "王建国", ZHAO, CERTIFICATE);
        }

        assertThat(own.byCertificate(wang, home, "王建国", WANG, CERTIFICATE))
                .isEqualTo(ClaimResult.refused(Reason.TOO_OFTEN));
    }

    @Test
    void aLetterWorksOnceWithTheOwnersNumberAndOnlyTheNewest() {
        HomeWords home = ground.words(id, "102");
        OwnClaims.Who zhao = ground.somebody("赵一鸣");
        String old = letter();
        String code = letter();

        assertThat(own.byLetter(zhao, home, old, ZHAO)).isEqualTo(ClaimResult.refused(Reason.NO_MATCH));
        assertThat(own.byLetter(zhao, home, code, WANG)).isEqualTo(ClaimResult.refused(Reason.NO_MATCH));
        done(own.byLetter(zhao, home, code.toLowerCase(java.util.Locale.ROOT).replace("-", " "), ZHAO));
        assertThat(claims.confirmedHomes(zhao.account()))
                .extracting(HeldHome::assurance)
                .containsExactly(Assurance.D);
        assertThat(own.byLetter(ground.somebody("小偷"), home, code, ZHAO))
                .isEqualTo(ClaimResult.refused(Reason.NO_MATCH));
    }

    @Test
    void fiveWrongCodesMakeALetterVoid() {
        String code = letter();
        for (int i = 0; i < Letters.TRIES; i++) {
            own.byLetter(ground.somebody("某人"), ground.words(id, "102"), "WRONG" + i, ZHAO);
        }

        assertThat(own.byLetter(ground.somebody("赵一鸣"), ground.words(id, "102"), code, ZHAO))
                .isEqualTo(ClaimResult.refused(Reason.NO_MATCH));
    }

    @Test
    void papersTakeTwoPeople() {
        ClaimId claim = done(own.byPapers(wang, ground.words(id, "101"), "王建国", List.of(pdf())));
        assertThat(desk.confirm(OTHER_WORKER, claim)).isEqualTo(ClaimResult.refused(Reason.STATE));
        assertThat(desk.see(FOREIGN, claim, 1, "")).isInstanceOf(ClaimResult.Unknown.class);
        assertThat(desk.see(WORKER, claim, 3, "")).isEqualTo(ClaimResult.refused(Reason.OWNER));
        Viewer himself = ClaimGround.viewer(wang.account(), Role.COMMUNITY_WORKER, "331002002");
        assertThat(desk.see(himself, claim, 1, "")).isEqualTo(ClaimResult.refused(Reason.SAME_PERSON));

        done(desk.see(WORKER, claim, 1, "原件"));
        assertThat(claims.confirmedHomes(wang.account())).isEmpty();
        assertThat(desk.confirm(WORKER, claim)).isEqualTo(ClaimResult.refused(Reason.SAME_PERSON));
        done(desk.confirm(OTHER_WORKER, claim));

        assertThat(claims.confirmedHomes(wang.account()))
                .extracting(HeldHome::assurance)
                .containsExactly(Assurance.C);
        assertThat(desk.find(WORKER, claim).orElseThrow().history())
                .extracting(ClaimAct::state)
                .containsExactly(ClaimState.SUBMITTED, ClaimState.SEEN, ClaimState.CONFIRMED);
        assertThat(desk.paper(WORKER, claim, 1)).isPresent();
        assertThat(desk.paper(FOREIGN, claim, 1)).isEmpty();
    }

    @Test
    void papersOfNoKnownTypeAreRefusedAndReturnedOnesCanComeAgain() {
        HomeWords home = ground.words(id, "101");
        assertThat(own.byPapers(wang, home, "王建国", List.of())).isEqualTo(ClaimResult.refused(Reason.PAPERS));
        assertThat(own.byPapers(wang, home, "王建国", List.of(stream("<html>"))))
                .isEqualTo(ClaimResult.refused(Reason.PAPERS));
        ClaimId claim = done(own.byPapers(wang, home, "王建国", List.of(pdf())));
        assertThat(own.byPapers(wang, home, "王建国", List.of(pdf()))).isEqualTo(ClaimResult.refused(Reason.TWICE));
        assertThat(desk.giveBack(WORKER, claim, " ")).isEqualTo(ClaimResult.refused(Reason.REASON));
        done(desk.giveBack(WORKER, claim, "照片看不清"));

        assertThat(own.find(wang, claim).orElseThrow())
                .returns(ClaimState.RETURNED, Claim::state)
                .returns("照片看不清", Claim::reason);
        done(own.byPapers(wang, home, "王建国", List.of(pdf())));
    }

    @Test
    void anObjectionByTheMessagesLinkGoesToTheStreetWithFiveWorkingDays() {
        ClaimId claim = done(own.byCertificate(wang, ground.words(id, "101"), "王建国", WANG, CERTIFICATE));
        String word = word(claim);
        assertThat(own.objectByWord(claim, "guessed", "不是我")).isInstanceOf(ClaimResult.Unknown.class);
        done(own.objectByWord(claim, word, "我没有办理"));

        Claim disputed = own.find(wang, claim).orElseThrow();
        assertThat(disputed.state()).isEqualTo(ClaimState.DISPUTED);
        assertThat(disputed.dueOn()).isEqualTo(WorkingDays.due(time.today()));
        assertThat(claims.confirmedHomes(wang.account()))
                .extracting(HeldHome::underObjection)
                .containsExactly(true);
        assertThat(own.objectByWord(claim, word, "再来")).isEqualTo(ClaimResult.refused(Reason.TOO_LATE));
        assertThat(desk.rule(STREET, claim, false, "")).isEqualTo(ClaimResult.refused(Reason.REASON));
        done(desk.rule(STREET, claim, false, "身份证系冒用"));
        assertThat(claims.confirmedHomes(wang.account())).isEmpty();
        assertThat(hats(wang)).isEmpty();
    }

    @Test
    void whoeverIsUpheldIsNotUnderObjectionAgain() {
        ClaimId claim = done(own.byCertificate(wang, ground.words(id, "101"), "王建国", WANG, CERTIFICATE));
        done(desk.objectAtCounter(WORKER, claim, "李秀英到现场提出"));
        done(desk.rule(STREET, claim, true, "核对原件属实"));

        assertThat(claims.isUnderObjection(claim)).isFalse();
        assertThat(claims.confirmedHomes(wang.account())).hasSize(1);
        assertThat(desk.objectAtCounter(WORKER, claim, "再次提出")).isEqualTo(ClaimResult.refused(Reason.TOO_LATE));
    }

    @Test
    void theSameOwnerUnderAnotherAccountHoldsNothingUntilTheStreetRulesAndThenTheOtherEnds() {
        done(own.byCertificate(wang, ground.words(id, "101"), "王建国", WANG, CERTIFICATE));
        OwnClaims.Who newPhone = ground.somebody("王建国新号");
        ClaimId second = done(own.byCertificate(newPhone, ground.words(id, "101"), "王建国", WANG, CERTIFICATE));
        assertThat(claims.confirmedHomes(newPhone.account())).isEmpty();
        assertThat(claims.accountsOf(id, 1)).containsExactly(wang.account());

        done(desk.rule(STREET, second, true, "本人换号"));
        assertThat(claims.accountsOf(id, 1)).containsExactly(newPhone.account());
        assertThat(hats(wang)).isEmpty();
        assertThat(hats(newPhone)).containsExactly(Role.OWNER);
    }

    @Test
    void aCoOwnerWhoProvedTheHomeMayObjectAndAStrangerMayNot() {
        ClaimId claim = done(own.byCertificate(wang, ground.words(id, "101"), "王建国", WANG, CERTIFICATE));
        OwnClaims.Who li = ground.somebody("李秀英");
        done(own.byCertificate(li, ground.words(id, "101"), "李秀英", LI, CERTIFICATE));
        assertThat(own.object(ground.somebody("路人"), claim, "看热闹")).isInstanceOf(ClaimResult.Unknown.class);
        done(own.object(li, claim, "手机号不是他的"));

        assertThat(own.find(wang, claim).orElseThrow().state()).isEqualTo(ClaimState.DISPUTED);
    }

    @Test
    void aSoldHomeEndsTheClaimAndTakesTheHat() {
        ClaimId claim = done(own.byCertificate(wang, ground.words(id, "101"), "王建国", WANG, CERTIFICATE));
        ground.own(id, 1, 1001, "SALE", "2023-11-03", Map.of("form", "SOLE", "owner1.name", "钱多多"));

        assertThat(own.find(wang, claim).orElseThrow())
                .returns(ClaimState.ENDED, Claim::state)
                .returns("CLM-SOLD", Claim::reason);
        assertThat(claims.confirmedHomes(wang.account())).isEmpty();
        assertThat(hats(wang)).isEmpty();
    }

    @Test
    void ownersEndTheirOwnClaimAndNobodyElses() {
        ClaimId claim = done(own.byCertificate(wang, ground.words(id, "101"), "王建国", WANG, CERTIFICATE));
        assertThat(own.end(ground.somebody("路人"), claim)).isInstanceOf(ClaimResult.Unknown.class);
        done(own.end(wang, claim));
        assertThat(hats(wang)).isEmpty();
        assertThat(own.end(wang, claim)).isEqualTo(ClaimResult.refused(Reason.STATE));
    }

    @Test
    void familyReadsAndNeverActs() {
        ClaimId claim = done(own.byCertificate(wang, ground.words(id, "101"), "王建国", WANG, CERTIFICATE));
        String phone = ClaimGround.phone();
        long son = people.createPhoneUser("儿子", "+86" + phone, false);
        assertThat(links.letRead(wang, claim, "不是号码", "儿子")).isEqualTo(new Links.Result.Refused(Reason.PHONE));
        LinkId link = ((Links.Result.Done) links.letRead(wang, claim, phone, "儿子")).id();

        assertThat(claims.readableHomes(son))
                .extracting(Claims.ReadableHome::homeNo)
                .containsExactly(1);
        assertThat(claims.confirmedHomes(son)).isEmpty();
        assertThat(claims.holds(son, id, 1)).isFalse();
        assertThat(people.listHats(new AccountId(son))).isEmpty();
        assertThat(links.end(ground.somebody("路人"), link)).isInstanceOf(Links.Result.Unknown.class);
        assertThat(links.end(wang, link)).isInstanceOf(Links.Result.Done.class);
        assertThat(claims.readableHomes(son)).isEmpty();
    }

    @Test
    void aGuardianActsOnceTheStreetAcceptedAndOnlyUntilTheLastDay() {
        OwnClaims.Who daughter = ground.somebody("赵女儿");
        LinkId link = ((Links.Result.Done)
                        links.ask(daughter, Link.Kind.GUARDIAN, ground.words(id, "102"), "赵一鸣", pdf()))
                .id();
        assertThat(claims.confirmedHomes(daughter.account())).isEmpty();
        assertThat(links.accept(FOREIGN, link, 3, null)).isInstanceOf(Links.Result.Unknown.class);
        assertThat(links.accept(STREET, link, 3, LocalDate.of(2020, 1, 1)))
                .isEqualTo(new Links.Result.Refused(Reason.DAY));
        assertThat(links.accept(STREET, link, 3, time.today().plusYears(1))).isInstanceOf(Links.Result.Done.class);

        assertThat(claims.confirmedHomes(daughter.account()))
                .containsExactly(new HeldHome(id, 2, 3, Assurance.C, null, link, Via.GUARDIAN, false));
        assertThat(hats(daughter)).containsExactly(Role.OWNER);
        assertThat(links.giveBack(STREET, link, "监护关系终止")).isInstanceOf(Links.Result.Done.class);
        assertThat(claims.confirmedHomes(daughter.account())).isEmpty();
        assertThat(hats(daughter)).isEmpty();
    }

    /** A credit code is public: it proves no more than that somebody can read. */
    @Test
    void aCompanyIsNobodysOrdinaryClaimAndItsAcceptedRepresentativeActs() {
        String code = Registered.companyCode();
        String company = "台州试验置业有限公司";
        ground.own(
                id,
                2,
                1001,
                "SALE",
                "2023-11-03",
                Map.of(
                        "form", "SOLE",
                        "certificate", CERTIFICATE,
                        "owner1.kind", "ORGANISATION",
                        "owner1.name", company,
                        "owner1.id_number", code));
        HomeWords home = ground.words(id, "102");
        OwnClaims.Who clerk = ground.somebody("职员");

        assertThat(own.byGovernment(clerk, home, new GovernmentSignIn.Person(company, code)))
                .isEqualTo(ClaimResult.refused(Reason.NO_MATCH));
        assertThat(own.byCertificate(clerk, home, company, code, CERTIFICATE))
                .isEqualTo(ClaimResult.refused(Reason.NO_MATCH));
        assertThat(own.byLetter(clerk, home, letter(), code)).isEqualTo(ClaimResult.refused(Reason.NO_MATCH));
        ClaimId papers = done(own.byPapers(clerk, home, company, List.of(pdf())));
        assertThat(desk.see(WORKER, papers, 4, "营业执照")).isEqualTo(ClaimResult.refused(Reason.ORGANISATION));
        assertThat(claims.confirmedHomes(clerk.account())).isEmpty();

        LinkId link = ((Links.Result.Done) links.ask(clerk, Link.Kind.REPRESENTATIVE, home, company, pdf())).id();
        assertThat(links.accept(STREET, link, 4, null)).isInstanceOf(Links.Result.Done.class);
        assertThat(claims.confirmedHomes(clerk.account()))
                .containsExactly(new HeldHome(id, 2, 4, Assurance.C, null, link, Via.REPRESENTATIVE, false));
    }

    @Test
    void whatAGovernmentPortalAnsweredIsProofAndOnlyOfThatPerson() {
        HomeWords home = ground.words(id, "101");
        assertThat(own.byGovernment(wang, home, new GovernmentSignIn.Person("王建国", ZHAO)))
                .isEqualTo(ClaimResult.refused(Reason.NO_MATCH));
        assertThat(own.byGovernment(wang, home, new GovernmentSignIn.Person("王建军", WANG)))
                .isEqualTo(ClaimResult.refused(Reason.NO_MATCH));

        ClaimId claim = done(own.byGovernment(wang, home, new GovernmentSignIn.Person("王建国", WANG)));

        assertThat(claims.confirmedHomes(wang.account()))
                .containsExactly(new HeldHome(id, 1, 1, Assurance.A, claim, null, Via.OWNER, true));
    }

    @Test
    void aPersonHasNoRepresentative() {
        LinkId link = ((Links.Result.Done) links.ask(
                        ground.somebody("职员"), Link.Kind.REPRESENTATIVE, ground.words(id, "102"), "赵一鸣", pdf()))
                .id();

        assertThat(links.accept(STREET, link, 3, null)).isEqualTo(new Links.Result.Refused(Reason.OWNER));
    }

    @Test
    void coOwnersDesignateTogetherAndEachMayTakeItBack() {
        ClaimId first = done(own.byCertificate(wang, ground.words(id, "101"), "王建国", WANG, CERTIFICATE));
        done(designations.propose(wang, first, 2));
        assertThat(claims.designated(id, 1)).isEmpty();
        OwnClaims.Who li = ground.somebody("李秀英");
        ClaimId second = done(own.byCertificate(li, ground.words(id, "101"), "李秀英", LI, CERTIFICATE));
        done(designations.answer(li, second, true));
        assertThat(claims.designated(id, 1)).hasValue(2);

        done(designations.answer(wang, first, false));
        assertThat(claims.designated(id, 1)).isEmpty();
        assertThat(designations.record(STREET, first, 3, "推选书")).isEqualTo(ClaimResult.refused(Reason.OWNER));
        done(designations.record(STREET, first, 1, "2023-11-01 共有人推选书"));
        assertThat(claims.designated(id, 1)).hasValue(1);
        ground.own(id, 1, 1001, "SALE", "2023-11-03", Map.of("form", "SOLE", "owner1.name", "钱多多"));
        assertThat(claims.designated(id, 1)).isEmpty();
    }

    private String letter() {
        return letters.print(id, "1幢", WORKER).stream()
                .filter(letter -> letter.address().endsWith("102"))
                .findFirst()
                .orElseThrow()
                .code();
    }

    private String word(ClaimId claim) {
        return outbox.listLatest(2_000).stream()
                .map(sent -> OBJECTION.matcher(sent.body()))
                .filter(Matcher::find)
                .filter(found -> found.group(1).equals(claim.toString()))
                .map(found -> found.group(2))
                .findFirst()
                .orElseThrow();
    }

    private List<Role> hats(OwnClaims.Who who) {
        return people.listHats(new AccountId(who.account())).stream()
                .filter(grant -> grant.scope().equals(new Scope.OfCommunity(id)))
                .map(Grant::role)
                .toList();
    }

    private static InputStream pdf() {
        return stream("%PDF-1.4 test");
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static ClaimId done(ClaimResult result) {
        assertThat(result).isInstanceOf(ClaimResult.Done.class);
        return ((ClaimResult.Done) result).id();
    }
}
