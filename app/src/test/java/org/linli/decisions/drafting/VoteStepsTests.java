package org.linli.decisions.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.decisions.DecisionItem;
import org.linli.decisions.Initiator;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteId;
import org.linli.decisions.VoteState;
import org.linli.decisions.Votes.By;
import org.linli.decisions.testing.Homestead;
import org.linli.decisions.testing.VoteFixtures;
import org.linli.divisions.Divisions;
import org.linli.people.People;
import org.linli.platform.files.FileStore;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.ids.CompanyCode;
import org.linli.platform.messages.Outbox;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.Scope;
import org.linli.platform.web.Texts;
import org.linli.registry.Committees;
import org.linli.registry.Communities;
import org.linli.registry.CommunityEnds;
import org.linli.registry.Companies;
import org.linli.registry.CompanyExits;
import org.linli.registry.Ending;
import org.linli.registry.FieldError;
import org.linli.registry.Outcome;
import org.linli.registry.Registered;
import org.linli.rules.decisions.ballots.Annex;
import org.linli.rules.decisions.counting.DeemedPolicy;
import org.linli.rules.decisions.matters.Matter;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;

@LinliTest
class VoteStepsTests {

    private static final By CLERK = new By("起草人", 71L);
    private static final By STREET = new By("街道", 72L);

    @Autowired
    ApplicationContext context;

    @Autowired
    Drafts drafts;

    @Autowired
    VoteSteps steps;

    @Autowired
    Nominations nominations;

    @Autowired
    Consents consents;

    @Autowired
    FileStore files;

    @Autowired
    Batches batches;

    @Autowired
    VoteCalendar calendar;

    @Autowired
    People people;

    @Autowired
    Outbox outbox;

    @Autowired
    MessageSource messages;

    @Autowired
    Communities communities;

    @Autowired
    CommunityEnds ends;

    @Autowired
    Committees committees;

    @Autowired
    Companies companies;

    @Autowired
    CompanyExits exits;

    VoteFixtures fixtures;
    CommunityId community;
    VoteId id;

    @BeforeEach
    void aDraftHandedInTwoWeeksAhead() {
        fixtures = VoteFixtures.in(context);
        fixtures.today(LocalDate.of(2024, 2, 19));
        community = Homestead.of(context, 2).id();
        id = fixtures.aVote(community).drafted().id();
    }

    @AfterEach
    void restored() {
        fixtures.restoreTime();
    }

    @Test
    void aDraftIsReadAcceptedAndPublishedOnItsDay() {
        assertStored(steps.submit(id, CLERK));
        assertStored(steps.review(id, 1, true, "", STREET));
        assertRefused(steps.publish(id, CLERK), "decisions.refused.not-the-day");
        fixtures.today(VoteFixtures.NOTICE);

        assertThat(steps.due()).contains(id);
        steps.publish(id, By.CLOCK);

        assertThat(vote().state()).isEqualTo(VoteState.NOTICED);
        assertThat(steps.due()).doesNotContain(id);
    }

    @Test
    void nobodyReviewsADraftOfTheirOwn() {
        steps.submit(id, CLERK);

        assertRefused(steps.review(id, 1, true, "", CLERK), "decisions.refused.own-draft");
    }

    @Test
    void aReturnNeedsItsReasonAndLeadsBackToTheDraft() {
        steps.submit(id, CLERK);

        assertRefused(steps.review(id, 1, false, " ", STREET), "decisions.refused.reason");
        assertStored(steps.review(id, 1, false, "附件不全", STREET));

        assertThat(vote().state()).isEqualTo(VoteState.DRAFT);
        assertThat(vote().steps().getLast().reason()).isEqualTo("附件不全");
        assertRefused(steps.publish(submitted(), CLERK), "decisions.refused.not-accepted");
    }

    private VoteId submitted() {
        steps.submit(id, CLERK);
        return id;
    }

    @Test
    void whatTheCheckerFindsIsNotHandedIn() {
        VoteId leading = fixtures.aVote(community)
                .asking(VoteFixtures.yesNo(1, Matter.COVENANT, "请大家同意新的管理规约"))
                .drafted()
                .id();

        assertRefused(steps.submit(leading, CLERK), "decisions.refused.findings");
        assertThat(drafts.check(fixtures.get(leading)))
                .extracting(DraftCheck.Finding::code)
                .containsExactlyInAnyOrder("LEADING_WORDING", "ANNEX_MISSING");
    }

