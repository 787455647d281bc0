package org.linli.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.linli.registry.Registered.CITY;
import static org.linli.registry.Registered.CLERK;
import static org.linli.registry.Registered.DAY;
import static org.linli.registry.Registered.HUANGYAN;
import static org.linli.registry.Registered.JIAOJIANG;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.divisions.Divisions;
import org.linli.figures.AsOf;
import org.linli.figures.Figure;
import org.linli.figures.FigureRows;
import org.linli.figures.Figures;
import org.linli.figures.RowFilter;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.ids.CompanyCode;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.Scope;
import org.linli.platform.scope.Viewer;
import org.linli.platform.time.BusinessTime;
import org.linli.platform.todo.TodoGroup;
import org.linli.registry.PreparatorySteps.Step;
import org.linli.registry.city.City;
import org.linli.rules.codes.CreditCode;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;

@LinliTest
class GovernanceTests {

    private static final LocalDate PUBLISHED = LocalDate.of(2023, 11, 2);
    private static final RowScope STREET = new RowScope("331002002%", new Long[0]);

    @Autowired
    Communities communities;

    @Autowired
    Companies companies;

    @Autowired
    CompanyCodes codes;

    @Autowired
    Engagements engagements;

    @Autowired
    City city;

    @Autowired
    CompanyTodo todo;

    @Autowired
    Figures figures;

    @Autowired
    BusinessTime time;

    @Autowired
    Committees committees;

    @Autowired
    Specialists specialists;

    @Autowired
    Memberships memberships;

    @Autowired
    PreparatorySteps preparations;

    @Autowired
    Problems problems;

    @Autowired
    Divisions divisions;

    @Test
    void theProblemListsOfTheDemoCityAreAsLongAsItsPlanSays() {
        Map<Problems.Rule, Integer> counts = problems.counts(PUBLISHED, CITY);

        assertThat(counts)
                .containsEntry(Problems.Rule.SIGNED_NOT_STARTED, 9)
                .containsEntry(Problems.Rule.CONTRACT_ENDED, 5)
                .containsEntry(Problems.Rule.TRIAL_TOO_LONG, 2);
        assertThat(problems.list(Problems.Rule.SIGNED_NOT_STARTED, PUBLISHED, 0, 100, CITY))
                .hasSize(9)
                .allSatisfy(row -> assertThat(row.place()).isNotEmpty());
        assertThat(problems.counts(PUBLISHED, RowScope.nothing()).values()).containsOnly(0);
    }

    @Test
    void aCountysListsHoldOnlyItsOwn() {
        int whole = problems.list(Problems.Rule.CONTRACT_ENDING, PUBLISHED, 0, 5000, CITY)
                .size();

        assertThat(problems.list(Problems.Rule.CONTRACT_ENDING, PUBLISHED, 0, 5000, JIAOJIANG))
                .hasSizeBetween(1, whole - 1)
                .allSatisfy(row -> assertThat(row.place()).startsWith("椒江区"));
    }

    @Test
    void twinsAndInvalidCodesAreListed() {
        String name = Registered.name();
        register(name, "331002003");
        CommunityId second = register(name, "331002002");
        CommunityFile file = communities.find(second, AsOf.day(DAY), CITY).orElseThrow();

        assertThat(problems.list(Problems.Rule.SAME_NAME, DAY, 0, 100, CITY))
                .noneMatch(row -> row.name().equals(name));
        Map<String, String> moved = new HashMap<>(file.base().typed());
        moved.put("division_code", "331002003");
        Outcome twin = communities.change(second, file.version(), Registered.base(divisions, moved), DAY, "划转", CLERK);
        assertRefused(twin, "duplicate-community");
    }

