package org.linli.registry.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.linli.figures.AsOf;
import org.linli.figures.Figures;
import org.linli.platform.ids.DivisionCode;
import org.linli.rules.codes.CreditCode;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The street's sheet end to end. */
@LinliTest
class StreetReturnImportTests {

    private static final String DIFFERENT_ROWS = "select count(*) from linli.community_version where reason = :reason "
            + "and superseded_at is null and recorded_at = (select stored_at from platform.import where import_id = :id)";

    private static final String COMPANIES =
            "select count(distinct company_code) from linli.company_version where reason = :reason "
                    + "and superseded_at is null and recorded_at = (select stored_at from platform.import where import_id = :id)";

    /** Those that it ended are told again with their last day. */
    private static final String ENGAGEMENTS = "select count(*) from linli.engagement_version where reason = :reason "
            + "and superseded_at is null and valid_to is null "
            + "and recorded_at = (select stored_at from platform.import where import_id = :id)";

    @Autowired
    private Imports imports;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Figures figures;

    @Test
    void theSampleGoesInWholeAndOutAgain() {
        ImportSteps clerk = ImportSteps.city(imports);
        long before = covered();
        long registeredBefore = registered();
        long id = clerk.upload(ImportKind.STREET_RETURN, ImportSteps.sample());

        Import uploaded = clerk.get(id);
        assertThat(uploaded.headerRow()).isEqualTo(3);
        assertThat(uploaded.sheetName()).isEqualTo("住宅小区基础信息");
        assertThat(uploaded.filledOn()).isEqualTo(LocalDate.of(2023, 10, 31));
        assertThat(uploaded.columns())
                .containsExactly(
                        "SEQUENCE",
                        "COMMUNITY_NAME",
                        "STREET",
                        "NEIGHBOURHOOD",
                        "ADDRESS",
                        "YEAR_BUILT",
                        "GFA",
                        "HOUSEHOLDS",
                        "BUILDINGS",
                        "TYPE",
                        "COMPANY_NAME",
                        "COMPANY_CODE",
                        "FEE",
                        "CONTRACT_TERM",
                        "COMMITTEE",
                        "PHONE",
                        "REMARK");
        clerk.map(id);

        assertThat(clerk.problems(id)).containsExactly("6 COMPANY_CODE CREDIT_CODE", "9 GFA APPROXIMATE");
        assertThat(clerk.findings(id, Severity.QUESTION))
                .contains("11 COMMUNITY_NAME DUPLICATE_NAME", "12 COMMUNITY_NAME DUPLICATE_NAME");
        assertThat(imports.skipped(id))
                .containsEntry(65, "TOTAL")
                .containsEntry(67, "NOTE")
                .containsEntry(68, "SIGNATURE");
        Summary checked = clerk.summary(id);
        assertThat(checked.rows()).isEqualTo(60);
        assertThat(checked.refused()).isEqualTo(2);

        clerk.fix(id, 6, Column.COMPANY_CODE, "91331002A000000113");
        clerk.fix(id, 9, Column.GFA, "30000");
        assertThat(clerk.problems(id)).isEmpty();
        clerk.confirmAll(id);
        Import stored = clerk.accept(id);

        assertThat(stored.state()).as(String.valueOf(stored.refusal())).isEqualTo(ImportState.STORED);
        Summary receipt = clerk.receipt(id);
        assertThat(receipt.rows()).isEqualTo(60);
        assertThat(receipt.stored() + receipt.same()).isEqualTo(60);
        Summary.Things communities = receipt.of("community");
        assertThat(communities.added() + communities.changed() + communities.same())
                .isEqualTo(60);
        assertThat(count(
                        "select count(*) from linli.community c join platform.import i on c.created_at = i.stored_at "
                                + "where i.import_id = :id and i.kind = 'STREET_RETURN' and :reason <> ''",
                        id))
                .isEqualTo(communities.added());
        assertThat(count(DIFFERENT_ROWS, id)).isGreaterThanOrEqualTo(communities.added());
        Summary.Things companies = receipt.of("company");
        assertThat(companies.added()).isPositive();
        assertThat(count(COMPANIES, id)).isEqualTo(companies.added() + companies.changed());
        Summary.Things engagements = receipt.of("engagement");
        assertThat(engagements.added()).isPositive();
        assertThat(count(ENGAGEMENTS, id)).isEqualTo(engagements.added() + engagements.changed());
        assertThat(registered()).as("companies without a filing date").isEqualTo(registeredBefore);
        assertThat(covered()).as("signed, start of service not confirmed").isLessThanOrEqualTo(before);

        clerk.undo(id);

        assertThat(clerk.get(id).state()).isEqualTo(ImportState.UNDONE);
        assertThat(covered()).isEqualTo(before);
        assertThat(count(DIFFERENT_ROWS, id)).isZero();
    }

