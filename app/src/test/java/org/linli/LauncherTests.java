package org.linli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher as a process, in a made-up checkout that is already built, with JDKs that only say what they were asked. */
class LauncherTests {

    private static final String SOAK =
            "mvnw -B -ntp verify -Dlinli.soak=true -Djunit.jupiter.execution.timeout.default=90m";

    @TempDir
    Path folder;

    private Path checkout;
    private Path jdks;

    /** @param exit code @param out standard output @param err standard error */
    private record Answer(int exit, String out, String err) {}

    @BeforeEach
    void makeCheckout() throws IOException {
        checkout = Files.createDirectories(folder.resolve("check out"));
        jdks = Files.createDirectories(folder.resolve("jvm"));
        String script = Files.readString(Path.of("..", "linli"));
        String elsewhere = script.replace("/usr/lib/jvm/*", jdks + "/*");
        assertThat(elsewhere).isNotEqualTo(script);
        executable(checkout.resolve("linli"), elsewhere);
        for (String built : List.of("target/built", "verifier/target/linli-verifier.jar")) {
            Files.createDirectories(checkout.resolve(built).getParent());
            Files.createFile(checkout.resolve(built));
        }
    }

    @ParameterizedTest(name = "linli {0}")
    @ValueSource(strings = {"help", "-h", "--help", ""})
    void explainsItself(String word) throws Exception {
        Answer answer = word.isEmpty() ? linli(Map.of()) : linli(Map.of(), word);

        assertThat(answer.exit).isZero();
        assertThat(answer.out).contains("./linli up ", "./linli test ", "./linli divisions FILE.csv", "LINLI_HOME");
        assertThat(answer.err).isEmpty();
    }

    @Test
    void knowsNoOtherCommand() throws Exception {
        Answer answer = linli(Map.of(), "fly");

        assertThat(answer.exit).isEqualTo(2);
        assertThat(answer.err).startsWith("linli: unknown command 'fly'\n").contains("./linli up ");
        assertThat(answer.out).isEmpty();
    }

    @ParameterizedTest(name = "linli {0}")
    @ValueSource(strings = {"up", "test", "soak", "fmt", "bench", "count", "verify", "divisions"})
    void saysInOneSentenceThatItNeedsAJdk(String command) throws Exception {
        jdk("temurin-17", 17, 0);

        Answer answer = linli(Map.of(), command);

        assertThat(answer.exit).isEqualTo(1);
        assertThat(answer.err)
                .startsWith("Linli needs a JDK 25 and found none: install one")
                .hasLineCount(1);
        assertThat(answer.out).isEmpty();
    }

    @Test
    void findsAJdkAmongOthersAndPassesItsExitCodeOn() throws Exception {
        jdk("temurin-17", 17, 0);
        jdk("temurin-25", 25, 7);

        Answer answer = linli(Map.of(), "up", "--empty");

        assertThat(answer.exit).isEqualTo(7);
        assertThat(answer.out).contains("temurin-25").contains("-jar target/run/linli.jar up --empty\n");
    }

    @Test
    void startsWithWhatTheSameJdkHasLearntAndLetsAnotherOneLearnAnew() throws Exception {
        jdk("temurin-25", 25, 0);
        Path run = Files.createDirectories(checkout.resolve("target/run"));
        Files.createFile(run.resolve("linli.aot"));
        Path release = Files.writeString(jdks.resolve("temurin-25/release"), "25.0.3");
        Files.writeString(run.resolve("linli.jdk"), "25.0.3");

        assertThat(linli(Map.of(), "up").out)
                .contains("-XX:AOTCache=target/run/linli.aot")
                .doesNotContain("Preparing faster starts");

        Files.writeString(release, "25.0.4");
        Answer updated = linli(Map.of(), "up");

        assertThat(updated.out).contains("Preparing faster starts", "-XX:AOTCache=target/run/linli.aot");
        assertThat(run.resolve("linli.jdk")).hasContent("25.0.4");
    }

    @Test
    void needsNoHome() throws Exception {
        Answer without = linli(Map.of(), "up");
        jdk("temurin-25", 25, 0);
        Answer with = linli(Map.of(), "up");

        assertThat(without.err).startsWith("Linli needs a JDK 25").hasLineCount(1);
        assertThat(with.exit).isZero();
        assertThat(with.out).containsPattern("HOME=/.*");
    }

    @Test
    void readsPathsFromWhereTheyAreTyped() throws Exception {
        jdk("temurin-25", 25, 0);
        Path desk = Files.createDirectories(folder.resolve("desk"));

        Answer answer = linli(desk, Map.of("LINLI_HOME", "my home"), "divisions", "a city.csv");

        assertThat(answer.out)
                .contains("divisions " + desk + "/a city.csv\n")
                .contains("LINLI_HOME=" + desk + "/my home\n");
    }

