package org.linli.platform.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.platform.sheets.SheetTexts.row;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.linli.platform.sheets.SheetCell.Kind;

/** The kind of sheet a street office really sends. */
class StreetReturnTests {

    private static Path sample() throws URISyntaxException {
        URL url = StreetReturnTests.class.getResource("/registry/street-return-sample.xlsx");
        return Path.of(Objects.requireNonNull(url).toURI());
    }

    @Test
    void namesItsFormatAndItsSheets() throws Exception {
        try (SheetFile file = SheetFile.open(sample(), SheetLimits.standard())) {
            assertThat(file.format()).isEqualTo(SheetFormat.XLSX);
            assertThat(file.sheetNames()).containsExactly("住宅小区基础信息", "填表说明");
        }
        assertThat(SheetTexts.rows(sample(), 1, true))
                .containsExactly(new SheetRow(1, List.of(SheetCell.text("每个小区填一行。"))));
    }

    @Test
    void keepsTheNumbersOfRowsAndLeavesOutMissingOnes() throws Exception {
        List<SheetRow> rows = SheetTexts.rows(sample(), 0, true);

        assertThat(row(rows, 3).cells())
                .extracting(SheetCell::text)
                .startsWith("序号", "小区名称", "所属街道(乡镇)")
                .hasSize(17);
        assertThat(rows).extracting(SheetRow::number).contains(58, 60).doesNotContain(59);
    }

    @Test
    void fillsMergedStreetsDownAndTheTitleToTheRight() throws Exception {
        List<SheetRow> rows = SheetTexts.rows(sample(), 0, true);

        assertThat(row(rows, 4).cell(2)).isEqualTo(SheetCell.text("白云街道"));
        for (int number = 5; number <= 15; number++) {
            assertThat(row(rows, number).cell(2)).isEqualTo(new SheetCell("白云街道", Kind.TEXT, true));
        }
        assertThat(row(rows, 16).cell(2)).isEqualTo(SheetCell.text("葭沚街道"));
        assertThat(row(rows, 58).cell(2)).isEqualTo(SheetCell.text("坎门街道"));
        assertThat(row(rows, 1).cell(16).merged()).isTrue();
        assertThat(row(rows, 1).cell(17)).isEqualTo(SheetCell.EMPTY);
    }

    @Test
    void leavesMergedCellsEmptyUnlessAskedToFill() throws Exception {
        List<SheetRow> rows = SheetTexts.rows(sample(), 0, false);

        assertThat(row(rows, 5).cell(2)).isEqualTo(SheetCell.EMPTY);
        assertThat(row(rows, 1).cells()).hasSize(1);
    }

    @Test
    void keepsEachKindOfCellAsTheFileHasIt() throws Exception {
        List<SheetRow> rows = SheetTexts.rows(sample(), 0, true);

        assertThat(row(rows, 4).cell(6)).isEqualTo(SheetCell.of(Kind.NUMBER, "26220.81"));
        assertThat(row(rows, 4).cell(7)).isEqualTo(SheetCell.text("２３９"));
        assertThat(row(rows, 6).cell(5)).isEqualTo(SheetCell.of(Kind.NUMBER, "2010"));
        assertThat(row(rows, 6).cell(15)).isEqualTo(SheetCell.of(Kind.NUMBER, "13800000119"));
        assertThat(row(rows, 65).cell(6)).isEqualTo(SheetCell.of(Kind.FORMULA, "=SUM(G4:G64)"));
    }

    @Test
    void stopsWhenTheHandlerHasEnough() throws Exception {
        List<Integer> seen = new ArrayList<>();
        try (SheetFile file = SheetFile.open(sample(), SheetLimits.standard())) {
            file.read(0, true, row -> {
                seen.add(row.number());
                return seen.size() < 3;
            });
        }

        assertThat(seen).containsExactly(1, 2, 3);
    }
}
