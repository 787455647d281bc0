package org.linli.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.linli.registry.Registered.CITY;
import static org.linli.registry.Registered.CLERK;
import static org.linli.registry.Registered.DAY;
import static org.linli.registry.Registered.HUANGYAN;
import static org.linli.registry.Registered.assertRefused;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
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
import org.linli.registry.city.City;
import org.linli.rules.codes.CreditCode;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Companies in the register, and credit codes that fail their check. */
@LinliTest
class CompaniesTests {

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
    Problems problems;

    @Autowired
    Divisions divisions;

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
}
