package org.linli.registry.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.linli.figures.AsOf;
import org.linli.figures.Figures;
import org.linli.platform.ids.DivisionCode;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The street's sheet end to end. */
@LinliTest
class StreetReturnImportTests {

    private static final String DIFFERENT_ROWS = "select count(*) from linli.community_version where reason = :reason "
            + "and superseded_at is null and recorded_at = (select stored_at from platform.import where import_id = :id)";

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
        assertThat(covered()).as("signed, start of service not confirmed").isLessThanOrEqualTo(before);

        clerk.undo(id);

        assertThat(clerk.get(id).state()).isEqualTo(ImportState.UNDONE);
        assertThat(covered()).isEqualTo(before);
        assertThat(count(DIFFERENT_ROWS, id)).isZero();
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