    @Test
    void aCreditCodeThatFailsItsCheckIsRefusedWithWhatWouldBeRight() {
        String wrong = wrongCode();

        assertThat(companies.register(wrong, company(), "登记", CLERK))
                .isEqualTo(Outcome.Refused.of(
                        "company_code",
                        "credit-code.CHECK.scan",
                        CreditCode.repaired(wrong).orElseThrow()));
        assertRefused(companies.register("91331002", company(), "登记", CLERK), "credit-code.LENGTH");
        assertRefused(codes.register(wrong, company(), "见证照", scan("text"), "登记", CLERK), "file-type");
        assertRefused(
                codes.register("9133100/" + wrong.substring(8), company(), "见证照", scan("%PDF-1.7"), "登记", CLERK),
                "credit-code.ALPHABET");
        assertThat(companies.exists(new CompanyCode(wrong))).isFalse();
    }

    @Test
    void aCodeThatFailsItsCheckCountsOnceASecondPersonHasSeenTheCertificate() {
        String wrong = wrongCode();
        CompanyCode code = new CompanyCode(wrong);
        Clerk street = new Clerk(2, "街道", STREET, false);
        long before = registered(AsOf.day(DAY));

        assertThat(codes.register(wrong, company(), "营业执照原件如此", scan("%PDF-1.7 a"), "登记", street))
                .isEqualTo(new Outcome.Stored(wrong));

        assertThat(registered(AsOf.day(DAY))).isEqualTo(before);
        assertThat(problems.list(Problems.Rule.INVALID_CREDIT_CODE, DAY, 0, 1000, STREET))
                .anyMatch(row -> row.details().contains(wrong));
        assertThat(problems.list(Problems.Rule.INVALID_CREDIT_CODE, DAY, 0, 1000, HUANGYAN))
                .noneMatch(row -> row.details().contains(wrong));
        Instant shown = time.now();
        Clerk own = new Clerk(2, "街道", STREET, true);
        assertRefused(codes.decide(code, 1, true, "已核", street), "code-not-department");
        assertRefused(codes.decide(code, 1, true, "已核", own), "code-second-person");
        assertThat(codes.decide(code, 1, true, "已核", new Clerk(3, "外区", HUANGYAN, true)))
                .isEqualTo(new Outcome.Unknown());

        assertThat(codes.decide(code, 1, true, "与原件一致", CLERK)).isEqualTo(new Outcome.Stored(wrong));

        assertThat(codes.decide(code, 1, false, "再来一次", CLERK)).isEqualTo(new Outcome.Overtaken());
        assertRefused(codes.show(code, "又一份", scan("%PDF-1.7 b"), street), "code-confirmed");
        assertThat(registered(AsOf.day(DAY))).isEqualTo(before + 1);
        assertThat(registered(new AsOf(DAY, Optional.of(shown)))).isEqualTo(before);
        assertThat(problems.list(Problems.Rule.INVALID_CREDIT_CODE, DAY, 0, 1000, STREET))
                .noneMatch(row -> row.details().contains(wrong));
        assertThat(codes.history(code))
                .extracting(HistoryEntry::recordedBy, HistoryEntry::reason)
                .containsExactly(tuple("测试员", "与原件一致"), tuple("街道", "营业执照原件如此"));

        Instant confirmed = time.now();
        assertRefused(codes.decide(code, 2, false, "证照系伪造", street), "code-not-department");
        assertThat(codes.decide(code, 2, true, "再确认", CLERK)).isEqualTo(new Outcome.Overtaken());
        assertThat(codes.decide(code, 2, false, "证照系伪造", CLERK)).isEqualTo(new Outcome.Stored(wrong));

        assertThat(registered(AsOf.day(DAY))).isEqualTo(before);
        assertThat(registered(new AsOf(DAY, Optional.of(confirmed)))).isEqualTo(before + 1);
        assertThat(problems.list(Problems.Rule.INVALID_CREDIT_CODE, DAY, 0, 1000, STREET))
                .anyMatch(row -> row.details().contains(wrong));
    }