    @Test
    void theSheetHandedBackGoesInAsTheOneThatCame() {
        ImportSteps clerk = ImportSteps.city(imports);
        long came = clerk.checked(ImportKind.STREET_RETURN, ImportSteps.sample());
        TreeMap<Integer, List<String>> sheet = clerk.returned(came);
        List<String> titles = ImportSteps.row(sheet, 3);
        assertThat(titles.getLast()).isEqualTo("问题");
        assertThat(ImportSteps.row(sheet, 6).getLast()).contains("6 COMPANY_CODE CREDIT_CODE");
        assertThat(ImportSteps.row(sheet, 9).getLast()).isEqualTo("9 GFA APPROXIMATE");
        clerk.fix(came, 6, Column.COMPANY_CODE, "91331002A000000113");
        clerk.fix(came, 9, Column.GFA, "30000");

        ImportSteps.row(sheet, 6).set(clerk.get(came).columns().indexOf("COMPANY_CODE"), "91331002A000000113");
        ImportSteps.row(sheet, 9).set(clerk.get(came).columns().indexOf("GFA"), "30000");
        long again = clerk.checked(ImportKind.STREET_RETURN, ImportSteps.saved(sheet));

        assertThat(clerk.problems(again)).isEmpty();
        assertThat(clerk.get(again).filledOn()).isEqualTo(LocalDate.of(2023, 10, 31));
        assertThat(clerk.get(again).headerRow()).isEqualTo(3);
        assertThat(imports.skipped(again)).isEqualTo(imports.skipped(came));
        assertThat(clerk.summary(again)).isEqualTo(clerk.summary(came));
        assertThat(clerk.get(again).digest()).isEqualTo(clerk.get(came).digest());
        clerk.confirmAll(came);
        clerk.confirmAll(again);
        assertThat(clerk.get(again).digest()).isEqualTo(clerk.get(came).digest());

        Import stored = clerk.accept(again);
        assertThat(stored.state()).as(String.valueOf(stored.refusal())).isEqualTo(ImportState.STORED);
        assertThat(jdbc.sql(
                                "select distinct valid_from from linli.community_version where reason = :reason and version_no = 1")
                        .param("reason", Imports.reason(again))
                        .query(LocalDate.class)
                        .list())
                .containsExactly(LocalDate.of(2023, 10, 31));
        clerk.undo(again);
    }

    @Test
    void whatWasMendedHereIsInTheSheetThatIsHandedBack() {
        ImportSteps clerk = ImportSteps.city(imports);
        long id = clerk.checked(
                ImportKind.COMMUNITIES,
                ImportSteps.sheet(
                        List.of("小区名称", "街道", "地址", "户数"),
                        List.of(
                                List.of("癸未测试苑", "路桥街道", "癸未路1号", "约100户"),
                                List.of("甲申测试苑", "路桥街道", "甲申路1号", "=1+1"))));
        clerk.fix(id, 2, Column.HOUSEHOLDS, "100");
        clerk.fix(id, 2, Column.TYPE, "商品房");

        TreeMap<Integer, List<String>> sheet = clerk.returned(id);
        assertThat(ImportSteps.row(sheet, 1)).containsExactly("小区名称", "街道", "地址", "户数", "类型", "问题");
        assertThat(ImportSteps.row(sheet, 2)).startsWith("癸未测试苑", "路桥街道", "癸未路1号", "100", "商品房");

        long again = clerk.checked(ImportKind.COMMUNITIES, ImportSteps.saved(sheet));
        assertThat(clerk.problems(again)).containsExactly("3 HOUSEHOLDS FORMULA");
        assertThat(clerk.returned(again).get(1)).as("one column of problems").isEqualTo(ImportSteps.row(sheet, 1));
    }

    @Test
    void whatIsAssumedOfANewCompanyIsSaid() {
        ImportSteps clerk = ImportSteps.city(imports);
        long id = clerk.checked(ImportKind.STREET_RETURN, ImportSteps.sample());

        assertThat(imports.groups(id))
                .filteredOn(group ->
                        group.code().equals("NOT_FILED") || group.code().equals("COUNTY_OF_COMMUNITY"))
                .hasSize(2)
                .allSatisfy(group -> {
                    assertThat(group.severity()).isEqualTo(Severity.GUESS);
                    assertThat(group.count())
                            .isEqualTo(clerk.summary(id).of("company").added());
                });
        long alone = clerk.checked(
                ImportKind.COMPANIES,
                ImportSteps.sheet(
                        List.of("物业企业名称", "统一社会信用代码", "县市区", "备案日期"),
                        List.of(
                                List.of("乙酉物业", CreditCode.complete("91331004", "JT000051"), "", ""),
                                List.of("丙戌物业", CreditCode.complete("91331004", "JT000052"), "路桥区", "2023-10-01"))));
        assertThat(clerk.findings(alone, Severity.GUESS))
                .containsExactlyInAnyOrder("2 COUNTY COUNTY_OF_CODE", "2 FILED_ON NOT_FILED");
    }

    private long registered() {
        return figures.value(
                        figures.find("companies-registered").orElseThrow(),
                        AsOf.day(LocalDate.of(2023, 11, 3)),
                        new DivisionCode("3310"))
                .numerator();
    }

    private long covered() {
        return figures.value(
                        figures.find("professional-coverage").orElseThrow(),
                        AsOf.day(LocalDate.of(2023, 11, 2)),
                        new DivisionCode("3310"))
                .numerator();
    }

    private long count(String sql, long id) {
        return jdbc.sql(sql)
                .param("id", id)
                .param("reason", Imports.reason(id))
                .query(Long.class)
                .single();
    }
}
