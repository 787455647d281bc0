package org.linli.platform.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.platform.sheets.SheetTexts.sheet;
import static org.linli.platform.sheets.SheetTexts.workbook;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.platform.sheets.SheetCell.Kind;

/** What other programs put into cells. */
class CellTextTests {

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "2010, 2010",
        "2010.0, 2010",
        "2.622081E4, 26220.81",
        "26220.810000000001, 26220.81",
        "4.0000000000000001E-2, 0.04",
        "9.1331002030824627E+17, 913310020308246270",
        "913310020308246258, 913310020308246258",
        "-0.0, 0",
        "1E+999999999, 1E+999999999"
    })
    void writesNumbersAsPlainDecimals(String written, String expected) {
        assertThat(NumberText.plain(new BigDecimal(written))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "format {0} {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | General | false",
                "14 | | true",
                "20 | h:mm | false",
                "31 | reserved-0x1F | true",
                "33 | | false",
                "57 | | true",
                "164 | yyyy\"年\"m\"月\" | true",
                "164 | [$-804]m/d;@ | true",
                "164 | [h]:mm:ss | false",
                "164 | mm:ss | false",
                "164 | #,##0.00\"yd\" | false",
                "164 | [Red]0.00 | false",
                "164 | G/通用格式 | false"
            })
    void tellsFormatsOfDaysFromOthers(int id, String code, boolean expected) {
        assertThat(DateText.isDate(id, code)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "day {0}, from 1904 {1}: {2}")
    @CsvSource({
        "45230, false, 2023-10-31",
        "45230.999, false, 2023-10-31",
        "43768, true, 2023-10-31",
        "1, false, 1900-01-01",
        "59, false, 1900-02-28",
        "60, false,",
        "61, false, 1900-03-01",
        "0, false,",
        "0.5, false,",
        "-1, false,",
        "2958465, false, 9999-12-31",
        "2958466, false,"
    })
    void countsDaysAsSpreadsheetsDo(BigDecimal serial, boolean from1904, String expected) {
        assertThat(DateText.text(serial, from1904)).isEqualTo(expected);
    }

    @Test
    void readsSharedAndComputedTexts() throws Exception {
        String rows = "<row r='2'><c r='A2' t='s'><v>1</v></c><c r='C2' t='str'><v>x</v></c>"
                + "<c r='D2' t='str'><f>A2&amp;\"!\"</f><v>x!</v></c><c r='E2' t='b'><v>1</v></c>"
                + "<c r='F2' t='e'><v>#N/A</v></c><c r='G2' t='s'/><c r='H2' s='3'/></row>"
                + "<row r='3'><c r='B3' t='inlineStr'><is><t>  </t></is></c></row>";
        String strings = "<sst><si><t>a</t></si><si><r><t>葭</t></r><r><t>沚_x000D_</t></r></si></sst>";

        List<SheetRow> read = SheetTexts.rows(
                workbook(folder.resolve("file"), sheet(rows), Map.of("xl/sharedStrings.xml", strings)), 0, true);

        assertThat(read)
                .containsExactly(new SheetRow(
                        2,
                        List.of(
                                SheetCell.text("葭沚\r"),
                                SheetCell.EMPTY,
                                SheetCell.text("x"),
                                SheetCell.of(Kind.FORMULA, "=A2&\"!\""),
                                SheetCell.of(Kind.BOOLEAN, "TRUE"),
                                SheetCell.of(Kind.ERROR, "#N/A"))));
    }

    @Test
    void fillsABlockOfMergedCellsDownAndToTheRight() throws Exception {
        String rows = "<row r='2'><c r='B2'><v>7</v></c></row><row r='3'><c r='A3'><v>1</v></c></row>"
                + "<row r='4'><c r='A4'><v>2</v></c></row>";
        String xml =
                sheet(rows).replace("</sheetData>", "</sheetData><mergeCells><mergeCell ref='B2:C3'/></mergeCells>");

        List<SheetRow> read = SheetTexts.rows(workbook(folder.resolve("file"), xml, Map.of()), 0, true);

        SheetCell seven = new SheetCell("7", Kind.NUMBER, true);
        assertThat(read.get(0).cells()).containsExactly(SheetCell.EMPTY, SheetCell.of(Kind.NUMBER, "7"), seven);
        assertThat(read.get(1).cells()).containsExactly(SheetCell.of(Kind.NUMBER, "1"), seven, seven);
        assertThat(read.get(2).cells()).containsExactly(SheetCell.of(Kind.NUMBER, "2"));
    }
}
