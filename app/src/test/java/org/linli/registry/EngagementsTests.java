package org.linli.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.linli.registry.Registered.CITY;
import static org.linli.registry.Registered.CLERK;
import static org.linli.registry.Registered.DAY;
import static org.linli.registry.Registered.HUANGYAN;
import static org.linli.registry.Registered.assertRefused;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.divisions.Divisions;
import org.linli.figures.AsOf;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.ids.CompanyCode;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.scope.ScopeSource;
import org.linli.platform.time.BusinessTime;
import org.linli.registry.city.City;
import org.linli.registry.city.CommunityDay;
import org.linli.rules.coverage.NotCounted;
import org.linli.rules.coverage.ServiceState;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@LinliTest
class EngagementsTests {

    @Autowired
    Communities communities;

    @Autowired
    Companies companies;

    @Autowired
    Engagements engagements;

    @Autowired
    FiguresMoved figuresMoved;

    @Autowired
    City city;

    @Autowired
    Divisions divisions;

    @Autowired
    ScopeSource scopes;

    @Autowired
    BusinessTime time;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    CommunityId id;
    String company;

    @BeforeEach
    void aCommunityAndACompany() {
        id = Registered.community(communities, divisions);
        company = Registered.company(companies, divisions);
    }

    @Test
    void aSignedContractCountsOnlyFromItsConfirmedStart() {
        sign(DAY);
        assertThat(city.on(DAY).find(id.value()).orElseThrow().coverage().reasons())
                .containsExactly(NotCounted.SIGNED_NOT_STARTED);

        Outcome outcome = engagements.confirmStart(id, 1, 1, DAY, "进场查验记录", CLERK);

        assertThat(outcome).isInstanceOf(Outcome.Stored.class);
        assertThat(city.on(DAY).find(id.value()).orElseThrow().coverage().state())
                .isEqualTo(ServiceState.PROFESSIONAL);
        assertThat(find().startConfirmedBy()).isEqualTo("测试员");
        assertThat(scopes.communitiesServedBy(new CompanyCode(company))).containsExactly(id.value());
    }

    @Test
    void aStartBeforeTheContractOrAfterTodayIsRefused() {
        sign(DAY);

        assertRefused(engagements.confirmStart(id, 1, 1, DAY.minusDays(1), "查验", CLERK), "before-contract");
        assertRefused(engagements.confirmStart(id, 1, 1, time.today().plusDays(1), "查验", CLERK), "in-future");
    }

    @Test
    void twoEngagementsNeverOverlap() {
        sign(DAY);
        String other = Registered.company(companies, divisions);

        Outcome second = engagements.sign(id, Registered.read(Registered.terms(other, DAY.plusDays(30))), "新签", CLERK);
        assertRefused(second, "overlap-open");

        engagements.end(id, 1, 1, DAY.plusDays(29), "解除", CLERK);
        assertThat(engagements.sign(id, Registered.read(Registered.terms(other, DAY.plusDays(30))), "新签", CLERK))
                .isEqualTo(new Outcome.Stored("2"));
        assertThat(engagements.list(id, AsOf.day(DAY), CITY)).hasSize(2);
    }

    /** Its registration is due by the days it has been served, whoever served; the page credits each company with its own. */
    @Test
    void aCompanyIsNotCreditedWithTheYearsOfTheOneBeforeIt() {
        sign(DAY.minusDays(100));
        engagements.confirmStart(id, 1, 1, DAY.minusDays(100), "查验", CLERK);
        engagements.end(id, 1, engagements.find(id, 1, CITY).orElseThrow().version(), DAY.minusDays(11), "期满", CLERK);
        Registered.sign(engagements, id, Registered.terms(Registered.company(companies, divisions), DAY.minusDays(10)));
        engagements.confirmStart(id, 2, 1, DAY.minusDays(10), "查验", CLERK);

        CommunityDay today = city.on(DAY).find(id.value()).orElseThrow();

        assertThat(today.serviceStart()).isEqualTo(DAY.minusDays(10));
        assertThat(today.due()).isTrue();
    }

