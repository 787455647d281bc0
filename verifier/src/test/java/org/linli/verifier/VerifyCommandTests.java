package org.linli.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.ledger.Suite;
import org.linli.ledger.VoteKey;
import org.linli.ledger.bundle.Bundle;
import org.linli.ledger.bundle.BundleReader;
import org.linli.ledger.bundle.BundleWriter;
import org.linli.ledger.bundle.Declared;
import org.linli.ledger.bundle.Fault;
import org.linli.ledger.bundle.Heads;
import org.linli.ledger.bundle.Topic;

/** What people see, and how the command ends. */
class VerifyCommandTests {
    private static final SampleVote VOTE = SampleVote.of(Suite.P256_SHA256_ED25519);

    @TempDir
    Path folder;

    @Test
    void saysLineByLineThatEverythingHolds() throws IOException {
        Path file = write(VOTE.bundle());
        Path seen = folder.resolve("seen.json");
        Files.write(seen, new Heads(VOTE.suite, VOTE.key, VOTE.publicKey, VOTE.heads()).bytes());

        Answer chinese = verify(file.toString(), "--heads", seen.toString());
        Answer english = verify(file.toString(), "--lang", "en");

        assertThat(chinese.code()).isZero();
        assertThat(chinese.out())
                .startsWith("海棠苑·2023 年第一次业主大会")
                .contains("✓ 规则：规则包 taizhou-2021")
                .contains("《中华人民共和国民法典》第 278 条")
                .contains("总人数 TH 20 人，总面积 TA 1,790.00 平方米")
                .contains("比对见证树头 5 个")
                .contains("选定或者当选：乙公司")
                .contains("选定或者当选：赵一，钱二，孙三，李四，周五")
                .contains("同意·人数：13 人 / 18 人，应 > 1/2：达到")
                .contains("同意：5 人")
                .endsWith("全部核对无误\n")
                .doesNotContain("✗");
        assertThat(english.code()).isZero();
        assertThat(english.out())
                .contains("✓ Roll: complete")
                .contains("agree: 13 heads")
                .endsWith("Everything holds\n");
    }

