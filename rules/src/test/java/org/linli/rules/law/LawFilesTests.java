package org.linli.rules.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every source that a rule cites has its file in docs/law, and the files name rules that exist. */
class LawFilesTests {
    private static final Path RULES = Path.of("src/main/java");
    private static final Path LAW = Path.of("../docs/law");
    private static final Pattern SOURCE =
            Pattern.compile("Source:(.*?)(?:\\*\\s*\\n|\\*\\s*@|\\*/|<p>)", Pattern.DOTALL);
    private static final Pattern CITED_AS = Pattern.compile("(?m)^Cited as: (.+)$");
    private static final Pattern RULE = Pattern.compile("`([A-Z][A-Za-z]+)`");

    @Test
    void everySourceHasItsFile() {
        List<String> names = lawFiles().flatMap(LawFilesTests::citedAs).toList();

        List<String> without = rules().flatMap(file -> SOURCE.matcher(text(file))
                        .results()
                        .map(source -> source.group(1))
                        .filter(source -> names.stream().noneMatch(source::contains))
                        .map(source -> file.getFileName() + ":" + source))
                .toList();

        assertThat(without).isEmpty();
    }

    @Test
    void everyRuleNamedExists() {
        Set<String> classes = rules().map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());

        List<String> unknown = lawFiles()
                .flatMap(file -> RULE.matcher(text(file)).results().map(rule -> rule.group(1)))
                .filter(rule -> !classes.contains(rule))
                .toList();

        assertThat(unknown).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(LawSource.class)
    void everyLawSourceIsDescribed(LawSource source) {
        String file = text(LAW.resolve(source.file() + ".md"));

        assertThat(file).startsWith("# ").contains("In force from: ").contains(source.english());
        assertThat(source.chinese()).isNotBlank();
    }

    private static Stream<String> citedAs(Path file) {
        return CITED_AS.matcher(text(file))
                .results()
                .map((MatchResult names) -> names.group(1))
                .flatMap(names -> Arrays.stream(names.split(", ", -1)));
    }

    private static Stream<Path> lawFiles() {
        return files(LAW, ".md").filter(file -> !file.endsWith("README.md"));
    }

    private static Stream<Path> rules() {
        return files(RULES, ".java");
    }

    private static Stream<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