    @Test
    void aRefusedCertificateComesBackToWhoHandedItIn() {
        String wrong = wrongCode();
        CompanyCode code = new CompanyCode(wrong);
        long account = 9_000_001;
        Clerk street = new Clerk(account, "街道", STREET, false);
        codes.register(wrong, company(), "见证照", scan("%PDF-1.7 a"), "登记", street);
        String file = "/registry/companies/" + wrong;
        assertThat(waiting("todo.company-code-confirm", account + 1, Role.COUNTY))
                .contains(file);
        assertThat(waiting("todo.company-code-confirm", account, Role.COUNTY)).doesNotContain(file);
        assertThat(waiting("todo.company-code-waits", account, Role.STREET)).contains(file);

        codes.decide(code, 1, false, "看不清", CLERK);

        assertThat(registeredNames(wrong)).isEmpty();
        assertThat(waiting("todo.company-code-refused", account, Role.STREET)).contains(file);
        assertThat(codes.show(code, "重新扫描", scan("%PDF-1.7 b"), street)).isEqualTo(new Outcome.Stored(wrong));
        assertThat(codes.decide(code, 3, true, "一致", CLERK)).isEqualTo(new Outcome.Stored(wrong));
        assertThat(waiting("todo.company-code-confirmed", account, Role.STREET)).contains(file);
        assertThat(waiting("todo.company-code-confirm", account + 1, Role.COUNTY))
                .doesNotContain(file);
    }

    @Test
    void aCompanyIsRegisteredOnceAndChangedOnlyFromItsOwnCounty() {
        String code = Registered.company(companies, divisions);
        assertRefused(companies.register(code, company(), "登记", CLERK), "duplicate-company");
        Clerk foreign = new Clerk(2, "外区", HUANGYAN, true);
        CompanyFile file = companies.find(new CompanyCode(code), AsOf.day(DAY)).orElseThrow();

        assertThat(companies.change(new CompanyCode(code), file.version(), company(), DAY, "改名", foreign))
                .isEqualTo(new Outcome.Unknown());
        assertThat(companies.correct(new CompanyCode(code), file.version(), file.rowVersion(), company(), "笔误", CLERK))
                .isEqualTo(new Outcome.Stored(code));
        assertThat(companies
                        .find(new CompanyCode(code), AsOf.day(DAY))
                        .orElseThrow()
                        .base()
                        .legalPerson())
                .isEqualTo("赵六");
        assertThat(companies.history(new CompanyCode(code))).hasSize(2);
    }

    @Test
    void aCompanysFileSaysWhatIsBlankAndItsHistoryWhatWasFilledIn() {
        CompanyCode code = new CompanyCode(Registered.company(companies, divisions));
        CompanyFile file = companies.find(code, AsOf.day(DAY)).orElseThrow();
        assertThat(file.base().missing())
                .contains("legal_person", "contact_phone")
                .doesNotContain("name", "filed_on");

        companies.correct(code, file.version(), file.rowVersion(), company(), "补填", CLERK);

        assertThat(companies.find(code, AsOf.day(DAY)).orElseThrow().base().missing())
                .contains("contact_phone")
                .doesNotContain("legal_person");
        assertThat(companies.history(code).getFirst().changes())
                .filteredOn(change -> change.field().equals("legal_person"))
                .singleElement()
                .satisfies(
                        change -> assertThat(change.before() + change.after()).isEqualTo("~registry.history.hidden"));
    }