    @Test
    void saysWhatDoesNotHoldAndWhere() throws IOException {
        Bundle good = VOTE.bundle();
        Bundle bad = new Bundle(
                good.suite(),
                good.paper(),
                good.deadlineMicros(),
                0,
                List.of(
                        new Declared(1, List.of("REJECTED"), List.of(), List.of()),
                        good.declared().get(1),
                        good.declared().get(2),
                        good.declared().get(3)),
                good.rolls(),
                good.leaves(),
                good.heads(),
                good.openings());

        Answer answer = verify(write(bad).toString(), "--lang", "en");

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.out())
                .contains("✗ Outcome")
                .contains("OUTCOME_DIFFERS: the announced outcome is not what the figures decide (decision 1)")
                .endsWith("Does not hold: 1 findings\n");
    }

    @Test
    void aBundleSurvivesItsFile() throws IOException {
        Bundle bundle = VOTE.bundle();
        ByteArrayOutputStream first = new ByteArrayOutputStream();
        BundleWriter.write(bundle, first);

        Bundle read = BundleReader.read(new java.io.ByteArrayInputStream(first.toByteArray()));

        ByteArrayOutputStream second = new ByteArrayOutputStream();
        BundleWriter.write(read, second);
        assertThat(second.toByteArray()).isEqualTo(first.toByteArray());
        assertThat(read.paper()).isEqualTo(bundle.paper());
        assertThat(read.openings()).isEqualTo(bundle.openings());
    }

    @Test
    void refusesWhatIsNoBundle() throws IOException {
        Path text = folder.resolve("text.zip");
        Files.writeString(text, "no archive");

        assertThat(verify(text.toString(), "--lang", "en").err()).contains("no bundle");
        assertThat(verify(zip(Map.of("../evil", "x")).toString(), "--lang", "en")
                        .err())
                .contains("does not belong there: ../evil");
        assertThat(verify(zip(Map.of("leaves.bin", "x")).toString(), "--lang", "en")
                        .err())
                .contains("lacks a file: bundle.json");
        assertThat(verify(zip(Map.of("bundle.json", "{}")).toString(), "--lang", "en")
                        .err())
                .contains("malformed: bundle.json");
        assertThat(verify(zip(Map.of("bundle.json", " ".repeat((16 << 20) + 1))).toString(), "--lang", "en")
                        .err())
                .contains("too large: bundle.json");
        for (String[] arguments : new String[][] {
            {},
            {"a", "b"},
            {"--heads"},
            {"a", "--fast"},
            {"a", "--lang", "fr"},
            {folder.resolve("none").toString()}
        }) {
            assertThat(verify(arguments).code()).isEqualTo(2);
            assertThat(verify(arguments).out()).isEmpty();
        }
        Answer answer = verify(text.toString());
        assertThat(answer.code()).isEqualTo(2);
    }

    @Test
    void everyFaultAndTopicHasItsWordsInBothLanguages() {
        for (String language : List.of("zh", "en")) {
            Words words = new Words(java.util.Locale.of(language));
            for (Fault fault : Fault.values()) {
                assertThat(words.text(fault)).isNotBlank();
            }
            for (Topic topic : Topic.values()) {
                assertThat(words.text(topic, "x")).isNotBlank();
            }
        }
    }

    @Test
    void comparesTheSealKeyWithAFingerprint() throws IOException {
        Path file = write(VOTE.bundle());
        String fingerprint = VOTE.bundle().heads().fingerprint();
        String asPrinted = fingerprint.toUpperCase(java.util.Locale.ROOT).replaceAll("(.{4})(?!$)", "$1:");

        Answer right = verify(file.toString(), "--key", asPrinted, "--lang", "en");
        Answer wrong = verify(file.toString(), "--key", "0".repeat(64), "--lang", "en");

        assertThat(right.code()).isZero();
        assertThat(right.out()).contains("fingerprint of the seal key " + fingerprint);
        assertThat(wrong.code()).isEqualTo(1);
        assertThat(wrong.out()).contains(Fault.KEY_DIFFERS.name());
        assertThat(verify(file.toString(), "--key", "12ab").code()).isEqualTo(2);
    }

    @Test
    void refusesARecordThatIsNotTheOneAWitnessSaw() throws IOException {
        SampleVote rewritten = SampleVote.of(VOTE.suite);
        rewritten.leaves.set(SampleVote.FIRST_BALLOT + 1, rewritten.ballot(19, 1, null));
        Path file = write(rewritten.bundle());
        Path seen = folder.resolve("seen.json");
        Files.write(
                seen,
                new Heads(
                                VOTE.suite,
                                VOTE.key,
                                VOTE.publicKey,
                                List.of(VOTE.heads().get(1)))
                        .bytes());

        Answer answer = verify(file.toString(), "--heads", seen.toString(), "--lang", "en");

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.out()).contains("SEEN_REWRITTEN: the head seen earlier is not part of this record");
    }

    @Test
    void refusesAFileThatHoldsNoHeadsOfThisVote() throws IOException {
        String file = write(VOTE.bundle()).toString();
        Path broken = folder.resolve("broken.json");
        Files.writeString(broken, "{\"suite\": 1}");
        Path foreign = folder.resolve("foreign.json");
        Files.write(foreign, new Heads(VOTE.suite, new VoteKey(1, 1), VOTE.publicKey, List.of()).bytes());

        for (Path seen : List.of(broken, foreign)) {
            Answer answer = verify(file, "--heads", seen.toString(), "--lang", "en");
            assertThat(answer.code()).isEqualTo(2);
            assertThat(answer.out()).isEmpty();
            assertThat(answer.err()).contains("The file of heads seen cannot be read");
        }
    }

    @Test
    void checksABundleOfTheOtherSuiteToo() throws IOException {
        SampleVote vote = SampleVote.of(Suite.SM2_SM3);
        Path file = write(vote.bundle());

        Answer good = verify(file.toString(), "--lang", "en");
        List<Declared> declared = new ArrayList<>(vote.bundle().declared());
        declared.set(0, new Declared(1, List.of("REJECTED"), List.of(), List.of()));
        Answer bad = verify(write(vote.bundle().with(declared)).toString(), "--lang", "en");

        assertThat(good.code()).isZero();
        assertThat(good.out()).contains("suite 2").endsWith("Everything holds\n");
        assertThat(bad.code()).isEqualTo(1);
        assertThat(bad.out()).contains("OUTCOME_DIFFERS");
    }

    /** The same limits as the second verifier's: docs/recount.md section 7. */
    @Test
    void refusesNumbersBeyondTheLimitsOfTheFormat() throws IOException {
        for (String[] change : new String[][] {
            {"bundle.json", "\"rollNo\": 1,", "\"rollNo\": 1001,"},
            {"bundle.json", "\"number\": 1,", "\"number\": 0,"},
            {"bundle.json", "\"number\": 1,", "\"number\": 5,"},
            {"bundle.json", "\"seats\": 5,", "\"seats\": 201,"},
            {"bundle.json", "\"seats\": 5,", "\"seats\": -0,"},
            {"bundle.json", "\"PASSED\"", "\"WON\""},
            {"bundle.json", "\"chosen\": [2]", "\"chosen\": [401]"},
            {"bundle.json", "\"byElection\": false", "\"byElection\": true"},
            {"bundle.json", "海棠苑", "\\ud800"},
            {"openings.json", "\"heads\": 20", "\"heads\": 1000001"},
            {"openings.json", "\"blinding\": \"", "\"blinding\": \"ff"}
        }) {
            Answer answer = verify(changed(change[0], change[1], change[2]).toString(), "--lang", "en");
            assertThat(answer.code()).as(String.join(" ", change)).isEqualTo(2);
            assertThat(answer.err()).contains("malformed: " + change[0]);
        }
    }

    /** The good bundle with the first occurrence of a text replaced in one of its files. */
    private Path changed(String name, String from, String to) throws IOException {
        Path file = folder.resolve("changed.zip");
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(write(VOTE.bundle())));
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] bytes = in.readAllBytes();
                if (entry.getName().equals(name)) {
                    String text = new String(bytes, StandardCharsets.UTF_8);
                    assertThat(text).contains(from);
                    bytes = text.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to))
                            .getBytes(StandardCharsets.UTF_8);
                }
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(bytes);
                out.closeEntry();
            }
        }
        return file;
    }

    @Test
    void aStrangersTextCannotSteerTheTerminal() {
        assertThat(Words.plain("a\u001b[2Jb\nc\u202ed")).isEqualTo("a�[2Jb�c�d");
    }

    private Path write(Bundle bundle) throws IOException {
        Path file = folder.resolve("bundle.zip");
        try (OutputStream out = Files.newOutputStream(file)) {
            BundleWriter.write(bundle, out);
        }
        return file;
    }

    private Path zip(Map<String, String> files) throws IOException {
        Path file = folder.resolve("made.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> each : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }

    private static Answer verify(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = VerifyCommand.run(
                List.of(arguments),
                java.util.Locale.SIMPLIFIED_CHINESE,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Answer(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private record Answer(int code, String out, String err) {}
}
