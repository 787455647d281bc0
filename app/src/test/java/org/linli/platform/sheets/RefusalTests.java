package org.linli.platform.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.platform.sheets.SheetTexts.refusal;
import static org.linli.platform.sheets.SheetTexts.sheet;
import static org.linli.platform.sheets.SheetTexts.workbook;
import static org.linli.platform.sheets.SheetTexts.zip;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.platform.sheets.SheetRefused.Reason;

/** Files that are not read, and the reason given. */
class RefusalTests {

    private static final SheetLimits SMALL = new SheetLimits(10_000, 2, 2, 1 << 20, 200);

    @TempDir
    private Path folder;

    private Path write(byte... bytes) throws IOException {
        return Files.write(folder.resolve("file"), bytes);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("file"), text);
    }

    private Path file() {
        return folder.resolve("file");
    }

    @Test
    void refusesAFileThatIsTooLarge() throws IOException {
        assertThat(refusal(write(new byte[10_001]), SMALL)).isEqualTo(Reason.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF", "\uFEFF \r\n", "\n\n", "  \t "})
    void refusesAnEmptyText(String text) throws IOException {
        assertThat(refusal(write(text))).isEqualTo(Reason.EMPTY);
    }

    @Test
    void refusesAWorkbookWithoutAVisibleSheet() throws IOException {
        String hidden = "<workbook><sheets><sheet name='a' sheetId='1' state='hidden' r:id='rId1' xmlns:r="
                + "'http://schemas.openxmlformats.org/officeDocument/2006/relationships'/></sheets></workbook>";

        assertThat(refusal(workbook(file(), sheet(""), Map.of("xl/workbook.xml", hidden))))
                .isEqualTo(Reason.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"word/document.xml", "META-INF/MANIFEST.MF", "content.xml", "xl/workbook.bin"})
    void refusesOtherZips(String entry) throws IOException {
        assertThat(refusal(zip(file(), Map.of(entry, "<a/>")))).isEqualTo(Reason.NOT_A_SHEET);
    }

    @Test
    void refusesAZipWithoutEntries() throws IOException {
        byte[] end = new byte[22];
        System.arraycopy(new byte[] {'P', 'K', 5, 6}, 0, end, 0, 4);

        assertThat(refusal(write(end))).isEqualTo(Reason.NOT_A_SHEET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html><table>", "  <!DOCTYPE html>", "{\\rtf1", "%PDF-1.7", "a\0b,c"})
    void refusesOtherTextsAndBinaries(String text) throws IOException {
        assertThat(refusal(write(text))).isEqualTo(Reason.NOT_A_SHEET);
    }

    @Test
    void refusesAnOle2ContainerWithoutAWorkbook() throws IOException {
        assertThat(refusal(ole2("WordDocument"))).isEqualTo(Reason.NOT_A_SHEET);
    }

    @Test
    void refusesAnEncryptedPackage() throws IOException {
        assertThat(refusal(ole2("EncryptedPackage"))).isEqualTo(Reason.ENCRYPTED);
    }

    private Path ole2(String entry) throws IOException {
        try (POIFSFileSystem container = new POIFSFileSystem();
                OutputStream out = Files.newOutputStream(file())) {
            container.createDocument(new ByteArrayInputStream(new byte[5_000]), entry);
            container.writeFilesystem(out);
        }
        return file();
    }

    @Test
    void refusesALegacyWorkbookWithAPassword() throws IOException {
        Biff8EncryptionKey.setCurrentUserPassword("secret");
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(file())) {
            workbook.createSheet("a").createRow(0).createCell(0).setCellValue("x");
            workbook.write(out);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }

        assertThat(refusal(file())).isEqualTo(Reason.ENCRYPTED);
    }

    @Test
    void refusesMoreRowsThanAllowedButDoesNotCountBlankOnes() throws Exception {
        assertThat(refusal(write("a\nb\nc"), SMALL)).isEqualTo(Reason.TOO_MANY_ROWS);
        assertThat(SheetTexts.rows(write("a\n\n , \nb\n"), 0, true, SMALL)).hasSize(2);
    }

    @Test
    void refusesMoreColumnsThanAllowedButDoesNotCountEmptyOnes() throws Exception {
        assertThat(refusal(write("a,b,c"), SMALL)).isEqualTo(Reason.TOO_MANY_COLUMNS);
        assertThat(SheetTexts.rows(write("a,b,,,"), 0, true, SMALL)).hasSize(1);
    }

    @Test
    void refusesAnUnknownEncoding() throws IOException {
        byte[] bytes = {'a', ',', (byte) 0xff, (byte) 0xff, '\n'};

        assertThat(refusal(write(bytes))).isEqualTo(Reason.UNKNOWN_ENCODING);
    }

    @Test
    void refusesThreeGigabytesOfZeros() throws IOException {
        assertThat(refusal(bomb(3_072))).isEqualTo(Reason.ZIP_BOMB);
        assertThat(Files.size(file())).isLessThan(5_000_000);
    }

    @Test
    void refusesWhatUnpacksBeyondTheLimitHoweverWellItPacks() throws IOException {
        assertThat(refusal(bomb(2), SMALL)).isEqualTo(Reason.ZIP_BOMB);
    }

    /** A zip whose one sheet inflates to this many mebibytes of zeros: one deflated block, repeated. */
    private Path bomb(int mebibytes) throws IOException {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        deflater.setInput(new byte[1 << 20]);
        byte[] buffer = new byte[1 << 16];
        byte[] block = Arrays.copyOf(buffer, deflater.deflate(buffer, 0, buffer.length, Deflater.FULL_FLUSH));
        deflater.finish();
        byte[] end = Arrays.copyOf(buffer, deflater.deflate(buffer));
        System.arraycopy(buffer, 0, end, 0, end.length);
        deflater.end();
        byte[] packed = repeatedly(block, mebibytes);
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(file().toFile())) {
            zip.putArchiveEntry(new ZipArchiveEntry("xl/workbook.xml"));
            zip.write("<workbook/>".getBytes(StandardCharsets.UTF_8));
            zip.closeArchiveEntry();
            ZipArchiveEntry sheet = new ZipArchiveEntry("xl/worksheets/sheet1.xml");
            sheet.setMethod(ZipArchiveEntry.DEFLATED);
            sheet.setSize(100);
            sheet.setCompressedSize(packed.length + (long) end.length);
            sheet.setCrc(0);
            try (InputStream raw =
                    new SequenceInputStream(new ByteArrayInputStream(packed), new ByteArrayInputStream(end))) {
                zip.addRawArchiveEntry(sheet, raw);
            }
        }
        return file();
    }

    private static byte[] repeatedly(byte[] block, int times) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(block.length * times);
        for (byte[] each : Collections.nCopies(times, block)) {
            out.writeBytes(each);
        }
        return out.toByteArray();
    }

    @Test
    void refusesAZipOfThousandsOfEntries() throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("xl/workbook.xml", "<workbook/>");
        for (int i = 0; i < 2_000; i++) {
            entries.put("xl/" + i, "");
        }

        assertThat(refusal(zip(file(), entries))).isEqualTo(Reason.ZIP_BOMB);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"xl/worksheets/sheet1.xml", "xl/workbook.xml", "[Content_Types].xml", "xl/sharedStrings.xml"})
    void refusesXmlWithADocumentType(String part) throws IOException {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE a [<!ENTITY l0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY l%d \"%s\">".formatted(i, ("&l" + (i - 1) + ";").repeat(10)));
        }
        laughs.append("]>").append(sheet("<row r='1'><c r='A1' t='inlineStr'><is><t>&l29;</t></is></c></row>"));

        assertThat(refusal(workbook(file(), sheet(""), Map.of(part, laughs.toString()))))
                .isEqualTo(Reason.BROKEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r='1'><c r='A1'><v>1</v></c>",
                "<row r='1'><c r='A1'><v>&unknown;</v></c></row>",
                "<row r='1'><c r='ZZZZZZ1'><v>1</v></c></row>",
                "<row r='1'><c r='XFE1'><v>1</v></c></row>",
                "<row r='0'><c r='A1'><v>1</v></c></row>",
                "<row r='x'><c r='A1'><v>1</v></c></row>",
                "<row r='9999999999'><c r='A1'><v>1</v></c></row>",
                "<row r='2'><c r='A2'><v>1</v></c></row><row r='1'><c r='A1'><v>1</v></c></row>",
                "<row r='1'><c r='A1' t='s'><v>2000000000</v></c></row>",
                "<row r='1'><c r='A1' t='s'><v>-1</v></c></row>",
                "<row r='1'><c r='A1' t='nonsense'><v>1</v></c></row>",
                "<row r='1'><c r='A1' s='x'><v>1</v></c></row>",
                "<row r='1'><c r='A1'><f t='shared' si='7'/></c></row>",
                "<mergeCell ref='A0:B'/>"
            })
    void refusesSheetsAgainstTheirOwnFormat(String rows) throws IOException {
        assertThat(refusal(workbook(file(), sheet(rows), Map.of()))).isEqualTo(Reason.BROKEN);
    }

    @Test
    void refusesTextTooLongForACell() throws IOException {
        String cell = "<row r='1'><c r='A1' t='inlineStr'><is><t>%s</t></is></c></row>";

        assertThat(refusal(workbook(file(), sheet(cell.formatted("x".repeat(100_001))), Map.of())))
                .isEqualTo(Reason.BROKEN);
        assertThat(refusal(workbook(file(), sheet(cell.formatted("x".repeat(3_000_000))), Map.of())))
                .isEqualTo(Reason.BROKEN);
    }

    @Test
    void refusesTruncatedFiles() throws IOException {
        byte[] whole = Files.readAllBytes(workbook(file(), sheet(""), Map.of()));
        assertThat(refusal(write(Arrays.copyOf(whole, whole.length - 30)))).isEqualTo(Reason.BROKEN);

        byte[] legacy = Files.readAllBytes(ole2("Workbook"));
        assertThat(refusal(write(legacy))).isEqualTo(Reason.BROKEN);
        assertThat(refusal(write(Arrays.copyOf(legacy, 600)))).isEqualTo(Reason.BROKEN);
    }

    @Test
    void refusesAQuoteThatNeverCloses() throws IOException {
        assertThat(refusal(write("a,\"b\nc,d\n"))).isEqualTo(Reason.BROKEN);
    }
}
