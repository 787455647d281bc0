package org.linli.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.platform.keys.Secrets;

/**
 * A real PostgreSQL server that belongs to this process: durable ({@code fsync} on), loopback only, passwords by scram.
 *
 * <p>The server is a direct child and dies with us: {@code setpriv --pdeathsig SIGINT} asks the kernel to send it a fast
 * shutdown when the thread that started it ends, so that not even {@code kill -9} leaves an orphan. That signal is bound
 * to the forking <em>thread</em>, hence the daemon thread here that never ends.
 *
 * <p>As whom it runs is {@link ServerUser}; where its programs lie, {@link ServerPrograms}.
 */
public final class OwnPostgres implements AutoCloseable {

    public static final String DATABASE = "linli";
    public static final String OWNER = "linli_owner";
    public static final String APP = "linli_app";
    public static final String KEEPER = "linli_keeper";

    private static final String SUPERUSER = "postgres";
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration ORPHANS_MAY_STAY = Duration.ofSeconds(10);
    private static final String STILL_IN_USE = "pre-existing shared memory block";

    private final Path folder;
    private final Secrets secrets;
    private final Consumer<String> progress;
    private final ServerUser user = new ServerUser();
    private final ServerPrograms programs;
    private int port;
    private @Nullable Process server;

    private OwnPostgres(Path folder, Secrets secrets, Consumer<String> progress) {
        this.folder = folder;
        this.programs = ServerPrograms.beside(folder, user);
        this.secrets = secrets;
        this.progress = progress;
    }

    /**
     * Starts the server below {@code folder}, unpacking it and making its cluster the first time.
     *
     * @param folder a folder of its own; the caller holds the lock of the home around it
     * @param progress is told in plain words what takes long
     * @throws IllegalStateException with the server's own words if it does not come up
     */
    public static OwnPostgres start(Path folder, Secrets secrets, Consumer<String> progress) {
        OwnPostgres postgres = new OwnPostgres(folder, secrets, progress);
        try {
            postgres.programs.unpack(progress);
            postgres.initialise();
            postgres.stopLeftover();
            postgres.launch();
            postgres.prepareRoles();
        } catch (IOException e) {
            postgres.close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            postgres.close();
            throw e;
        }
        return postgres;
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
    }

    public String password(String role) {
        return secrets.text("postgres-" + role);
    }

    public int port() {
        return port;
    }

