package org.linli.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The real process: what it prints on which stream, and how it ends. */
class CountProcessTests {
    @TempDir
    Path folder;

    /** Every row of the domain reference a.11; 15 and 16 as the raw and, where allowed, the deemed tally. */
    @ParameterizedTest(name = "row {0}")
    @CsvSource({
        "1, ORDINARY, 2400000/300, 1600000/200, 800001/101, PASSED",
        "2, ORDINARY, 2400000/300, 1599999/200, 1599999/200, NO_VALID_DECISION",
        "3, ORDINARY, 2400000/300, 1600000/199, 1600000/199, NO_VALID_DECISION",
        "4, ORDINARY, 2400000/300, 1600000/200, 800000/101, REJECTED",
        "5, ORDINARY, 2400000/300, 1600000/200, 800001/100, REJECTED",
        "6, SPECIAL, 2400000/300, 1600000/200, 1200000/150, PASSED",
        "7, SPECIAL, 2400000/300, 1600000/200, 1200000/149, REJECTED",
        "8, SPECIAL, 2400000/300, 1600000/200, 1199999/150, REJECTED",
        "9, ORDINARY, 2400000/300, 2000000/250, 1000001/126, PASSED",
        "10, ORDINARY, 2400000/300, 2000000/250, 950000/120, REJECTED",
        "11 with 200, ORDINARY, 2400000/301, 1600000/200, 1600000/200, NO_VALID_DECISION",
        "11 with 201, ORDINARY, 2400000/301, 1600000/201, 1600000/201, PASSED",
        "12 with 150, SPECIAL, 2400000/300, 1600000/201, 1600000/150, REJECTED",
        "12 with 151, SPECIAL, 2400000/300, 1600000/201, 1600000/151, PASSED",
        "13 with 100, ORDINARY, 2400000/300, 1600000/201, 1600000/100, REJECTED",
        "13 with 101, ORDINARY, 2400000/300, 1600000/201, 1600000/101, PASSED",
        "14, ORDINARY, 2400000/300, 0/0, 0/0, NO_VALID_DECISION",
        "14, SPECIAL, 2400000/300, 0/0, 0/0, NO_VALID_DECISION",
        "15 raw, ORDINARY, 2400000/300, 1500000/190, 1250000/155, NO_VALID_DECISION",
        "15 deemed, ORDINARY, 2400000/300, 2400000/300, 2150000/265, PASSED",
        "16 raw, ORDINARY, 2400000/300, 1500000/190, 1200000/155, NO_VALID_DECISION"
    })
    void answersOneLineOfJson(
            String row, String decisionClass, String total, String voted, String agreed, String outcome)
            throws Exception {
        Answer answer = run(
                Map.of(),
                "count",
                "--class",
                decisionClass,
                "--total",
                total,
                "--voted",
                voted,
                "--agreed",
                agreed,
                "--json");

        assertThat(answer.code()).as(row).isZero();
        assertThat(answer.err()).isEmpty();
        assertThat(answer.out())
                .startsWith("{\"outcome\":\"" + outcome + "\",\"class\":\"" + decisionClass + "\",")
                .endsWith("}]}\n")
                .hasLineCount(1);
    }

    @Test
    void theLineHoldsTheFourFractionsWithTheirDistances() throws Exception {
        assertThat(count(Map.of(), "--json").out())
                .isEqualTo("{\"outcome\":\"PASSED\",\"class\":\"ORDINARY\","
                        + "\"total\":{\"areaDm2\":2400000,\"heads\":300},\"voted\":{\"areaDm2\":1600000,\"heads\":200},"
                        + "\"agreed\":{\"areaDm2\":800001,\"heads\":101},\"fractions\":["
                        + "{\"step\":\"QUORUM\",\"axis\":\"AREA\",\"part\":1600000,\"whole\":2400000,"
                        + "\"threshold\":\"2/3\",\"inclusive\":true,\"least\":1600000,\"distance\":0,\"met\":true},"
                        + "{\"step\":\"QUORUM\",\"axis\":\"HEADS\",\"part\":200,\"whole\":300,"
                        + "\"threshold\":\"2/3\",\"inclusive\":true,\"least\":200,\"distance\":0,\"met\":true},"
                        + "{\"step\":\"CONSENT\",\"axis\":\"AREA\",\"part\":800001,\"whole\":1600000,"
                        + "\"threshold\":\"1/2\",\"inclusive\":false,\"least\":800001,\"distance\":0,\"met\":true},"
                        + "{\"step\":\"CONSENT\",\"axis\":\"HEADS\",\"part\":101,\"whole\":200,"
                        + "\"threshold\":\"1/2\",\"inclusive\":false,\"least\":101,\"distance\":0,\"met\":true}]}\n");
    }