    @Test
    void theDatabaseItselfRefusesAnOverlap() {
        sign(DAY);

        assertThatThrownBy(() -> jdbc.sql("""
                insert into linli.engagement_version
                    (community_id, engagement_no, version_no, company_code, kind, service_mask, contract_from, continuing,
                     valid_from, recorded_at, recorded_by, act, reason)
                values (:id, 9, 1, :company, 'PROFESSIONAL', 5, :from, false, :from, :at, '测试', 'CHANGE', '测试')
                """)
                        .param("id", id.value())
                        .param("company", company)
                        .param("from", DAY.plusDays(5))
                        .param("at", time.now().atOffset(ZoneOffset.UTC))
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("engagement_one_at_a_time");
    }

    @Test
    void aChangeOfTermsSplitsTheDaysAndKeepsTheConfirmedStart() {
        sign(DAY);
        engagements.confirmStart(id, 1, 1, DAY, "查验", CLERK);
        Map<String, String> dearer = Registered.terms(company, DAY);
        dearer.put("fee_text", "1.20");

        engagements.change(id, 1, find().version(), Registered.read(dearer), DAY.plusDays(10), "调价", CLERK);

        List<Engagement> rows = engagements.list(id, AsOf.day(DAY), CITY);
        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst().terms().feeText()).isEqualTo("1.20");
        assertThat(rows.getFirst().serviceStartOn()).isEqualTo(DAY);
        assertThat(rows.getFirst().validFrom()).isEqualTo(DAY.plusDays(10));
        assertThat(rows.getLast().terms().feeText()).isEqualTo("多层 0.80 / 高层 1.60");
        assertThat(rows.getLast().validTo()).isEqualTo(DAY.plusDays(10));
        assertThat(rows.getLast().terms().feeMinFen()).isEqualTo(80L);
    }

    @Test
    void aRenewalFollowsTheOldContractAndIsRefusedWithinIt() {
        Map<String, String> brief = Registered.terms(company, DAY);
        brief.put("contract_to", DAY.plusDays(59).toString());
        engagements.sign(id, Registered.read(brief), "签约", CLERK);

        assertRefused(
                engagements.renew(id, 1, 1, Registered.read(Registered.terms(company, DAY.plusDays(59))), "续", CLERK),
                "renewal-overlaps");
        assertThat(engagements.renew(
                        id, 1, 1, Registered.read(Registered.terms(company, DAY.plusDays(60))), "续", CLERK))
                .isInstanceOf(Outcome.Stored.class);
        assertThat(city.on(DAY.plusDays(60))
                        .find(id.value())
                        .orElseThrow()
                        .coverage()
                        .reasons())
                .containsExactly(NotCounted.SIGNED_NOT_STARTED);
    }

    @Test
    void aForeignClerkMayNotEvenKnowTheEngagement() {
        sign(DAY);
        Clerk foreign = new Clerk(2, "外区", HUANGYAN, true);

        assertThat(engagements.list(id, AsOf.day(DAY), HUANGYAN)).isEmpty();
        assertThat(engagements.end(id, 1, 1, DAY, "试", foreign)).isEqualTo(new Outcome.Unknown());
        assertThat(engagements.end(id, 7, 1, DAY, "试", CLERK)).isEqualTo(new Outcome.Unknown());
    }

    @Test
    void anOvertakenFormStoresNothing() {
        sign(DAY);
        engagements.confirmStart(id, 1, 1, DAY, "查验", CLERK);

        assertThat(engagements.end(id, 1, 1, DAY.plusDays(3), "解除", CLERK)).isEqualTo(new Outcome.Overtaken());
        assertThat(find().validTo()).isNull();
    }