    @Test
    void aPastVersionOfACompanyIsCorrectedAsFarAsTheSameWrongValueReaches() {
        CompanyCode code = new CompanyCode(Registered.company(companies, divisions));
        CompanyFile first = companies.find(code, AsOf.day(DAY)).orElseThrow();
        LocalDate moved = DAY.plusDays(10);
        Map<String, String> typed = new HashMap<>(first.base().typed());
        typed.put("branch_address", "新址");
        companies.change(code, first.version(), base(typed), moved, "迁址", CLERK);
        CompanyFile past = companies.find(code, AsOf.day(DAY)).orElseThrow();
        Map<String, String> right = new HashMap<>(past.base().typed());
        right.put("name", "更正后物业");
        right.put("branch_address", "旧址");

        assertThat(companies.correct(code, past.version(), past.rowVersion(), base(right), "原来就写错", CLERK))
                .isInstanceOf(Outcome.Stored.class);

        CompanyBase then = companies.find(code, AsOf.day(DAY)).orElseThrow().base();
        CompanyBase later = companies.find(code, AsOf.day(moved)).orElseThrow().base();
        assertThat(then.name()).isEqualTo("更正后物业");
        assertThat(then.branchAddress()).isEqualTo("旧址");
        assertThat(later.name()).isEqualTo("更正后物业");
        assertThat(later.branchAddress()).isEqualTo("新址");
        assertThat(companies.findVersion(code, past.rowVersion())).isEmpty();
        assertThat(companies.history(code).stream().filter(entry -> entry.act().equals("CORRECTION")))
                .extracting(entry -> entry.changes().stream()
                        .map(change -> change.field() + " " + change.after())
                        .collect(java.util.stream.Collectors.joining("; ")))
                .containsExactlyInAnyOrder("name 更正后物业", "name 更正后物业; branch_address 旧址");
    }

    @Test
    void aPastKnowledgeShowsTheNameKnownThen() {
        CompanyCode code = new CompanyCode(Registered.company(companies, divisions));
        CommunityId id = Registered.community(communities, divisions);
        Registered.sign(engagements, id, Registered.terms(code.value(), DAY));
        CompanyFile file = companies.find(code, AsOf.day(DAY)).orElseThrow();
        Instant known = time.now();
        Map<String, String> typed = new HashMap<>(file.base().typed());
        typed.put("name", "后来改正的名字");
        companies.correct(code, file.version(), file.rowVersion(), base(typed), "写错", CLERK);
        AsOf then = new AsOf(DAY, Optional.of(known));

        assertThat(city.on(then).find(id.value()).orElseThrow().company())
                .isEqualTo(file.base().name());
        assertThat(city.on(DAY).find(id.value()).orElseThrow().company()).isEqualTo("后来改正的名字");
        assertThat(engagements.list(id, then, CITY).getFirst().companyName())
                .isEqualTo(file.base().name());
    }

