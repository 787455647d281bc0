package org.linli.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.registry.Registered.CITY;
import static org.linli.registry.Registered.CLERK;
import static org.linli.registry.Registered.DAY;
import static org.linli.registry.Registered.HUANGYAN;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.linli.divisions.Divisions;
import org.linli.figures.AsOf;
import org.linli.figures.Figures;
import org.linli.people.People;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.ids.CompanyCode;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scope;
import org.linli.platform.time.RealTime;
import org.linli.registry.city.City;
import org.linli.registry.claims.ClaimGround;
import org.linli.registry.lists.ListFilter;
import org.linli.registry.lists.ListRows;
import org.linli.registry.lists.RegistryList;
import org.linli.registry.lists.RegistryLists;
import org.linli.testing.LinliTest;
import org.linli.testing.StaffMember;
import org.linli.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Companies leave, communities end or turn out to be recorded twice. */
@LinliTest
class EndingsTests {

    private static final LocalDate LATER = DAY.plusDays(30);

    @LocalServerPort
    int port;

    @Autowired
    Communities communities;

    @Autowired
    Companies companies;

    @Autowired
    CompanyExits exits;

    @Autowired
    CommunityEnds ends;

    @Autowired
    CommunityDuplicates duplicates;

    @Autowired
    Engagements engagements;

    @Autowired
    EngagementFiles files;

    @Autowired
    Committees committees;

    @Autowired
    Homes homes;

    @Autowired
    Divisions divisions;

    @Autowired
    Figures figures;

    @Autowired
    City city;

    @Autowired
    People people;

    @Autowired
    RealTime time;

    @Autowired
    RegistryLists lists;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void aCompanyLeavesOnceItServesNobodyAndSignsNothingAfterwards() {
        CompanyCode code = new CompanyCode(Registered.company(companies, divisions));
        CommunityId id = Registered.community(communities, divisions);
        Registered.sign(engagements, id, Registered.terms(code.value(), DAY));
        String name =
                communities.find(id, AsOf.day(DAY), CITY).orElseThrow().base().name();
        long before = registered(LATER);
        assertThat(leave(code, LATER, HUANGYAN_CLERK)).isEqualTo(new Outcome.Unknown());
        assertThat(leave(code, LATER, CLERK)).isEqualTo(Outcome.Refused.of("gone_from", "company-serves", name));

        engagements.end(id, 1, engagements.find(id, 1, CITY).orElseThrow().version(), LATER.minusDays(1), "退出", CLERK);
        assertThat(exits.leave(code, 1, Ending.Kind.LEFT, LATER, "退出", paper(""), CLERK))
                .isEqualTo(Outcome.Refused.of("file", "file-missing"));
        assertThat(leave(code, LATER, CLERK)).isInstanceOf(Outcome.Stored.class);

        assertThat(registered(LATER)).isEqualTo(before - 1);
        assertThat(registered(LATER.minusDays(1))).isEqualTo(before);
        CommunityId other = Registered.community(communities, divisions);
        assertThat(engagements.sign(other, Registered.read(Registered.terms(code.value(), LATER)), "签约", CLERK))
                .isEqualTo(Outcome.Refused.of("company_code", "company-left", code.value()));
        Map<String, String> earlier = new HashMap<>(Registered.terms(code.value(), DAY.minusYears(1)));
        earlier.put("contract_to", LATER.toString());
        assertThat(engagements.sign(other, Registered.read(earlier), "补录", CLERK))
                .isEqualTo(Outcome.Refused.of("company_code", "company-left", code.value()));
        earlier.put("contract_to", LATER.minusDays(1).toString());
        assertThat(engagements.sign(other, Registered.read(earlier), "补录", CLERK))
                .isInstanceOf(Outcome.Stored.class);
        correctTheEndedContract(id);
        assertThat(listed(code, true, LATER)).isTrue();
        assertThat(listed(code, false, LATER)).isFalse();

        int version = companies.findLast(code).orElseThrow().version();
        assertThat(exits.withdraw(code, version, "登错企业", CLERK)).isInstanceOf(Outcome.Stored.class);
        assertThat(registered(LATER)).isEqualTo(before);
        assertThat(companies.history(code).getFirst())
                .returns("CORRECTION", HistoryEntry::act)
                .returns(
                        List.of(new HistoryEntry.Change(
                                "last_day", LATER.minusDays(1).toString(), "~registry.history.still")),
                        HistoryEntry::changes);
        assertThat(exits.withdraw(code, version + 1, "再来", CLERK)).isInstanceOf(Outcome.Refused.class);
    }