    @Test
    void aCorrectionSaysBeforehandWhichFiguresItMovesAndStoresNothing() {
        sign(DAY);
        engagements.confirmStart(id, 1, 1, DAY, "查验", CLERK);
        Engagement served = find();
        Map<String, String> onlyOrder = Registered.terms(company, DAY);
        onlyOrder.remove("item.CLEANING");
        List<DivisionCode> places = List.of(new DivisionCode("3310"), new DivisionCode("331002"));
        long counted = counted();

        FiguresMoved.Preview preview = figuresMoved.by(
                () -> engagements.correct(
                        id,
                        1,
                        served.version(),
                        served.rowVersion(),
                        Registered.read(onlyOrder),
                        served.serviceStartOn(),
                        "误登",
                        CLERK),
                places);

        assertThat(preview.outcome()).isInstanceOf(Outcome.Stored.class);
        assertThat(preview.moved())
                .filteredOn(moved -> moved.figure().equals("professional-coverage"))
                .hasSize(2)
                .allSatisfy(moved -> {
                    assertThat(moved.day()).isEqualTo(time.today());
                    assertThat(moved.after().numerator())
                            .isEqualTo(moved.before().numerator() - 1);
                    assertThat(moved.after().denominator())
                            .isEqualTo(moved.before().denominator());
                });
        assertThat(preview.moved().getFirst().before().numerator()).isEqualTo(counted);
        assertThat(find().rowVersion()).isEqualTo(served.rowVersion());
        assertThat(counted()).isEqualTo(counted);

        // The next real change must not meet what the preview computed.
        engagements.end(id, 1, served.version(), DAY, "解除", CLERK);
        assertThat(city.on(DAY.plusDays(1))
                        .find(id.value())
                        .orElseThrow()
                        .coverage()
                        .counted())
                .isFalse();
        assertThat(city.on(DAY).find(id.value()).orElseThrow().coverage().counted())
                .isTrue();
    }

    @Test
    void aCorrectedFirstDayMovesTheTermsThere() {
        sign(DAY.plusDays(5));

        engagements.correct(id, 1, 1, 1, Registered.read(Registered.terms(company, DAY)), null, "日期笔误", CLERK);

        assertThat(find().validFrom()).isEqualTo(DAY);
        assertThat(find().act()).isEqualTo("CORRECTION");
    }

    /** The start is one fact of the engagement, though its confirmation has split the days. It lies in the past: rolled back. */
    @Test
    void aStartCorrectedToAnEarlierDayCountsFromThere() {
        LocalDate may = LocalDate.of(2023, 5, 1);
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            id = Registered.id(communities.register(
                    Registered.base(divisions, Registered.typed(Registered.name())), may, "测试", CLERK));
            sign(may);
            engagements.confirmStart(id, 1, 1, may.plusDays(40), "查验", CLERK);
            assertThat(countsOn(may.plusDays(20))).isFalse();
            Engagement served = find();

            Outcome outcome = engagements.correct(
                    id,
                    1,
                    served.version(),
                    served.rowVersion(),
                    Registered.read(Registered.terms(company, may)),
                    may.plusDays(9),
                    "日期笔误",
                    CLERK);

            assertThat(outcome).isInstanceOf(Outcome.Stored.class);
            assertThat(countsOn(may.plusDays(8))).isFalse();
            assertThat(countsOn(may.plusDays(9))).isTrue();
            assertThat(countsOn(may.plusDays(20))).isTrue();
        });
        assertThat(city.on(may.plusDays(20)).find(id.value())).isEmpty();
    }

    private boolean countsOn(LocalDate day) {
        return city.on(day).find(id.value()).orElseThrow().coverage().counted();
    }

    @Test
    void formsWithBadTermsSayWhy() {
        assertForm("contract_to", DAY.minusDays(1).toString(), "end-before-start");
        assertForm("contract_from", "2024-02-30", "intake.NO_SUCH_DAY");
        assertForm("company_code", "9133100", "credit-code.LENGTH");
        assertForm("company_code", "", "required");
        assertForm("fee_text", "便宜", "intake.NOT_A_NUMBER");
        assertForm("kind", "", "required");
    }

    @Test
    void anUnknownCompanyIsRefused() {
        Map<String, String> terms = Registered.terms(Registered.companyCode(), DAY);

        assertRefused(engagements.sign(id, Registered.read(terms), "签约", CLERK), "company-unknown");
    }

    private void assertForm(String field, String text, String reason) {
        Map<String, String> typed = Registered.terms(company, DAY);
        typed.put(field, text);
        Fields fields = new Fields(typed);
        EngagementTerms.read(fields);
        assertThat(fields.refused().errors()).anySatisfy(error -> {
            assertThat(error.field()).isEqualTo(field);
            assertThat(error.key()).isEqualTo("registry.refused." + reason);
        });
    }

    private long counted() {
        return city.on(time.today()).communities().stream()
                .filter(community -> community.coverage().counted())
                .count();
    }

    private void sign(LocalDate from) {
        assertThat(engagements.sign(id, Registered.read(Registered.terms(company, from)), "签约", CLERK))
                .isEqualTo(new Outcome.Stored("1"));
    }

    private Engagement find() {
        return engagements.find(id, 1, CITY).orElseThrow();
    }
}
