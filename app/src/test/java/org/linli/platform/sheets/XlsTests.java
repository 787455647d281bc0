package org.linli.platform.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.linli.platform.sheets.SheetTexts.row;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.platform.sheets.SheetCell.Kind;

/** Legacy workbooks. */
class XlsTests {

    @TempDir
    private Path folder;

    @BeforeEach
    void writesAWorkbook() throws IOException {
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(file())) {
            workbook.createSheet("隐藏");
            workbook.setSheetHidden(0, true);
            HSSFSheet sheet = workbook.createSheet("小区");
            HSSFSheet last = workbook.createSheet("说明");
            last.createRow(2).createCell(1).setCellValue("每个小区填一行。");
            HSSFCellStyle day = workbook.createCellStyle();
            day.setDataFormat(workbook.createDataFormat().getFormat("yyyy\"年\"m\"月\"d\"日\""));
            HSSFRow first = sheet.createRow(0);
            first.createCell(0).setCellValue("葭沚街道");
            first.createCell(1).setCellValue(13800000119d);
            first.createCell(2).setCellValue(26220.81);
            first.createCell(3).setCellValue(LocalDate.of(2023, 10, 31));
            first.getCell(3).setCellStyle(day);
            first.createCell(4).setCellFormula("SUM(B1:C1)");
            first.createCell(5).setCellValue(true);
            first.createCell(6).setCellErrorValue(FormulaError.REF);
            sheet.setArrayFormula("B1:B2*2", CellRangeAddress.valueOf("H1:H2"));
            sheet.createRow(3).createCell(1).setCellValue(0.1 + 0.2);
            sheet.addMergedRegion(CellRangeAddress.valueOf("A1:A4"));
            for (int i = 10; i < 2_000; i++) {
                sheet.createRow(i).createCell(0).setCellValue("名" + i);
            }
            workbook.write(out);
        }
    }

    private Path file() {
        return folder.resolve("legacy");
    }

    @Test
    void namesItsFormatAndItsVisibleSheets() throws Exception {
        try (SheetFile file = SheetFile.open(file(), SheetLimits.standard())) {
            assertThat(file.format()).isEqualTo(SheetFormat.XLS);
            assertThat(file.sheetNames()).containsExactly("小区", "说明");
        }
    }

    @Test
    void keepsEachKindOfCellAsTheFileHasIt() throws Exception {
        assertThat(row(SheetTexts.rows(file(), 0, true), 1).cells())
                .containsExactly(
                        SheetCell.text("葭沚街道"),
                        SheetCell.of(Kind.NUMBER, "13800000119"),
                        SheetCell.of(Kind.NUMBER, "26220.81"),
                        SheetCell.of(Kind.DATE, "2023-10-31"),
                        SheetCell.of(Kind.FORMULA, "=SUM(B1:C1)"),
                        SheetCell.of(Kind.BOOLEAN, "TRUE"),
                        SheetCell.of(Kind.ERROR, "#REF!"),
                        SheetCell.of(Kind.FORMULA, "=B1:B2*2"));
    }

    @Test
    void fillsMergedCellsAndLeavesOutBlankRows() throws Exception {
        List<SheetRow> rows = SheetTexts.rows(file(), 0, true);

        assertThat(rows).extracting(SheetRow::number).startsWith(1, 2, 4, 11).endsWith(2_000);
        assertThat(row(rows, 4).cell(0)).isEqualTo(new SheetCell("葭沚街道", Kind.TEXT, true));
        assertThat(row(rows, 4).cell(1)).isEqualTo(SheetCell.of(Kind.NUMBER, "0.30000000000000004"));
        assertThat(row(SheetTexts.rows(file(), 0, false), 4).cell(0)).isEqualTo(SheetCell.EMPTY);
    }

    @Test
    void readsTheSheetAskedFor() throws Exception {
        assertThat(SheetTexts.rows(file(), 1, true))
                .containsExactly(new SheetRow(3, List.of(SheetCell.EMPTY, SheetCell.text("每个小区填一行。"))));
    }

    @Test
    void stopsWhenTheHandlerHasEnoughAndPassesOnWhatItThrows() throws Exception {
        List<Integer> seen = new ArrayList<>();
        try (SheetFile file = SheetFile.open(file(), SheetLimits.standard())) {
            file.read(0, true, row -> {
                seen.add(row.number());
                return seen.size() < 3;
            });
            assertThatThrownBy(() -> file.read(0, true, row -> {
                        throw new IllegalStateException("row " + row.number());
                    }))
                    .isExactlyInstanceOf(IllegalStateException.class)
                    .hasMessage("row 1");
        }

        assertThat(seen).containsExactly(1, 2, 4);
    }
}