    @Test
    void leadingWordsInTheNoticeAreFoundWhereTheyAre() {
        Vote vote = vote();
        drafts.saveTerms(
                id,
                1,
                java.util.Objects.requireNonNull(
                        TermsForm.read(with(TermsForm.typed(vote.terms()), "body", "未交回的视为同意。"), 1)
                                .terms()),
                CLERK);

        assertThat(drafts.check(vote()))
                .extracting(DraftCheck.Finding::code, DraftCheck.Finding::place)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("LEADING_WORDING", DraftCheck.Place.BODY));
    }

    private static java.util.Map<String, String> with(java.util.Map<String, String> typed, String field, String value) {
        typed.put(field, value);
        return typed;
    }

    @Test
    void theSecondOfTwoWritersIsOvertakenAndTheFirstStays() {
        DecisionItem mine = VoteFixtures.yesNo(1, Matter.OTHER_MAJOR, "是否同意甲方案？");

        assertStored(drafts.saveItem(id, 1, mine, CLERK));
        assertThat(drafts.saveItem(id, 1, mine, STREET)).isEqualTo(new Outcome.Overtaken());
        assertThat(vote().terms().version()).isEqualTo(2);
    }

    @Test
    void ofTwoWhoHandInAtOnceOneIsOvertaken() throws Exception {
        try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Outcome> submit = () -> steps.submit(id, CLERK);
            List<Future<Outcome>> answers = both.invokeAll(List.of(submit, submit));

            assertThat(List.of(answers.get(0).get(), answers.get(1).get()))
                    .containsExactlyInAnyOrder(new Outcome.Stored(id.toString()), new Outcome.Overtaken());
        }
        assertThat(vote().steps()).hasSize(2);
    }

    @Test
    void theWindowIsExtendedOnceBeforeItsEnd() {
        VoteId open = fixtures.aVote(community).open().id();

        assertRefused(
                steps.extend(open, VoteFixtures.LAST_DAY, "参与不足", CLERK), "decisions.refused.extension.NOT_LATER");
        assertRefused(
                steps.extend(open, VoteFixtures.OPENS.plusDays(60), "参与不足", CLERK),
                "decisions.refused.extension.TOO_LONG");
        assertRefused(steps.extend(open, VoteFixtures.LAST_DAY.plusDays(7), "", CLERK), "decisions.refused.reason");
        assertStored(steps.extend(open, VoteFixtures.LAST_DAY.plusDays(7), "参与不足", CLERK));
        assertThat(fixtures.get(open).terms().window().lastDay()).isEqualTo(VoteFixtures.LAST_DAY.plusDays(7));
        assertRefused(
                steps.extend(open, VoteFixtures.LAST_DAY.plusDays(8), "再延", CLERK),
                "decisions.refused.extension.ALREADY_EXTENDED");
    }

    @Test
    void afterTheEndNothingIsExtendedOrCancelled() {
        Vote open = fixtures.aVote(community).open();
        fixtures.today(VoteFixtures.LAST_DAY.plusDays(1));

        assertRefused(
                steps.extend(open.id(), VoteFixtures.LAST_DAY.plusDays(5), "晚了", CLERK),
                "decisions.refused.extension.ALREADY_ENDED");
        Vote closed = fixtures.step(open, VoteState.CLOSED);
        assertThat(steps.cancel(closed.id(), "晚了", CLERK)).isEqualTo(new Outcome.Overtaken());
    }

    @Test
    void anOrderVoidsItAndOwnersAreTold() {
        long owner =
                people.createPhoneUser("业主", "+8613800007" + String.format("%03d", community.value() % 1000), false);
        people.grantUnchecked(owner, Role.OWNER, new Scope.OfCommunity(community), LocalDate.of(2023, 1, 1));
        VoteId noticed = fixtures.aVote(community).noticed().id();
        VoteOrder order = new VoteOrder(
                VoteState.REVOKED,
                VoteOrder.Authority.COURT,
                "（2024）浙1002民初1号",
                VoteFixtures.NOTICE.plusDays(1),
                "公告不足十五日");

        assertRefused(steps.carryOut(noticed, order, STREET), "decisions.refused.in-future");
        fixtures.today(VoteFixtures.NOTICE.plusDays(1));
        assertStored(steps.carryOut(noticed, order, STREET));

        assertThat(fixtures.get(noticed).state()).isEqualTo(VoteState.REVOKED);
        assertThat(drafts.order(noticed)).contains(order);
        assertThat(outbox.listLatest(2_000)).anyMatch(sent -> sent.body().contains("（2024）浙1002民初1号"));
        assertThat(steps.carryOut(noticed, order, STREET)).isEqualTo(new Outcome.Overtaken());
    }

    @Test
    void candidatesArePutForwardConsentAreFoundAndPosted() {
        VoteId election = fixtures.aVote(community)
                .asking(VoteFixtures.election(1, 5))
                .drafted()
                .id();
        assertRefused(
                nominations.open(election, 1, LocalDate.of(2024, 2, 19), VoteFixtures.NOTICE, CLERK),
                "decisions.refused.nomination-before-notice");
        assertRefused(nominate(election, Nomination.Source.SELF, "业主1号"), "decisions.refused.nomination-closed");
        assertStored(nominations.open(election, 1, LocalDate.of(2024, 2, 19), LocalDate.of(2024, 2, 25), CLERK));

        assertRefused(nominate(election, Nomination.Source.PARTY, "业主1号"), "decisions.refused.nomination-source");
        assertStored(nominate(election, Nomination.Source.SELF, "业主1号"));
        assertRefused(nominate(election, Nomination.Source.SELF, "业主1号"), "decisions.refused.nominated-already");
        assertRefused(nominations.post(election, 1, 1, "", CLERK), "decisions.refused.nobody-ready");
        assertRefused(
                nominations.qualify(election, 1, 9, RowScope.everything(), CLERK), "decisions.refused.not-an-owner");
        assertStored(nominations.qualify(election, 1, 1, RowScope.everything(), CLERK));
        assertRefused(nominations.post(election, 1, 1, "", CLERK), "decisions.refused.nobody-ready");
        try (FileStore.Copy paper =
                files.draft(new ByteArrayInputStream("%PDF-1.7".getBytes(StandardCharsets.UTF_8)))) {
            assertStored(consents.consentOnPaper(election, 1, "", paper, CLERK));
        }
        assertStored(nominations.post(election, 1, 1, "", CLERK));

        Vote posted = fixtures.get(election);
        assertThat(posted.item(1).options())
                .extracting(DecisionItem.Option::label)
                .containsExactly("业主1号");
        assertThat(posted.item(1).options().getFirst().ownerNo()).isEqualTo(1);
        assertThat(nominations.postings(election).getFirst().until()).isEqualTo(LocalDate.of(2024, 2, 26));
        assertRefused(nominations.post(election, 2, 1, "", CLERK), "decisions.refused.reason");
        assertThat(drafts.check(posted))
                .extracting(DraftCheck.Finding::code)
                .containsExactlyInAnyOrder("TOO_FEW_CANDIDATES", "ANNEX_MISSING");
    }

    private Outcome nominate(VoteId election, Nomination.Source source, String name) {
        return nominations.nominate(
                election, new Nomination(0, 1, source, name, "1幢101", "", "", 71, List.of()), false, CLERK);
    }

    @Test
    void aPostingThatEndsOnTheOpeningDayIsTooLate() {
        Vote vote = fixtures.aVote(community)
                .asking(VoteFixtures.election(1, 5, "甲", "乙", "丙", "丁", "戊", "己"))
                .drafted();
        LocalDate late = VoteFixtures.OPENS.minusDays(7);
        List<String> names = List.of("甲", "乙", "丙", "丁", "戊", "己");

        assertThat(codes(vote, new Posting(1, 1, late, late.plusDays(7), "", names)))
                .contains("CANDIDATES_POSTED_TOO_LATE");
        assertThat(codes(vote, new Posting(1, 1, late.minusDays(1), late.plusDays(6), "", names)))
                .doesNotContain("CANDIDATES_POSTED_TOO_LATE", "CANDIDATES_NOT_POSTED");
        assertThat(codes(vote, new Posting(1, 1, late.minusDays(1), late.plusDays(6), "", names.reversed())))
                .contains("CANDIDATES_NOT_POSTED");
    }

    private static List<String> codes(Vote vote, Posting posting) {
        return DraftCheck.check(vote, List.of(posting), VoteFixtures.NOTICE).stream()
                .map(DraftCheck.Finding::code)
                .toList();
    }

    @Test
    void joiningTheMajorityNeedsTheFindingOfALegalCheck() {
        id = fixtures.aVote(Homestead.of(context, 2).id())
                .deemed(DeemedPolicy.DELIVERED_WITH_MAJORITY)
                .drafted()
                .id();
        assertStored(steps.submit(id, CLERK));

        assertRefused(steps.review(id, 1, true, " ", STREET), "decisions.refused.legal-check");
        assertStored(steps.review(id, 1, true, "议事规则第12条已备案，经司法所审核", STREET));
    }

    @Test
    void aPreparatoryGroupCallsAVoteOnceItsFormationIsOnRecord() {
        Outcome called = drafts.call(
                new Drafts.Call(
                        List.of(community),
                        List.of("331002002001"),
                        Initiator.PREP_GROUP,
                        false,
                        vote().terms(),
                        vote().items()),
                CLERK);
        VoteId first = VoteId.parse(((Outcome.Stored) called).key()).orElseThrow();
        assertThat(drafts.check(fixtures.get(first)))
                .extracting(DraftCheck.Finding::code)
                .containsExactly("NO_PREPARATORY_GROUP");
        assertRefused(steps.submit(first, CLERK), "decisions.refused.findings");

        formed(LocalDate.of(2024, 2, 19));
        assertStored(steps.submit(first, CLERK));
    }

    @Test
    void aCommunityThatEndsBeforeTheVoteDoesCallsNone() {
        int version = communities
                .findLast(community, RowScope.everything())
                .orElseThrow()
                .version();
        assertStored(ends.end(
                community,
                version,
                vote().terms().window().lastDay(),
                null,
                "拆迁",
                new ByteArrayInputStream("%PDF-1.7 end".getBytes(StandardCharsets.US_ASCII)),
                Registered.CLERK));

        assertThat(drafts.check(vote())).extracting(DraftCheck.Finding::code).contains("COMMUNITY_ENDED");
        assertRefused(steps.submit(id, CLERK), "decisions.refused.findings");
    }

    @Test
    void aCompanyThatLeftIsNotChosen() {
        CompanyCode code = new CompanyCode(Registered.company(companies, context.getBean(Divisions.class)));
        DecisionItem asked = VoteFixtures.choice(1, "甲物业", "乙物业");
        DecisionItem item = new DecisionItem(
                1,
                1,
                asked.matter(),
                asked.kind(),
                asked.wording(),
                "",
                1,
                false,
                List.of(),
                List.of(
                        new DecisionItem.Option(1, "甲物业", "", code.value(), null, ""),
                        asked.options().getLast()),
                List.of());
        Vote vote = fixtures.aVote(community).asking(item).drafted();
        assertThat(left(vote)).isEmpty();

        assertStored(exits.leave(
                code,
                companies.findLast(code).orElseThrow().version(),
                Ending.Kind.LEFT,
                LocalDate.of(2024, 2, 19),
                "退出台州",
                new ByteArrayInputStream("%PDF-1.7 exit".getBytes(StandardCharsets.US_ASCII)),
                Registered.CLERK));

        assertThat(left(vote)).containsExactly("甲物业");
    }

    private List<String> left(Vote vote) {
        return drafts.check(vote).stream()
                .filter(finding -> finding.code().equals("COMPANY_LEFT"))
                .map(DraftCheck.Finding::detail)
                .toList();
    }

    private void formed(LocalDate day) {
        Registered.key(committees.elect(
                community,
                new Committees.Term(Committees.Kind.PREPARATORY_GROUP, day, day, day.plusDays(90), 5, null, null),
                "成立",
                Registered.CLERK));
    }

    @Test
    void aBatchDoesNotTakeTheBuildingsOfOneCommunityToAnother() {
        Outcome called = drafts.call(
                new Drafts.Call(
                        List.of(community, Homestead.empty(context).id()),
                        List.of("331002002001", "331002002001"),
                        Initiator.STREET_ORDERED,
                        false,
                        vote().terms(),
                        vote().items()),
                CLERK);
        Vote first = fixtures.get(VoteId.parse(((Outcome.Stored) called).key()).orElseThrow());
        DecisionItem roof = VoteFixtures.yesNo(1, Matter.FUND_USE, "是否同意使用维修资金维修1幢屋顶？");
        assertStored(drafts.saveItem(first.id(), 1, VoteFixtures.inBuildings(roof, 1, 1), CLERK));

        assertThat(batches.copyDraft(fixtures.get(first.id()), RowScope.everything(), CLERK))
                .isZero();
    }

    @Test
    void aBatchIsOneTextForManyAndStepsForAll() {
        List<CommunityId> both = List.of(community, Homestead.empty(context).id());
        Outcome called = drafts.call(
                new Drafts.Call(
                        both,
                        List.of("331002002001", "331002002001"),
                        Initiator.STREET_ORDERED,
                        false,
                        vote().terms(),
                        vote().items()),
                CLERK);
        Vote first = fixtures.get(VoteId.parse(((Outcome.Stored) called).key()).orElseThrow());
        long batch = java.util.Objects.requireNonNull(first.batch());
        drafts.saveItem(first.id(), 1, VoteFixtures.yesNo(1, Matter.AUDIT, "是否同意审计公共收益账目？"), CLERK);

        assertThat(batches.copyDraft(fixtures.get(first.id()), RowScope.everything(), CLERK))
                .isEqualTo(1);
        assertThat(batches.step(batch, Batches.Step.SUBMIT, "", RowScope.everything(), CLERK))
                .isEmpty();
        assertThat(batches.step(batch, Batches.Step.ACCEPT, "", RowScope.everything(), CLERK))
                .hasSize(2);
        assertThat(batches.step(batch, Batches.Step.ACCEPT, "", RowScope.everything(), STREET))
                .isEmpty();

        assertThat(calendar.list(VoteFilter.ofBatch(batch), RowScope.everything())
                        .lines())
                .hasSize(2)
                .allMatch(line -> line.days().accepted() && line.items() == 1);
    }

    @Test
    void aRehearsalIsNobodysBusiness() {
        VoteId rehearsal = fixtures.aVote(community).rehearsal().noticed().id();

        assertThat(calendar.ofCommunity(community)).extracting(VoteLine::id).doesNotContain(rehearsal);
        assertThat(calendar.list(VoteFilter.ofGroup(VoteFilter.Group.POSTED, "", 1000), RowScope.everything())
                        .lines())
                .extracting(VoteLine::id)
                .doesNotContain(rehearsal);
    }

    @Test
    void everyTemplatePassesTheCheckerButForItsPapersAndCandidates() {
        for (Locale locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            Texts texts = new Texts(messages, locale);
            for (DraftTemplate template : DraftTemplate.values()) {
                if (template == DraftTemplate.EMPTY) {
                    continue;
                }
                DecisionItem item = template.items(texts).getFirst();
                DecisionItem complete = ItemForm.with(
                        item,
                        1,
                        1,
                        VoteFixtures.choice(1, "甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬")
                                .options(),
                        Annex.neededFor(item.matter()).stream()
                                .map(kind -> new DecisionItem.Paper(kind, "附件.pdf", "0".repeat(64)))
                                .toList());
                Vote vote = fixtures.aVote(community).asking(complete).drafted();
                drafts.saveTerms(
                        vote.id(),
                        1,
                        java.util.Objects.requireNonNull(TermsForm.read(
                                        with(
                                                with(TermsForm.typed(vote.terms()), "title", template.title(texts)),
                                                "body",
                                                template.body(texts)),
                                        1)
                                .terms()),
                        CLERK);

                assertThat(drafts.check(fixtures.get(vote.id())))
                        .as(template + " " + locale)
                        .allMatch(finding -> finding.code().equals("CANDIDATES_NOT_POSTED"));
            }
        }
    }

    private Vote vote() {
        return fixtures.get(id);
    }

    private static void assertStored(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Stored.class);
    }

    private static void assertRefused(Outcome outcome, String key) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        assertThat(((Outcome.Refused) outcome).errors())
                .extracting(FieldError::key)
                .containsExactly(key);
    }
}