    @Test
    void companiesAreFoundByPinyin() {
        String code = Registered.company(companies, divisions);

        assertThat(companies.list(DAY, new org.linli.platform.ids.DivisionCode("3310"), "shiyan wuye", false, "", 1000))
                .extracting(Companies.Line::code)
                .contains(new CompanyCode(code));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                term_to,      2023-11-01, term_to,      end-before-start
                term_to,      2025-11-02, term_to,      term-length
                term_to,      2029-11-03, term_to,      term-length
                agreed_size,  6,          agreed_size,  committee-size
                agreed_size,  13,         agreed_size,  committee-size
                agreed_size,  '',         agreed_size,  committee-size
                kind,         CLUB,       kind,         intake.UNKNOWN_WORD
                kind,         PMC,        agreed_size,  pmc-size
                """)
    void aCommitteeAgainstTheRegulationIsRefused(String field, String text, String wrong, String reason) {
        Map<String, String> typed = term(DAY);
        typed.put(field, text);
        Fields fields = new Fields(typed);

        Committees.Term.read(fields);

        assertThat(fields.refused().errors())
                .extracting(error -> error.field() + " " + error.key())
                .contains(wrong + " registry.refused." + reason);
    }

    @Test
    void termsOfACommunityDoNotOverlapAndSeatsAreCounted() {
        CommunityId id = Registered.community(communities, divisions);
        Committees.Term term = Committees.Term.read(new Fields(term(DAY)));
        assertThat(committees.elect(id, term, "选举", CLERK)).isEqualTo(new Outcome.Stored("1"));
        assertRefused(
                committees.elect(id, Committees.Term.read(new Fields(term(DAY.plusYears(2)))), "选举", CLERK),
                "term-overlaps");

        memberships.add(id, 1, "钱主任", Committees.Post.CHAIR, null, DAY, CLERK);
        assertRefused(memberships.add(id, 1, "孙主任", Committees.Post.CHAIR, null, DAY, CLERK), "second-chair");
        for (String name : List.of("甲一", "乙二", "丙三", "丁四")) {
            memberships.add(id, 1, name, Committees.Post.MEMBER, null, DAY, CLERK);
        }
        assertRefused(memberships.add(id, 1, "戊五", Committees.Post.MEMBER, null, DAY, CLERK), "no-seat-left");
        memberships.end(id, 1, 2, DAY, CLERK);
        assertThat(memberships.add(id, 1, "戊五", Committees.Post.MEMBER, null, DAY.plusDays(1), CLERK))
                .isInstanceOf(Outcome.Stored.class);

        assertThat(committees.find(id, 1, CITY).orElseThrow().members())
                .extracting(Committees.Member::name)
                .contains("乙二", "戊五");
        assertThat(committees.list(id, HUANGYAN)).isEmpty();
        assertThat(problems.list(Problems.Rule.COMMITTEE_TERM_OVER, DAY.plusYears(3), 0, 5000, CITY))
                .anyMatch(row -> row.href().startsWith("/registry/communities/" + id + "?"));
    }

    @Test
    void sixtyPerCentOfAManagementCommitteeAreOwnersAndTheStreetConvenesIt() {
        CommunityId id = Registered.community(communities, divisions);
        committees.elect(id, body("PMC", "11"), "组建", CLERK);

        assertRefused(seat(id, Committees.Post.CHAIR, Committees.Side.OWNER), "pmc-convener");
        assertRefused(seat(id, Committees.Post.MEMBER, null), "required");
        assertSeated(id, Committees.Post.CHAIR, Committees.Side.STREET, 1);
        assertSeated(id, Committees.Post.MEMBER, Committees.Side.POLICE, 3);
        assertRefused(seat(id, Committees.Post.MEMBER, Committees.Side.DEPARTMENT), "pmc-owners"); // a fifth of eleven
        assertThat(seat(id, Committees.Post.ALTERNATE, Committees.Side.DEPARTMENT))
                .isInstanceOf(Outcome.Stored.class);
        assertSeated(id, Committees.Post.MEMBER, Committees.Side.OWNER, 6);
        assertThat(committees.find(id, 1, CITY).orElseThrow().hasEnoughOwners(DAY))
                .isFalse();
        assertSeated(id, Committees.Post.MEMBER, Committees.Side.OWNER, 1);

        Committees.Committee full = committees.find(id, 1, CITY).orElseThrow();
        assertThat(full.hasEnoughOwners(DAY)).isTrue();
        assertThat(full.owners(DAY)).isEqualTo(7).isEqualTo(full.fewestOwners());
        assertThat(full.lacksConvener(DAY)).isFalse();
        assertThat(full.lacksConvener(DAY.minusDays(1))).isTrue();
        assertRefused(
                memberships.correct(
                        id, 1, 12, 1, null, Committees.Post.MEMBER, Committees.Side.OTHER, DAY, null, "笔误", CLERK),
                "pmc-owners");
    }

    @Test
    void theFileOfACommitteeHoldsItsPapersAndHidesItsAccount() {
        CommunityId id = Registered.community(communities, divisions);
        Map<String, String> typed = term(DAY);
        typed.put("decision_no", "业大〔2023〕1号");
        typed.put("seals", "公章 3310020001 保管人：主任");
        typed.put("account", "6228 4800 1234 5678");
        typed.put("uscc", "51420000MJH2003604");
        committees.elect(id, Committees.Term.read(new Fields(typed)), "选举", CLERK);

        CommitteePapers papers =
                committees.find(id, 1, CITY).orElseThrow().term().papers();
        assertThat(papers.typed(true)).containsEntry("account", "6228480012345678");
        assertThat(papers.typed(false))
                .containsEntry("account", "****5678")
                .containsEntry("uscc", "51420000MJH2003604");
        typed.put("audit", "2023 年度审计，无保留意见");
        committees.correct(id, 1, 1, Committees.Term.read(new Fields(typed)), "补填", CLERK);
        assertThat(committees.history(id, CITY).getFirst().changes())
                .extracting(HistoryEntry.Change::field)
                .containsExactly("audit");
        typed.put("account", "12345678");
        committees.correct(id, 1, 2, Committees.Term.read(new Fields(typed)), "改账号", CLERK);
        assertThat(committees.history(id, CITY).getFirst().changes())
                .singleElement()
                .satisfies(change -> assertThat(change.after()).isEqualTo("~registry.history.hidden"));
        typed.put("account", "12a");
        typed.put("uscc", "51420000MJH2003605");
        Fields fields = new Fields(typed);
        Committees.Term.read(fields);
        assertThat(fields.refused().errors())
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder("account", "uscc");
    }

    @Test
    void onlyOwnersSitOnACommittee() {
        CommunityId id = Registered.community(communities, divisions);
        committees.elect(id, Committees.Term.read(new Fields(term(DAY))), "选举", CLERK);

        assertRefused(seat(id, Committees.Post.MEMBER, Committees.Side.STREET), "committee-owners");
        assertThat(seat(id, Committees.Post.MEMBER, Committees.Side.OWNER)).isInstanceOf(Outcome.Stored.class);
    }

    @Test
    void halfOfAPreparatoryGroupAreOwnersAndItDoesItsStepsInTheirOrder() {
        CommunityId id = Registered.community(communities, divisions);
        Committees.Term group = body("PREPARATORY_GROUP", "5");
        assertThat(group.termTo()).isEqualTo(LocalDate.of(2024, 2, 1)); // ninety days after 3 November
        committees.elect(id, group, "成立", CLERK);
        // A committee is elected while the group is at work.
        assertThat(committees.elect(id, Committees.Term.read(new Fields(term(DAY))), "选举", CLERK))
                .isEqualTo(new Outcome.Stored("2"));
        assertRefused(committees.elect(id, group, "成立", CLERK), "term-overlaps");

        assertSeated(id, Committees.Post.MEMBER, Committees.Side.DEVELOPER, 2);
        assertRefused(seat(id, Committees.Post.MEMBER, Committees.Side.STREET), "preparatory-owners");
        assertSeated(id, Committees.Post.MEMBER, Committees.Side.OWNER, 3);

        assertRefused(step(id, Step.LIST_POSTED, DAY.minusDays(1)), "before-formation");
        assertRefused(step(id, Step.LIST_POSTED, LocalDate.of(2999, 1, 1)), "in-future");
        assertRefused(step(id, Step.DATA_HANDED_OVER, DAY), "developer-not-told");
        assertThat(step(id, Step.DEVELOPER_TOLD, DAY)).isInstanceOf(Outcome.Stored.class);
        assertThat(step(id, Step.DATA_HANDED_OVER, DAY)).isInstanceOf(Outcome.Stored.class);
        assertThat(preparations.list(id, CITY))
                .extracting(PreparatorySteps.Line::step, PreparatorySteps.Line::due, PreparatorySteps.Line::doneOn)
                .containsExactly(
                        tuple(Step.LIST_POSTED, LocalDate.of(2023, 11, 6), null),
                        tuple(Step.DEVELOPER_TOLD, null, DAY),
                        tuple(Step.DATA_HANDED_OVER, LocalDate.of(2023, 11, 10), DAY));
        assertThat(preparations.list(id, HUANGYAN)).isEmpty();
        assertThat(preparations.record(id, 1, Step.LIST_POSTED, DAY, "公布", new Clerk(2, "外区", HUANGYAN, true)))
                .isEqualTo(new Outcome.Unknown());
        assertThat(preparations.record(id, 2, Step.LIST_POSTED, DAY, "公布", CLERK))
                .isEqualTo(new Outcome.Unknown());
    }

    private Outcome step(CommunityId id, Step step, LocalDate on) {
        return preparations.record(id, 1, step, on, "登记", CLERK);
    }

    private Outcome seat(CommunityId id, Committees.Post post, Committees.@Nullable Side side) {
        return memberships.add(id, 1, "某成员", post, side, DAY, CLERK);
    }

    private void assertSeated(CommunityId id, Committees.Post post, Committees.Side side, int members) {
        for (int i = 0; i < members; i++) {
            assertThat(seat(id, post, side)).isInstanceOf(Outcome.Stored.class);
        }
    }

    private static Committees.Term body(String kind, String size) {
        Map<String, String> typed = term(DAY);
        typed.put("kind", kind);
        typed.put("agreed_size", size);
        if (kind.equals("PREPARATORY_GROUP")) {
            typed.put("term_from", "");
            typed.put("term_to", "");
        }
        return Committees.Term.read(new Fields(typed));
    }

    @Test
    void aMemberWasNeverAsRecordedAndTheHistorySaysSo() {
        CommunityId id = Registered.community(communities, divisions);
        committees.elect(id, Committees.Term.read(new Fields(term(DAY))), "选举", CLERK);
        memberships.add(id, 1, "钱主任", Committees.Post.CHAIR, null, DAY, CLERK);
        memberships.add(id, 1, "孙委员", Committees.Post.MEMBER, null, DAY, CLERK);

        assertRefused(
                memberships.correct(id, 1, 2, 1, null, Committees.Post.CHAIR, null, DAY, null, "笔误", CLERK),
                "second-chair");
        assertRefused(
                memberships.correct(
                        id, 1, 2, 1, null, Committees.Post.MEMBER, null, DAY.minusDays(1), null, "笔误", CLERK),
                "outside-term");
        assertThat(memberships.correct(
                        id, 1, 2, 1, "申屠委员", Committees.Post.VICE_CHAIR, null, DAY.plusDays(1), null, "笔误", CLERK))
                .isInstanceOf(Outcome.Stored.class);
        assertThat(memberships.correct(id, 1, 2, 1, null, Committees.Post.MEMBER, null, DAY, null, "笔误", CLERK))
                .isInstanceOf(Outcome.Overtaken.class);

        Committees.Member member =
                committees.find(id, 1, CITY).orElseThrow().members().getLast();
        assertThat(member.name()).isEqualTo("申屠委员");
        assertThat(member.post()).isEqualTo(Committees.Post.VICE_CHAIR);
        assertThat(committees.history(id, CITY))
                .filteredOn(entry -> entry.subject().equals("member") && entry.number() == 2)
                .extracting(HistoryEntry::act)
                .containsExactly("CORRECTION", "CHANGE");
        assertThat(committees.history(id, HUANGYAN)).isEmpty();
    }

    @Test
    void anAppointmentWasNeverAsRecordedAndTheHistorySaysSo() {
        CommunityId id = Registered.community(communities, divisions);
        specialists.appoint(id, "吴专员", "S1", false, null, DAY, CLERK);
        specialists.appoint(id, "郑专员", "S2", true, null, DAY, CLERK);
        Specialists.Facts main = new Specialists.Facts("郑专员", "S2", false, null, DAY, null);

        assertRefused(specialists.correct(id, 2, 1, main, "笔误", CLERK), "second-main");
        assertThat(specialists.correct(
                        id, 2, 1, new Specialists.Facts("郑专员", "S22", true, "岗亭", DAY, DAY), "笔误", CLERK))
                .isInstanceOf(Outcome.Stored.class);
        assertThat(specialists.correct(id, 2, 1, main, "笔误", CLERK)).isInstanceOf(Outcome.Overtaken.class);

        assertThat(specialists.find(id, 2, CITY).orElseThrow().staffNo()).isEqualTo("S22");
        assertThat(specialists.history(id, CITY))
                .filteredOn(entry -> entry.number() == 2)
                .extracting(HistoryEntry::act)
                .containsExactly("CORRECTION", "CHANGE");
        assertThat(specialists.history(id, HUANGYAN)).isEmpty();
    }

    @Test
    void aCommunityHasOneMainSpecialistAndAnyNumberOfDeputies() {
        CommunityId id = Registered.community(communities, divisions);
        LocalDate early = DAY.minusDays(10);
        assertThat(specialists.appoint(id, "吴专员", "S1", false, null, early, CLERK))
                .isInstanceOf(Outcome.Stored.class);
        assertRefused(specialists.appoint(id, "郑专员", "S2", false, null, early.plusDays(3), CLERK), "second-main");
        assertRefused(specialists.appoint(id, "郑专员", "S2", true, null, DAY.plusYears(3), CLERK), "in-future");
        assertThat(specialists.appoint(id, "郑专员", "S2", true, null, DAY, CLERK)).isInstanceOf(Outcome.Stored.class);

        specialists.end(id, 1, early.plusDays(2), CLERK);

        assertThat(specialists.appoint(id, "郑专员", "S2", false, "物业办公室", early.plusDays(3), CLERK))
                .isInstanceOf(Outcome.Stored.class);
        assertThat(specialists.list(id, CITY)).hasSize(3);
        assertThat(specialists.end(id, 1, DAY, new Clerk(2, "外区", HUANGYAN, true)))
                .isEqualTo(new Outcome.Unknown());
    }

    private CommunityId register(String name, String division) {
        Map<String, String> typed = Registered.typed(name);
        typed.put("division_code", division);
        return Registered.id(communities.register(Registered.base(divisions, typed), DAY, "测试", CLERK));
    }

    private static Map<String, String> term(LocalDate from) {
        return new HashMap<>(Map.of(
                "kind", "COMMITTEE",
                "decided_on", DAY.toString(),
                "term_from", from.toString(),
                "term_to", from.plusYears(3).minusDays(1).toString(),
                "agreed_size", "5"));
    }

    private CompanyBase base(Map<String, String> typed) {
        return CompanyBase.read(new Fields(typed), divisions);
    }

    private CompanyBase company() {
        return CompanyBase.read(
                new Fields(Map.of(
                        "name", "试验物业", "division_code", "331002", "filed_on", DAY.toString(), "legal_person", "赵六")),
                divisions);
    }

    private static InputStream scan(String content) {
        return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
    }

    private Figure companiesRegistered() {
        return figures.find("companies-registered").orElseThrow();
    }

    private long registered(AsOf asOf) {
        return companiesRegistered()
                .values(asOf, List.of(new DivisionCode("331002")))
                .getFirst()
                .numerator();
    }

    private List<FigureRows.Row> registeredNames(String code) {
        return companiesRegistered()
                .rows(AsOf.day(DAY), new DivisionCode("331002"), new RowFilter("", code, Optional.empty(), "", 10))
                .rows();
    }

    private List<String> waiting(String key, long account, Role role) {
        String division = role == Role.STREET ? "331002002" : "331002";
        Viewer viewer =
                new Viewer(account, "某人", account, role, new Scope.OfDivision(new DivisionCode(division)), "某处");
        return todo.groups(viewer, new RowScope(division + "%", new Long[0]), DAY, 1000).stream()
                .filter(group -> group.key().equals(key))
                .flatMap(group -> group.lines().stream())
                .map(TodoGroup.Line::href)
                .toList();
    }

    private static String wrongCode() {
        String sound = Registered.companyCode();
        return sound.substring(0, 17) + (sound.endsWith("0") ? "1" : "0");
    }

    private static void assertRefused(Outcome outcome, String reason) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused ->
                                assertThat(refused.errors().getFirst().key()).isEqualTo("registry.refused." + reason));
    }
}
