package org.linli.platform.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.platform.sheets.SheetCell.Kind;

/** Workbooks written and read back. */
class SheetWriterTests {

    @TempDir
    private Path folder;

    private Path write(List<? extends List<?>> rows) throws IOException {
        Path file = folder.resolve("file");
        try (OutputStream out = Files.newOutputStream(file);
                SheetWriter writer = SheetWriter.xlsx(out, "小区", List.of("名称", "数"))) {
            rows.forEach(writer::row);
        }
        return file;
    }

    private SheetCell roundTrip(Object value) throws Exception {
        return SheetTexts.rows(write(List.of(List.of(value))), 0, true).get(1).cell(0);
    }

    @Test
    void writesEachTypeAsItsKind() throws Exception {
        List<?> row = Arrays.asList(
                "葭沚", 13800000119L, 2010, null, new BigDecimal("26220.810"), LocalDate.of(2023, 10, 31), true, false);

        List<SheetRow> rows = SheetTexts.rows(write(List.of(row)), 0, true);

        assertThat(rows.getFirst().cells()).containsExactly(SheetCell.text("名称"), SheetCell.text("数"));
        assertThat(rows.get(1).cells())
                .containsExactly(
                        SheetCell.text("葭沚"),
                        SheetCell.of(Kind.NUMBER, "13800000119"),
                        SheetCell.of(Kind.NUMBER, "2010"),
                        SheetCell.EMPTY,
                        SheetCell.of(Kind.NUMBER, "26220.81"),
                        SheetCell.of(Kind.DATE, "2023-10-31"),
                        SheetCell.of(Kind.BOOLEAN, "TRUE"),
                        SheetCell.of(Kind.BOOLEAN, "FALSE"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"=1+1", "+86", "-x", "@a", "<b>&\"'", "_x000D_", "_x0041_x0042_", "a\nb", "２３９", "𠮷", "007"})
    void writesTextAsTextWhateverItBeginsWith(String text) throws Exception {
        assertThat(roundTrip(text)).isEqualTo(SheetCell.text(text));
    }

    @Test
    void writesAWorkbookWithoutRows() throws Exception {
        assertThat(SheetTexts.rows(write(List.of()), 0, true)).hasSize(1);
    }

    @Test
    void readsBackEveryDecimalItWrote() throws Exception {
        long seed = 20260101;
        Random random = new Random(seed);
        List<List<BigDecimal>> written = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            written.add(List.of(new BigDecimal(new BigInteger(random.nextInt(1, 70), random), random.nextInt(-5, 16))
                    .multiply(BigDecimal.valueOf(random.nextBoolean() ? 1 : -1))));
        }

        List<SheetRow> rows = SheetTexts.rows(write(written), 0, true);

        assertThat(rows).hasSize(written.size() + 1);
        for (int i = 0; i < written.size(); i++) {
            SheetCell cell = rows.get(i + 1).cell(0);
            BigDecimal number = written.get(i).getFirst();
            assertThat(new BigDecimal(cell.text()))
                    .as("seed %d, %s", seed, number)
                    .isEqualByComparingTo(number);
            assertThat(cell.text()).as("seed %d, %s", seed, number).doesNotContain("E");
            assertThat(cell.kind())
                    .as("seed %d, %s", seed, number)
                    .isEqualTo(number.stripTrailingZeros().precision() <= 15 ? Kind.NUMBER : Kind.TEXT);
        }
    }

    @Test
    void streamsTensOfThousandsOfRows() throws Exception {
        int[] sum = {0};
        Path file = folder.resolve("file");
        try (OutputStream out = Files.newOutputStream(file);
                SheetWriter writer = SheetWriter.xlsx(out, "小区", List.of("名称", "数"))) {
            for (int i = 0; i < 30_000; i++) {
                writer.row(List.of("永宁名城" + i, i));
            }
        }

        try (SheetFile opened = SheetFile.open(file, SheetLimits.standard())) {
            opened.read(0, true, row -> {
                sum[0] += row.number() == 1 ? 0 : Integer.parseInt(row.cell(1).text()) + 1;
                return row.number() == 1 || row.cell(0).text().equals("永宁名城" + (row.number() - 2));
            });
        }

        assertThat(sum[0]).isEqualTo(30_000 * 30_001 / 2);
    }

    @Test
    void goesOnInAFurtherSheetWithTheSameHeader() throws Exception {
        Path file = folder.resolve("file");
        try (OutputStream out = Files.newOutputStream(file);
                SheetWriter writer = SheetWriter.xlsx(out, "住宅小区[基础]信息住宅小区基础信息住宅小区基础信息住宅小区", List.of("数"), 300)) {
            for (int i = 0; i < 700; i++) {
                writer.row(List.of(i));
            }
        }

        try (SheetFile opened = SheetFile.open(file, SheetLimits.standard())) {
            assertThat(opened.sheetNames())
                    .hasSize(3)
                    .allSatisfy(name -> assertThat(name).startsWith("住宅小区-基础-").hasSizeLessThan(32));
        }
        assertThat(SheetTexts.rows(file, 1, true))
                .hasSize(301)
                .first()
                .isEqualTo(new SheetRow(1, List.of(SheetCell.text("数"))));
        assertThat(SheetTexts.rows(file, 2, true))
                .hasSize(101)
                .last()
                .isEqualTo(new SheetRow(101, List.of(SheetCell.of(Kind.NUMBER, "699"))));
    }

    @Test
    void rejectsWhatNoCellHolds() {
        SheetWriter writer = SheetWriter.xlsx(OutputStream.nullOutputStream(), "a", List.of("b"));

        assertThatThrownBy(() -> writer.row(List.of(1.5))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> writer.row(List.of("x".repeat(32_768)))).isInstanceOf(IllegalArgumentException.class);
        writer.close();
        writer.close();
        assertThatThrownBy(() -> writer.row(List.of())).isInstanceOf(IllegalStateException.class);
    }
}
