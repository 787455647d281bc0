package org.linli.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.linli.bench.Timeline.Phase;

/** Linli as the launcher starts it, as a process of its own on a passing home; stopped as soon as it has shown a page. */
final class Child {

    private static final String READY = "Linli is ready: http://localhost:";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern LOG_LINE =
            Pattern.compile("\"@timestamp\":\"([^\"]+)\".*\"message\":\"((?:[^\"\\\\]|\\\\.)*)");

    /** The last message of a phase in the log, whose instants tell what standard output does not. */
    private static final Map<Phase, Pattern> MESSAGES = Map.of(
            Phase.DEFINITIONS, Pattern.compile("Root WebApplicationContext: initialization completed.*"),
            Phase.MIGRATIONS, Pattern.compile("Schema .* is up to date.*|Successfully applied .* migrations? .*"),
            Phase.BEANS, Pattern.compile("Tomcat started on port.*"));

    private final PassingHome home;
    private final List<String> options;
    private final Map<Phase, Double> ends = new EnumMap<>(Phase.class);

    /** @param options for the JVM, beside those that the launcher always gives */
    Child(PassingHome home, List<String> options) {
        this.home = home;
        this.options = options;
    }

    /**
     * Starts Linli, opens the first page and stops it again.
     *
     * @throws IllegalStateException if it does not come up
     */
    Timeline start() throws IOException, InterruptedException {
        Path log = home.folder().resolve("logs").resolve("linli.log");
        long logged = Files.exists(log) ? Files.size(log) : 0;
        Instant begun = Clock.systemUTC().instant();
        long begin = System.nanoTime();
        Process process = builder().start();
        home.onClose(() -> stop(process));
        try {
            int port = awaitReady(process, begin);
            try (Visitor visitor = new Visitor(port)) {
                visitor.open("/");
            }
            ends.put(Phase.PAGE, Times.secondsSince(begin));
        } finally {
            stop(process);
        }
        ends.putAll(ends(written(log, logged), begun));
        return new Timeline(ends);
    }

    private ProcessBuilder builder() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-XX:+UseSerialGC", "-Xmx1g", "-jar", "target/run/linli.jar", "up"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "LINLI_HOME", home.folder().toString(),
                        "LINLI_PORT", "0",
                        "LINLI_DEMO_THINNING", "20",
                        "SERVER_ADDRESS", "127.0.0.1",
                        "SPRING_DATASOURCE_URL", "",
                        "LOGGING_LEVEL_ORG_FLYWAYDB", "INFO",
                        "LOGGING_LEVEL_ORG_SPRINGFRAMEWORK_BOOT", "INFO"));
        return builder;
    }

    /** Reads what it says until it is ready. @return its port */
    private int awaitReady(Process process, long begin) throws IOException {
        Thread.ofVirtual().start(() -> endLate(process));
        BufferedReader lines = process.inputReader();
        StringBuilder said = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            double now = Times.secondsSince(begin);
            said.append(line).append('\n');
            if (line.equals("Starting the database")) {
                ends.put(Phase.JVM, now);
            } else if (line.equals("Starting the application")) {
                ends.put(Phase.DATABASE, now);
            } else if (line.startsWith(READY)) {
                ends.put(Phase.READY, now);
                return Integer.parseInt(line, READY.length(), line.length(), 10);
            }
        }
        throw new IllegalStateException(
                "Linli did not come up within " + PATIENCE.toSeconds() + " s. It said:\n" + said);
    }

    private static void endLate(Process process) {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void stop(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String written(Path log, long from) throws IOException {
        byte[] bytes = Files.readAllBytes(log);
        return new String(bytes, (int) from, bytes.length - (int) from, StandardCharsets.UTF_8);
    }

    /** When the phases ended that only the log tells of, in seconds since the start was begun. */
    static Map<Phase, Double> ends(String log, Instant begun) {
        Map<Phase, Double> ends = new EnumMap<>(Phase.class);
        for (String line : log.lines().toList()) {
            Matcher entry = LOG_LINE.matcher(line);
            if (entry.find()) {
                double at =
                        Duration.between(begun, Instant.parse(entry.group(1))).toNanos() / 1e9;
                MESSAGES.forEach((phase, message) -> {
                    if (message.matcher(entry.group(2)).lookingAt()) {
                        ends.put(phase, at);
                    }
                });
            }
        }
        return ends;
    }
}
