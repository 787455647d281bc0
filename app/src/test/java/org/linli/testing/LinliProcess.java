package org.linli.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** Linli as a process of its own, with its own database server, as {@code linli up} starts it. */
public final class LinliProcess {

    private static final int LOWEST_PORT = 20_000;
    private static final int PORTS = 10_000;
    private static final long PATIENCE_SECONDS = 300;

    private final Process process;
    private final List<ProcessHandle> servers;
    private final List<String> said = new CopyOnWriteArrayList<>();

    private LinliProcess(Process process) throws IOException {
        this.process = process;
        awaitReady();
        this.servers = process.descendants().toList();
    }

    /** Starts on a home and returns when it is ready. */
    public static LinliProcess start(Path home, int port, String... options) {
        return start(home, port, Map.of(), options);
    }

    /** @param environment beside home and port */
    public static LinliProcess start(Path home, int port, Map<String, String> environment, String... options) {
        return start(home, port, environment, SharedClasses.options(), options);
    }

    /** As above; when it has stopped, later ones start sooner. */
    static LinliProcess startAndLearn(Path home, int port) {
        return start(home, port, Map.of(), SharedClasses.learningOptions());
    }

    private static LinliProcess start(
            Path home, int port, Map<String, String> environment, List<String> classes, String... options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                // Lives for a minute: half the CPU time of a start with the second compiler.
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "-Dlinli.demo.thinning=20",
                "-Ddb-scheduler.heartbeat-interval=1s",
                "-Ddb-scheduler.polling-interval=200ms",
                "-Dlinli.public-heads.every=1s"));
        command.addAll(classes);
        command.addAll(List.of("org.linli.Linli", "up"));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LINLI_HOME", home.toString());
        builder.environment().put("LINLI_PORT", Integer.toString(port));
        builder.environment().remove("SPRING_DATASOURCE_URL");
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            // A test that fails leaves its Linli running; it goes with the tests at the latest.
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return new LinliProcess(process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady() throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.add(line);
            if (line.startsWith("Linli is ready")) {
                Thread.ofPlatform().daemon().start(() -> listen(lines));
                return;
            }
        }
        throw new IllegalStateException("Linli did not start:\n" + String.join("\n", said));
    }

    private void listen(BufferedReader lines) {
        try {
            lines.lines().forEach(said::add);
        } catch (UncheckedIOException killed) {
            // Whoever is killed says no last word; what was said before is kept.
        }
    }

    /** The first line on the console that begins so; it may still be coming. */
    public String line(String beginning) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < end) {
            for (String line : said) {
                if (line.startsWith(beginning)) {
                    return line;
                }
            }
            Thread.sleep(Duration.ofMillis(50));
        }
        throw new IllegalStateException("no line " + beginning + " in:\n" + String.join("\n", said));
    }

    /** Whether a line on the console so far contains this. */
    public boolean hasSaid(String part) {
        return said.stream().anyMatch(line -> line.contains(part));
    }

    /** As the kernel does it when memory runs out, or a person in a hurry: no warning, no last word. */
    public void kill() {
        process.destroyForcibly();
        await(process.onExit());
    }

    /** The same, for the database servers alone: the application finds its connections cut. */
    public void killServers() {
        servers.stream()
                .filter(server -> server.info().command().orElse("").endsWith("postgres"))
                .forEach(ProcessHandle::destroyForcibly);
    }

    public void stop() {
        process.destroy();
        await(process.onExit());
    }

    /** Waits until no database server of the dead application is left. */
    public boolean leavesNoOrphan() {
        servers.forEach(server -> await(server.onExit()));
        return servers.stream().noneMatch(ProcessHandle::isAlive);
    }

    public boolean hadServers() {
        return servers.stream()
                .anyMatch(server -> server.info().command().orElse("").endsWith("postgres"));
    }

    private static void await(java.util.concurrent.CompletableFuture<?> end) {
        try {
            end.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Below the ports that connections of this machine take for themselves while Linli starts. */
    public static int freePort() {
        Random random = new Random();
        while (true) {
            int port = random.nextInt(LOWEST_PORT, LOWEST_PORT + PORTS);
            try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (IOException taken) {
                // the next one
            }
        }
    }
}