    @Test
    void leavesAbsolutePathsAsTheyAre() throws Exception {
        jdk("temurin-25", 25, 0);

        Answer answer = linli(Map.of("LINLI_HOME", "/srv/linli"), "divisions", "/srv/city.csv");

        assertThat(answer.out).contains("divisions /srv/city.csv\n").contains("LINLI_HOME=/srv/linli\n");
    }

    @Test
    void installsNothingForTheTestsWhereAllIsThere() throws Exception {
        jdk("temurin-25", 25, 0);
        tools("0", "chromium", "fc-list", "apt-get");

        Answer answer = linli(toolsOnly(), "soak");

        assertThat(answer.exit).isZero();
        assertThat(answer.out).isEqualTo(SOAK + "\n");
    }

    @Test
    void installsBrowserAndFontsFromDebianWhereItMay() throws Exception {
        jdk("temurin-25", 25, 0);
        tools("0", "apt-get");

        Answer answer = linli(toolsOnly(), "soak");

        assertThat(answer.exit).isZero();
        assertThat(answer.out).isEqualTo("""
                Installing chromium fonts-noto-cjk fontconfig for the browser tests
                apt-get update -qq
                %s
                """.formatted(SOAK));
        assertThat(Files.readString(folder.resolve("installed")))
                .endsWith("install -y -qq --no-install-recommends chromium fonts-noto-cjk fontconfig\n");
    }

    @ParameterizedTest(name = "user {0}, {1} there")
    @CsvSource({
        "1000, apt-get, ' chromium fonts-noto-cjk fontconfig'",
        "1000, chromium, ' fonts-noto-cjk fontconfig'",
        "0, fc-list, ' chromium'"
    })
    void saysInOneSentenceWhatTheTestsNeedWhereItMayNotInstall(String user, String there, String missing)
            throws Exception {
        jdk("temurin-25", 25, 0);
        tools(user, there);

        Answer answer = linli(toolsOnly(), "soak");

        assertThat(answer.exit).isEqualTo(1);
        assertThat(answer.err)
                .isEqualTo(
                        "The browser tests need:%1$s. Please install them (Debian: apt-get install%1$s), then run this again.\n"
                                .formatted(missing));
        assertThat(answer.out).isEmpty();
    }

    @Test
    void saysThatInstallingFailed() throws Exception {
        jdk("temurin-25", 25, 0);
        tools("0", "fc-list");
        executable(folder.resolve("tools/apt-get"), "#!/bin/sh\nexit 100\n");

        Answer answer = linli(toolsOnly(), "soak");

        assertThat(answer.exit).isEqualTo(1);
        assertThat(answer.err).isEqualTo("Installing chromium failed; install them by hand, then run this again.\n");
    }

    /** A machine with what every Debian has, and with these programs. @param user its number */
    private void tools(String user, String... there) throws IOException {
        Path tools = Files.createDirectories(folder.resolve("tools"));
        for (String usual : List.of("sh", "sed", "head", "dirname", "basename", "find", "ls", "cat", "env", "mkdir")) {
            executable(tools.resolve(usual), "#!/bin/sh\nexec /usr/bin/%s \"$@\"\n".formatted(usual));
        }
        executable(tools.resolve("id"), "#!/bin/sh\necho " + user + "\n");
        for (String one : there) {
            executable(
                    tools.resolve(one),
                    one.equals("fc-list")
                            ? "#!/bin/sh\necho a font\n"
                            : """
                    #!/bin/sh
                    echo "%s $*"
                    echo "$*" > "%s"
                    """.formatted(one, folder.resolve("installed")));
        }
        executable(checkout.resolve("mvnw"), "#!/bin/sh\necho \"mvnw $*\"\n");
    }

    private Map<String, String> toolsOnly() {
        return Map.of("PATH", folder.resolve("tools").toString(), "HOME", folder.toString());
    }

    private Answer linli(Map<String, String> environment, String... arguments) throws Exception {
        return linli(checkout, environment, arguments);
    }

    /** Runs with nothing in the environment but what is given: no HOME and no JAVA_HOME either. */
    private Answer linli(Path from, Map<String, String> environment, String... arguments) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder("/bin/sh", checkout.resolve("linli").toString()).directory(from.toFile());
        builder.command().addAll(List.of(arguments));
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/bin:/bin");
        builder.environment().putAll(environment);
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process process =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Answer(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private void jdk(String name, int version, int exit) throws IOException {
        Path bin = Files.createDirectories(jdks.resolve(name).resolve("bin"));
        executable(bin.resolve("javac"), "#!/bin/sh\n");
        executable(bin.resolve("java"), """
                #!/bin/sh
                if [ "$1" = -XshowSettings:properties ]; then
                    echo "    java.specification.version = %d" >&2
                    exit 0
                fi
                echo "$0 $*"
                echo "HOME=$HOME"
                echo "LINLI_HOME=${LINLI_HOME:-}"
                exit %d
                """.formatted(version, exit));
    }

    private static void executable(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardCharsets.UTF_8);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
