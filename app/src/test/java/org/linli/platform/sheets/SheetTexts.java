package org.linli.platform.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What the tests of this package share: reading a sheet whole, and workbooks made of raw XML. */
final class SheetTexts {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private SheetTexts() {}

    static List<SheetRow> rows(Path file, int sheet, boolean fillMerged) throws SheetRefused {
        return rows(file, sheet, fillMerged, SheetLimits.standard());
    }

    static List<SheetRow> rows(Path file, int sheet, boolean fillMerged, SheetLimits limits) throws SheetRefused {
        List<SheetRow> rows = new ArrayList<>();
        try (SheetFile opened = SheetFile.open(file, limits)) {
            opened.read(sheet, fillMerged, rows::add);
        }
        return rows;
    }

    static SheetRow row(List<SheetRow> rows, int number) {
        return rows.stream().filter(row -> row.number() == number).findFirst().orElseThrow();
    }

    static SheetRefused.Reason refusal(Path file) {
        return refusal(file, SheetLimits.standard());
    }

    static SheetRefused.Reason refusal(Path file, SheetLimits limits) {
        SheetRefused refused = catchThrowableOfType(SheetRefused.class, () -> rows(file, 0, true, limits));
        assertThat(refused).isNotNull();
        return refused.reason();
    }

    /** A workbook with one sheet of this XML, and whatever other parts are given; these win. */
    static Path workbook(Path file, String sheetXml, Map<String, String> parts) throws IOException {
        Map<String, String> all = new java.util.LinkedHashMap<>();
        all.put("[Content_Types].xml", contentTypes(parts.containsKey("xl/sharedStrings.xml")));
        all.put(
                "xl/workbook.xml",
                "<workbook xmlns='" + MAIN
                        + "' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'>"
                        + "<sheets><sheet name='一' sheetId='1' r:id='rId1'/></sheets></workbook>");
        all.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                        + "<Relationship Id='rId1' Target='worksheets/sheet1.xml' Type='http://schemas.openxmlformats.org"
                        + "/officeDocument/2006/relationships/worksheet'/></Relationships>");
        all.put("xl/worksheets/sheet1.xml", sheetXml);
        all.putAll(parts);
        return zip(file, all);
    }

    static String sheet(String rows) {
        return "<worksheet xmlns='" + MAIN + "'><sheetData>" + rows + "</sheetData></worksheet>";
    }

    static Path zip(Path file, Map<String, String> entries) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }

    private static String contentTypes(boolean sharedStrings) {
        String strings = sharedStrings
                ? "<Override PartName='/xl/sharedStrings.xml' ContentType='" + TYPES + "sharedStrings+xml'/>"
                : "";
        return "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                + "<Override PartName='/xl/workbook.xml' ContentType='" + TYPES + "sheet.main+xml'/>"
                + strings + "</Types>";
    }
}