    @Test
    void answersPeopleInChineseUnlessTheySayEnglish() throws Exception {
        String chinese = count(Map.of("LANG", "C.UTF-8")).out();

        assertThat(chinese)
                .startsWith("通过\n")
                .contains("同意·人数：101 人 / 200 人，应 > 1/2：达到，富余 0 人")
                .contains("第二百七十八条");
        assertThat(count(Map.of("LANG", "en_GB.UTF-8")).out())
                .startsWith("Passed\n")
                .contains("agreed, area: 8,000.01 m² of 16,000.00 m², must be > 1/2: met, 0.00 m² to spare");
        assertThat(count(Map.of("LANG", "en_GB.UTF-8"), "--lang", "zh").out()).isEqualTo(chinese);
        assertThat(count(Map.of("LANG", "en_GB.UTF-8", "LC_ALL", "zh_CN.UTF-8")).out())
                .isEqualTo(chinese);
    }

    @Test
    void saysWhatIsMissing() throws Exception {
        Answer answer = run(
                Map.of("LANG", "en"),
                "count",
                "--class",
                "SPECIAL",
                "--total",
                "2400000/301",
                "--voted",
                "1599999/201",
                "--agreed",
                "1200000/150");

        assertThat(answer.code()).isZero();
        assertThat(answer.out())
                .startsWith("No valid decision")
                .contains("took part, area: 15,999.99 m² of 24,000.00 m², must be ≥ 2/3: not met, 0.01 m² missing")
                .contains("agreed, heads: 150 of 201, must be ≥ 3/4: not met, 1 missing");
    }

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource({
        "2400000/300, 1600000/200, 1600001/101, More area agreed",
        "2400000/300, 1600000/200, 800001/201, More heads agreed",
        "2400000/300, 2400001/200, 800001/101, More area took part",
        "2400000/300, 1600000/301, 800001/101, More heads took part",
        "-1/300, 0/0, 0/0, --total cannot be negative",
        "2400000/300, 1600000/-200, 0/0, --voted cannot be negative",
        "0/0, 0/0, 0/0, Nobody may vote",
        "2400000/300, 1600000/200, x/101, --agreed is two whole numbers",
        "2400000/300, 1600000, 0/0, --voted is two whole numbers",
        "24000.00/300, 0/0, 0/0, --total is two whole numbers",
        "1000000000001/300, 0/0, 0/0, --total is too large",
        "2400000/2147483648, 0/0, 0/0, --total is too large",
        "99999999999999999999/300, 0/0, 0/0, --total is two whole numbers"
    })
    void refusesWhatCannotBeATally(String total, String voted, String agreed, String words) throws Exception {
        Answer answer = run(
                Map.of("LANG", "en"),
                "count",
                "--json",
                "--class",
                "ORDINARY",
                "--total",
                total,
                "--voted",
                voted,
                "--agreed",
                agreed);

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).contains(words).contains("Usage:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "recount",
                "count",
                "count --class",
                "count --class UNANIMOUS --total 1/1 --voted 1/1 --agreed 1/1",
                "count --class ORDINARY --total 1/1 --voted 1/1",
                "count --class ORDINARY --total 1/1 --total 2/2 --voted 1/1 --agreed 1/1",
                "count --class ORDINARY --total 1/1 --voted 1/1 --agreed 1/1 --fast",
                "count --class ORDINARY --total 1/1 --voted 1/1 --agreed 1/1 --lang fr"
            })
    void refusesWhatItDoesNotUnderstand(String line) throws Exception {
        Answer answer = run(Map.of(), line.isEmpty() ? new String[0] : line.split(" ", -1));

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).contains("用法");
    }

    private Answer count(Map<String, String> environment, String... more) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(
                "count",
                "--class",
                "ORDINARY",
                "--total",
                "2400000/300",
                "--voted",
                "1600000/200",
                "--agreed",
                "800001/101"));
        arguments.addAll(List.of(more));
        return run(environment, arguments.toArray(String[]::new));
    }

    private Answer run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Verifier.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().keySet().removeAll(List.of("LANG", "LC_ALL", "JAVA_TOOL_OPTIONS"));
        builder.environment().putAll(environment);
        int code = builder.start().waitFor();
        return new Answer(code, text(out), text(err));
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    private record Answer(int code, String out, String err) {}
}
