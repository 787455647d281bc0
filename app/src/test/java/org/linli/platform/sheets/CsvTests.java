package org.linli.platform.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Separated text. */
class CsvTests {

    @TempDir
    private Path folder;

    private Path write(String text, String charset) throws IOException {
        return Files.write(folder.resolve("file"), text.getBytes(Charset.forName(charset)));
    }

    private static List<List<String>> texts(Path file) throws SheetRefused {
        return SheetTexts.rows(file, 0, true).stream()
                .map(row -> row.cells().stream().map(SheetCell::text).toList())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, ''", "UTF-8, \uFEFF", "UTF-16LE, \uFEFF", "UTF-16BE, \uFEFF", "GB18030, ''"})
    void findsTheEncoding(String charset, String mark) throws Exception {
        Path file = write(mark + "街道,小区\n葭沚街道,永宁名城\n", charset);

        assertThat(texts(file)).containsExactly(List.of("街道", "小区"), List.of("葭沚街道", "永宁名城"));
        try (SheetFile opened = SheetFile.open(file, SheetLimits.standard())) {
            assertThat(opened.format()).isEqualTo(SheetFormat.CSV);
            assertThat(opened.sheetNames()).containsExactly("");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void findsTheEncodingWhereCharactersCrossTheBuffers(String charset) throws Exception {
        String name = "葭沚𠮷a".repeat(60_000);

        assertThat(texts(write("x," + name + "\n", charset))).containsExactly(List.of("x", name));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void guessesTheSeparator(String separator) throws Exception {
        String text = "a|b|c\n\"1,5;\t\"|葭沚|x\n2|3|4\n".replace("|", separator);

        assertThat(texts(write(text, "UTF-8")))
                .containsExactly(List.of("a", "b", "c"), List.of("1,5;\t", "葭沚", "x"), List.of("2", "3", "4"));
    }

    @Test
    void keepsLineBreaksInQuotesAndTheNumberOfTheFirstLine() throws Exception {
        List<SheetRow> rows =
                SheetTexts.rows(write("a,b\r\n\"葭\r\n沚\",\"say \"\"x\"\"\"\r\n\r\n,\r\nc,d", "UTF-8"), 0, true);

        assertThat(rows).extracting(SheetRow::number).containsExactly(1, 2, 6);
        assertThat(rows.get(1).cells()).containsExactly(SheetCell.text("葭\r\n沚"), SheetCell.text("say \"x\""));
    }

    @Test
    void keepsRowsLongerAndShorterThanTheFirst() throws Exception {
        assertThat(texts(write("title\na,b,c\nd\n", "UTF-8")))
                .containsExactly(List.of("title"), List.of("a", "b", "c"), List.of("d"));
    }

    @Test
    void callsEverythingText() throws Exception {
        assertThat(SheetTexts.rows(write("1,,=A1,2023-10-31", "UTF-8"), 0, true)
                        .getFirst()
                        .cells())
                .containsExactly(
                        SheetCell.text("1"), SheetCell.EMPTY, SheetCell.text("=A1"), SheetCell.text("2023-10-31"));
    }
}