    /** Its contract would have run past the exit; the service ended before, and its record can be put right. */
    private void correctTheEndedContract(CommunityId id) {
        Engagement ended = engagements.find(id, 1, CITY).orElseThrow();
        assertThat(ended.terms().contractTo()).isAfter(LATER);
        Map<String, String> right = new HashMap<>(ended.terms().typed());
        right.put("fee_text", "每月每平方米 1.20 元");
        assertThat(engagements.correct(
                        id, 1, ended.version(), ended.rowVersion(), Registered.read(right), null, "费用笔误", CLERK))
                .isInstanceOf(Outcome.Stored.class);
    }

    /** The address on posters leads on, the poster's own too. */
    @Test
    void theAddressOfACommunityThatBecameAPartOfAnotherLeadsThere() {
        CommunityId id = Registered.id(communities.register(
                Registered.base(divisions, Registered.typed(Registered.name())), DAY.minusDays(30), "测试", CLERK));
        CommunityId into = Registered.community(communities, divisions);
        String code = communities.find(into, AsOf.day(DAY), CITY).orElseThrow().code();
        try (Visitor anybody = new Visitor(port)) {
            assertThat(anybody.get("/communities/" + id).statusCode()).isEqualTo(200);

            assertThat(end(id, DAY, code)).isInstanceOf(Outcome.Stored.class);

            for (String tail : List.of("", "/poster")) {
                assertThat(Visitor.location(anybody.get("/communities/" + id + tail)))
                        .endsWith("/communities/" + into + tail);
            }
            assertThat(anybody.get("/communities/" + into).statusCode()).isEqualTo(200);
            assertThat(anybody.get("/communities/99999999").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void aCommunityEndsOnceNothingIsUnderWayInItAndEachThingIsNamed() {
        CompanyCode code = new CompanyCode(Registered.company(companies, divisions));
        CommunityId id = Registered.community(communities, divisions);
        Registered.sign(engagements, id, Registered.terms(code.value(), DAY));
        String company =
                companies.find(code, AsOf.day(DAY)).orElseThrow().base().name();
        committees.elect(id, Committees.Term.read(new Fields(term())), "选举", CLERK);
        vote(id);

        Outcome refused = end(id, LATER, null);

        assertThat(refused).isInstanceOfSatisfying(Outcome.Refused.class, found -> {
            assertThat(found.errors())
                    .extracting(FieldError::key)
                    .containsExactly(
                            "registry.refused.under-way-engagements",
                            "registry.refused.under-way-committees",
                            "registry.refused.under-way-votes");
            assertThat(found.errors().getFirst().args().getFirst().toString()).contains(company);
            assertThat(found.errors().getLast().args()).containsExactly("选举表决");
        });
        assertThat(city.on(LATER).find(id.value())).isPresent();
    }

    @Test
    void anEndedCommunityIsInNoFigureFromThatDayAndItsFileSaysWhereItWent() {
        CommunityId id = Registered.community(communities, divisions);
        CommunityId into = Registered.community(communities, divisions);
        String code = communities.find(into, AsOf.day(DAY), CITY).orElseThrow().code();
        long before = count(DAY);
        assertThat(end(id, DAY.plusDays(1), "331002002999999"))
                .isEqualTo(Outcome.Refused.of("into_code", "community-unknown", "331002002999999"));
        assertThat(end(id, DAY, code)).isInstanceOf(Outcome.Refused.class);

        assertThat(end(id, DAY.plusDays(1), code)).isInstanceOf(Outcome.Stored.class);

        assertThat(count(DAY)).isEqualTo(before);
        assertThat(city.on(DAY.plusDays(1)).find(id.value())).isEmpty();
        assertThat(ends.list(id, CITY).getFirst().into()).contains(into);
        assertThat(ends.successor(id, DAY)).isEmpty();
        assertThat(ends.successor(id, DAY.plusDays(1))).contains(into);
        assertThat(ends.list(id, HUANGYAN)).isEmpty();
        assertThat(communities.findLast(id, CITY).orElseThrow().validTo()).isEqualTo(DAY.plusDays(1));
        assertThat(end(id, DAY.plusDays(2), code)).isInstanceOf(Outcome.Refused.class);

        String name = communities.findLast(id, CITY).orElseThrow().base().name();
        assertThat(gone(name, DAY.plusDays(1))).containsExactly(id);
        assertThat(gone(name, DAY)).isEmpty();
        int version = communities.findLast(id, CITY).orElseThrow().version();
        assertThat(ends.withdraw(id, version, "登错", CLERK)).isInstanceOf(Outcome.Stored.class);
        assertThat(city.on(LATER).find(id.value())).isPresent();
        assertThat(ends.successor(id, LATER)).isEmpty();
    }

    @Test
    void anEndWithdrawnBringsBackWhatWasPlannedBeyondIt() {
        CommunityId id = Registered.community(communities, divisions);
        CommunityFile file = communities.find(id, AsOf.day(DAY), CITY).orElseThrow();
        Map<String, String> typed = new HashMap<>(file.base().typed());
        typed.put("households", "999");
        Registered.key(communities.change(id, file.version(), Registered.base(divisions, typed), LATER, "扩建", CLERK));
        assertThat(households(id, LATER)).isEqualTo(999);

        assertThat(end(id, DAY.plusDays(1), null)).isInstanceOf(Outcome.Stored.class);
        assertThat(communities.find(id, AsOf.day(LATER), CITY)).isEmpty();
        int version = communities.findLast(id, CITY).orElseThrow().version();
        assertThat(ends.withdraw(id, version, "登错", CLERK)).isInstanceOf(Outcome.Stored.class);

        assertThat(households(id, DAY)).isEqualTo(file.base().households());
        assertThat(households(id, LATER.minusDays(1))).isEqualTo(file.base().households());
        assertThat(households(id, LATER)).isEqualTo(999);
    }

    private List<CommunityId> gone(String name, LocalDate day) {
        ListFilter filter = new ListFilter(day, new DivisionCode("3310"), name, "GONE", "MERGED", 0, false, "", 10);
        return lists.list(RegistryList.ENDED, filter, CITY).rows().stream()
                .map(ListRows.Row::community)
                .toList();
    }

    private Integer households(CommunityId id, LocalDate day) {
        return java.util.Objects.requireNonNull(
                communities.find(id, AsOf.day(day), CITY).orElseThrow().base().households());
    }

    @Test
    void aDuplicateWasNeverThereAndItsNameCodeAndAddressLeadToTheKeptRecord() {
        CompanyCode company = new CompanyCode(Registered.company(companies, divisions));
        CommunityId dropped = Registered.community(communities, divisions);
        CommunityId kept = Registered.community(communities, divisions);
        Registered.sign(engagements, dropped, Registered.terms(company.value(), DAY));
        files.add(dropped, 1, "合同", paper("%PDF-1.7 contract"), CLERK);
        communities.addExternalCode(dropped, new CommunityFile.ExternalCode("公安", "GA-" + dropped), CLERK);
        CommunityFile file = communities.find(dropped, AsOf.day(DAY), CITY).orElseThrow();
        CommunityFile keptFile = communities.find(kept, AsOf.day(DAY), CITY).orElseThrow();
        long before = count(DAY);
        assertThat(duplicates.compare(file, keptFile.code(), HUANGYAN)).isEmpty();
        assertThat(duplicates.compare(file, keptFile.code(), CITY).orElseThrow())
                .satisfies(compared -> {
                    assertThat(compared.engagements()).isEqualTo(1);
                    assertThat(compared.codes()).isEqualTo(1);
                    assertThat(compared.ties()).isEmpty();
                });

        assertThat(duplicates.drop(dropped, file.version(), keptFile.code(), "重复登记", CLERK))
                .isEqualTo(new Outcome.Stored(kept.toString()));

        assertThat(count(DAY)).isEqualTo(before - 1);
        Engagement moved = engagements.find(kept, 1, CITY).orElseThrow();
        assertThat(moved.terms().company()).isEqualTo(company);
        assertThat(files.list(kept, CITY)).extracting(EngagementFile::title).containsExactly("合同");
        for (String asked : List.of(file.base().name(), file.code(), "ga-" + dropped)) {
            assertThat(found(asked)).containsExactly(kept);
        }
        keptAfterAnother(kept, file);
        assertThat(communities.isWithin(dropped, CITY)).isFalse();
        assertThat(duplicates.history(kept).getFirst())
                .returns("重复登记", HistoryEntry::reason)
                .returns(CLERK.name(), HistoryEntry::recordedBy);
        try (Visitor clerk = new StaffMember(
                                people, time, Role.STREET, new Scope.OfDivision(new DivisionCode("331002002")))
                        .signedIn(port);
                Visitor anybody = new Visitor(port)) {
            assertThat(clerk.get("/registry/communities/" + dropped)
                            .headers()
                            .firstValue("location")
                            .orElseThrow())
                    .endsWith("/registry/communities/" + kept);
            assertThat(clerk.get("/registry/communities/" + kept).body()).contains(file.code());
            assertThat(anybody.get("/communities/" + dropped)
                            .headers()
                            .firstValue("location")
                            .orElseThrow())
                    .endsWith("/communities/" + kept);
        }
    }

    /** What is kept for one record can itself be dropped for a third: all names lead there. */
    private void keptAfterAnother(CommunityId dropped, CommunityFile first) {
        CommunityId third = Registered.community(communities, divisions);
        int version =
                communities.find(dropped, AsOf.day(DAY), CITY).orElseThrow().version();
        String code = communities.find(third, AsOf.day(DAY), CITY).orElseThrow().code();

        Outcome previewed = new TransactionTemplate(transactions).execute(status -> {
            Outcome outcome = duplicates.drop(dropped, version, code, "又一份", CLERK);
            assertThat(found(first.base().name())).containsExactly(third);
            assertThat(found(first.code())).containsExactly(third);
            status.setRollbackOnly();
            return outcome;
        });

        assertThat(previewed).isInstanceOf(Outcome.Stored.class);
        assertThat(communities.isWithin(dropped, CITY)).isTrue();
    }

    @Test
    void aRecordForWhichAccountsHoldRightsIsNotDropped() {
        CommunityId dropped = Registered.community(communities, divisions);
        CommunityId kept = Registered.community(communities, divisions);
        String code = communities.find(kept, AsOf.day(DAY), CITY).orElseThrow().code();
        long account = people.createPhoneUser("委员", "+86" + ClaimGround.phone(), false);
        people.grantUnchecked(account, Role.COMMITTEE, new Scope.OfCommunity(dropped), DAY.minusDays(1));

        assertThat(drop(dropped, code)).isEqualTo(Outcome.Refused.of("kept_code", "tied.grants"));

        people.endUnchecked(account, Role.COMMITTEE, new Scope.OfCommunity(dropped));
        assertThat(drop(dropped, code)).isInstanceOf(Outcome.Stored.class);
    }

    @Test
    void aPlannedEndIsSaidBeforeItsDay() {
        CommunityId id = Registered.community(communities, divisions);
        assertThat(end(id, LATER, null)).isInstanceOf(Outcome.Stored.class);

        try (Visitor clerk = new StaffMember(
                        people, time, Role.STREET, new Scope.OfDivision(new DivisionCode("331002002")))
                .signedIn(port)) {
            assertThat(clerk.get("/registry/communities/" + id).body())
                    .contains("拆迁灭失", "/end/withdrawal")
                    .doesNotContain(id + "/end\"");
        }
    }

    @Test
    void aRecordOnWhichMoreStandsOrWhoseContractsDisagreeIsNotDropped() {
        CommunityId dropped = Registered.community(communities, divisions);
        CommunityId kept = Registered.community(communities, divisions);
        String code = communities.find(kept, AsOf.day(DAY), CITY).orElseThrow().code();
        for (CommunityId id : List.of(dropped, kept)) {
            Registered.sign(engagements, id, Registered.terms(Registered.company(companies, divisions), DAY));
        }
        assertThat(drop(dropped, code)).isEqualTo(Outcome.Refused.of("kept_code", "duplicate-overlap", DAY, DAY));

        homes.addBuilding(dropped, "1幢", 6, 2, DAY, CLERK);
        committees.elect(dropped, Committees.Term.read(new Fields(term())), "选举", CLERK);

        assertThat(drop(dropped, code))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        found -> assertThat(found.errors())
                                .extracting(FieldError::key)
                                .containsExactly("registry.refused.tied.committees", "registry.refused.tied.homes"));
        assertThat(city.on(DAY).find(dropped.value())).isPresent();
        assertThat(engagements.list(dropped, AsOf.day(DAY), CITY)).hasSize(1);
        assertThat(duplicates.keptFor(dropped)).isEmpty();
    }

    private static final Clerk HUANGYAN_CLERK = new Clerk(2, "外区", HUANGYAN, true);

    private Outcome leave(CompanyCode code, LocalDate on, Clerk clerk) {
        int version = companies.findLast(code).orElseThrow().version();
        return exits.leave(code, version, Ending.Kind.LEFT, on, "退出台州", paper("%PDF-1.7 exit"), clerk);
    }

    private Outcome end(CommunityId id, LocalDate on, @org.jspecify.annotations.Nullable String into) {
        int version = communities.findLast(id, CITY).orElseThrow().version();
        return ends.end(id, version, on, into, "合并管理", paper("%PDF-1.7 end"), CLERK);
    }

    private Outcome drop(CommunityId id, String code) {
        int version = communities.find(id, AsOf.day(DAY), CITY).orElseThrow().version();
        return duplicates.drop(id, version, code, "重复", CLERK);
    }

    private static InputStream paper(String content) {
        return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
    }

    private long registered(LocalDate day) {
        return value("companies-registered", day);
    }

    private long count(LocalDate day) {
        return value("communities", day);
    }

    private long value(String figure, LocalDate day) {
        return figures.value(figures.find(figure).orElseThrow(), AsOf.day(day), new DivisionCode("331002"))
                .numerator();
    }

    private boolean listed(CompanyCode code, boolean left, LocalDate day) {
        return companies.list(day, new DivisionCode("331002"), code.value(), left, "", 10).stream()
                .anyMatch(line -> line.code().equals(code));
    }

    private List<CommunityId> found(String text) {
        CommunityFilter filter = new CommunityFilter(
                DAY, new DivisionCode("3310"), text, Optional.empty(), Optional.empty(), Optional.empty(), "", 10);
        return communities.list(filter, CITY).rows().stream()
                .map(CommunityList.Row::id)
                .toList();
    }

    private static Map<String, String> term() {
        Map<String, String> typed = new HashMap<>();
        typed.put("kind", "COMMITTEE");
        typed.put("decided_on", DAY.toString());
        typed.put("term_from", DAY.toString());
        typed.put("term_to", DAY.plusYears(5).minusDays(1).toString());
        typed.put("agreed_size", "5");
        return typed;
    }

    private void vote(CommunityId id) {
        for (String statement : List.of("""
                insert into linli.vote (community_id, vote_no, vote_key, rule_pack, initiator, rehearsal, created_at, created_by)
                values (:id, 1, decode(md5(random()::text), 'hex'), 'taizhou-2021', 'COMMITTEE', false, now(), '测试员')
                """, """
                insert into linli.vote_version (community_id, vote_no, version_no, cause, title, body, notice_on, opens_on, last_day,
                    parking, owner_sets, blanks, deemed_policy, reduces_even, alternates, proxy_discretion, paper_address, reason,
                    recorded_at, recorded_by)
                values (:id, 1, 1, 'DRAFT', '选举表决', '', '2024-03-01', '2024-03-16', '2024-03-29',
                    'OUT', 'SAME_SET', 'ABSTAIN', 'NONE', false, false, false, '物业用房', '', now(), '测试员')
                """, """
                insert into linli.vote_state (community_id, vote_no, state_no, state, day, at, by_name, reason)
                values (:id, 1, 1, 'REVIEW', '2023-11-03', now(), '测试员', '')
                """)) {
            jdbc.sql(statement).param("id", id.value()).update();
        }
    }
}