    /** Fast shutdown; waits until the last page is on disk. */
    @Override
    public void close() {
        Process running = server;
        if (running == null || !running.isAlive()) {
            return;
        }
        Commands.signal(running.pid(), "INT");
        try {
            if (!running.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                Commands.signal(running.pid(), "QUIT");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Path data() {
        return folder.resolve("data");
    }

    private void initialise() throws IOException {
        if (Files.exists(data().resolve("PG_VERSION"))) {
            return;
        }
        progress.accept("Making the database cluster");
        deleteTree(data());
        Files.createDirectories(data());
        user.own(data());
        Commands.run(List.of("chmod", "700", data().toString()));
        Path passwordFile = folder.resolve("initdb.pw");
        Files.writeString(passwordFile, password(SUPERUSER), StandardCharsets.US_ASCII);
        try {
            Commands.run(List.of("chmod", "600", passwordFile.toString()));
            user.own(passwordFile);
            List<String> command = new ArrayList<>(user.prefix(folder));
            command.addAll(List.of(
                    programs.path("initdb"),
                    "-D",
                    data().toString(),
                    "-U",
                    SUPERUSER,
                    "-E",
                    "UTF8",
                    "--locale=C.UTF-8",
                    "--auth=scram-sha-256",
                    "--pwfile=" + passwordFile,
                    "--data-checksums"));
            Commands.run(command);
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    /** A server that outlived its Linli (which only a kernel without parent-death signals allows) is shut down first. */
    private void stopLeftover() throws IOException {
        Path pidFile = data().resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile, StandardCharsets.US_ASCII);
        long pid = lines.isEmpty() ? -1 : Long.parseLong(lines.getFirst().strip());
        boolean ours = pid > 0
                && ProcessHandle.of(pid)
                        .flatMap(handle -> handle.info().command())
                        .filter(command -> command.endsWith("/postgres"))
                        .isPresent();
        if (ours) {
            progress.accept("Stopping a database server left over from an earlier run");
            Commands.signal(pid, "INT");
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (ProcessHandle.of(pid).isPresent() && System.nanoTime() < deadline) {
                sleepBriefly();
            }
        }
    }

    /**
     * Starts the server. Of one that was killed a process may live on for a moment; while it does, PostgreSQL rightly refuses to touch the
     * data beside it, so it is waited for. One that waits for another that was killed with the server would wait for ever: it is ended.
     */
    private void launch() throws IOException {
        Path log = folder.resolve("server.log");
        long begin = System.nanoTime();
        while (!isLaunched(log)) {
            String said = Files.readString(log);
            Duration waited = Duration.ofNanos(System.nanoTime() - begin);
            if (!said.contains(STILL_IN_USE) || waited.compareTo(PATIENCE) > 0) {
                throw new IllegalStateException("PostgreSQL stopped at once. Its log says:\n" + said);
            }
            if (waited.compareTo(ORPHANS_MAY_STAY) > 0) {
                endOrphans();
            }
            sleepBriefly();
        }
    }

    /**
     * Ends what is left of a server of this data folder that is gone: processes that work in the folder, and are neither a server, which
     * has processes of its own, nor one of a server's.
     */
    private void endOrphans() {
        ProcessHandle.allProcesses()
                .filter(process -> worksIn(process.pid(), data()))
                .filter(process -> process.children().findAny().isEmpty())
                .filter(process -> process.parent()
                        .filter(parent -> worksIn(parent.pid(), data()))
                        .isEmpty())
                .forEach(process -> Commands.signal(process.pid(), "KILL"));
    }

    private static boolean worksIn(long pid, Path folder) {
        try {
            return Files.isSameFile(Path.of("/proc", Long.toString(pid), "cwd"), folder);
        } catch (IOException notOurs) {
            return false;
        }
    }

    private boolean isLaunched(Path log) throws IOException {
        port = freePort();
        List<String> command = new ArrayList<>(user.prefix(folder));
        command.addAll(List.of(
                programs.path("postgres"),
                "-D",
                data().toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "fsync=on",
                "-c",
                "synchronous_commit=on",
                "-c",
                "full_page_writes=on",
                "-c",
                "max_connections=100",
                "-c",
                "shared_buffers=256MB",
                "-c",
                "work_mem=16MB",
                "-c",
                "maintenance_work_mem=128MB",
                "-c",
                "max_wal_size=2GB",
                "-c",
                "timezone=UTC",
                "-c",
                "log_timezone=UTC",
                "-c",
                "log_parameter_max_length=0",
                "-c",
                "log_parameter_max_length_on_error=0",
                "-c",
                "log_min_error_statement=panic",
                "-c",
                "log_error_verbosity=terse",
                "-c",
                "jit=off"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        CompletableFuture<Process> started = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("postgres-parent").start(() -> {
            try {
                Process process = builder.start();
                started.complete(process);
                process.waitFor();
            } catch (IOException e) {
                started.completeExceptionally(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        try {
            server = started.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("PostgreSQL could not be started (is setpriv of util-linux there?)", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while starting PostgreSQL", e);
        }
        return answers(log);
    }

    /** Waits until the server answers. @return false if it stopped instead */
    private boolean answers(Path log) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Process running = server;
            if (running == null || !running.isAlive()) {
                return false;
            }
            try (Connection connection = superuser(SUPERUSER)) {
                if (connection.isValid(1)) {
                    return true;
                }
            } catch (SQLException notYet) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException(
                            "PostgreSQL does not answer. Its log says:\n" + Files.readString(log), notYet);
                }
            }
            sleepBriefly();
        }
    }

    /** Makes the three roles and the database, once; the passwords come from our key files. */
    private void prepareRoles() {
        try (Connection connection = superuser(SUPERUSER);
                Statement statement = connection.createStatement()) {
            for (String role : List.of(OWNER, APP, KEEPER)) {
                if (absent(statement, "select 1 from pg_roles where rolname = '" + role + "'")) {
                    statement.execute("create role " + role + " login nosuperuser nocreatedb nocreaterole password '"
                            + password(role) + "'");
                }
            }
            if (absent(statement, "select 1 from pg_database where datname = '" + DATABASE + "'")) {
                statement.execute("create database " + DATABASE + " owner " + OWNER);
                statement.execute("revoke all on database " + DATABASE + " from public");
                statement.execute("grant connect, temporary on database " + DATABASE + " to " + APP + ", " + KEEPER);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database roles could not be made", e);
        }
    }

    private static boolean absent(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            return !rows.next();
        }
    }

    private Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?connectTimeout=2",
                SUPERUSER,
                password(SUPERUSER));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void deleteTree(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static void sleepBriefly() {
        try {
            Thread.sleep(30);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for PostgreSQL", e);
        }
    }
}
