package org.linli.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Chinese first, English complete, and no page asks for a text that nobody wrote. */
class TextsTests {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Pattern LITERAL_KEY = Pattern.compile("\\.t\\(\"([a-z][A-Za-z0-9.-]+[A-Za-z0-9])\"[,)]");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    @Test
    void everyTextIsThereInBothLanguages() throws IOException {
        for (Path chinese : bundles()) {
            Path english = MESSAGES.resolve(chinese.getFileName().toString().replace(".properties", "_en.properties"));

            assertThat(load(english).stringPropertyNames())
                    .as(english.toString())
                    .containsExactlyInAnyOrderElementsOf(load(chinese).stringPropertyNames());
        }
    }

    @Test
    void theEnglishTextsAreEnglish() throws IOException {
        for (Path chinese : bundles()) {
            Path english = MESSAGES.resolve(chinese.getFileName().toString().replace(".properties", "_en.properties"));
            Properties texts = load(english);
            Set<String> untranslated = new TreeSet<>();
            for (String key : texts.stringPropertyNames()) {
                if (HAN.matcher(texts.getProperty(key).replaceAll("[“(（][^”)）]*[”)）]", ""))
                        .find()) {
                    untranslated.add(key);
                }
            }

            assertThat(untranslated).as(english.toString()).isEmpty();
        }
    }

    @Test
    void noKeyIsWrittenTwice() throws IOException {
        Set<String> seen = new TreeSet<>();
        Set<String> twice = new TreeSet<>();
        for (Path chinese : bundles()) {
            for (String line : Files.readAllLines(chinese)) {
                if (line.contains("=")
                        && !line.startsWith("#")
                        && !seen.add(line.substring(0, line.indexOf('=')).strip())) {
                    twice.add(line);
                }
            }
        }

        assertThat(twice).isEmpty();
    }

    @Test
    void everyKeyThatATemplateNamesIsWritten() throws IOException {
        Set<String> written = new TreeSet<>();
        for (Path bundle : bundles()) {
            written.addAll(load(bundle).stringPropertyNames());
        }
        Set<String> missing = new TreeSet<>();
        try (Stream<Path> templates = Files.walk(Path.of("src/main/jte"))) {
            for (Path template :
                    templates.filter(path -> path.toString().endsWith(".jte")).toList()) {
                Matcher keys = LITERAL_KEY.matcher(Files.readString(template));
                while (keys.find()) {
                    if (!written.contains(keys.group(1))) {
                        missing.add(template.getFileName() + ": " + keys.group(1));
                    }
                }
            }
        }

        assertThat(missing).isEmpty();
    }

    private static List<Path> bundles() throws IOException {
        try (Stream<Path> files = Files.list(MESSAGES)) {
            return files.filter(file -> file.toString().endsWith(".properties"))
                    .filter(file -> !file.toString().endsWith("_en.properties"))
                    .sorted()
                    .toList();
        }
    }

    private static Properties load(Path file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
