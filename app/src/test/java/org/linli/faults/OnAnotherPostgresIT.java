package org.linli.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.testing.LinliProcess;
import org.linli.testing.Visitor;

/**
 * A city's own PostgreSQL 15, the oldest that is promised, made ready by the very statements of docs/operations.md. Needs Debian's
 * postgresql-15, as the benchmarks do.
 */
class OnAnotherPostgresIT {

    private static final Path PROGRAMS = Path.of("/usr/lib/postgresql/15/bin");
    private static final String PASSWORD = "of the operator";
    private static final int PATIENCE_SECONDS = 60;

    @TempDir
    Path folder;

    private Path data;
    private int databasePort;

    @BeforeEach
    void aServerWithTheThreeRoles() throws Exception {
        assumeTrue(Files.isExecutable(PROGRAMS.resolve("initdb")), "Debian's postgresql-15 is not here");
        data = Files.createTempDirectory("linli-pg15");
        databasePort = LinliProcess.freePort();
        if (isRoot()) {
            run(List.of("chown", "postgres", data.toString()));
        }
        Path password = Files.writeString(Files.createTempFile("linli-pg15", ".pw"), PASSWORD);
        if (isRoot()) {
            run(List.of("chown", "postgres", password.toString()));
        }
        run(server(
                "initdb",
                "-D",
                data.toString(),
                "-U",
                "postgres",
                "-E",
                "UTF8",
                "--auth=scram-sha-256",
                "--pwfile=" + password,
                "--no-sync"));
        Files.delete(password);
        run(server(
                "pg_ctl",
                "-D",
                data.toString(),
                "-w",
                "-l",
                data.resolve("log").toString(),
                "-o",
                "-p %d -k %s -c listen_addresses=127.0.0.1".formatted(databasePort, data),
                "start"));
        try (Connection connection = connect("postgres", "postgres");
                Statement statement = connection.createStatement()) {
            for (String sql : statementsOfTheManual()) {
                statement.execute(sql);
            }
        }
    }

    @AfterEach
    void gone() throws Exception {
        if (data != null) {
            run(server("pg_ctl", "-D", data.toString(), "-m", "immediate", "stop"));
            run(List.of("rm", "-rf", data.toString()));
        }
    }

    @Test
    void linliRunsOnItAndNeitherStartsAServerNorRewritesWhatIsAppendOnly() throws Exception {
        Path home = folder.resolve("home");
        int port = LinliProcess.freePort();
        LinliProcess first = LinliProcess.start(home, port, environment(), "--empty");
        try (Visitor visitor = new Visitor(port)) {
            assertThat(first.hadServers()).isFalse();
            assertThat(visitor.json("/api/v1/figures/communities?division=3310")
                            .get("numerator")
                            .asLong())
                    .isZero();
            assertOldMessagesAreDeleted();
        } finally {
            first.stop();
        }
        try (Connection connection = connect("linli", "linli_app");
                Statement statement = connection.createStatement()) {
            assertThat(refuses(statement, "delete from linli.ballot")).isTrue();
            assertThat(refuses(statement, "delete from platform.outbox")).isTrue();
        }
        try (Connection connection = connect("linli", "linli_keeper");
                Statement statement = connection.createStatement()) {
            assertThat(refuses(statement, "delete from platform.outbox where false"))
                    .isFalse();
            assertThat(refuses(statement, "select count(*) from linli.ballot")).isTrue();
        }
    }

    /** The nightly job, with the login that the environment names. */
    private void assertOldMessagesAreDeleted() throws Exception {
        try (Connection connection = connect("linli", "linli_app");
                Statement statement = connection.createStatement()) {
            statement.execute("insert into platform.outbox (account, channel, subject, body, created_at, sent_at)"
                    + " values (1, 'IN_APP', '', '', now() - interval '4 years', now() - interval '4 years')");
            statement.execute(
                    "update platform.scheduled_tasks set execution_time = now() where task_name = 'old-messages'");
            for (int second = 0; second < PATIENCE_SECONDS; second++) {
                try (ResultSet left = statement.executeQuery("select count(*) from platform.outbox")) {
                    left.next();
                    if (left.getLong(1) == 0) {
                        return;
                    }
                }
                Thread.sleep(1_000);
            }
        }
        throw new AssertionError("the old message is still there");
    }

    private static boolean refuses(Statement statement, String sql) {
        try {
            statement.execute(sql);
            return false;
        } catch (SQLException e) {
            return "42501".equals(e.getSQLState());
        }
    }

    private Map<String, String> environment() {
        return Map.of(
                "SPRING_DATASOURCE_URL",
                url("linli"),
                "SPRING_DATASOURCE_USERNAME",
                "linli_app",
                "SPRING_DATASOURCE_PASSWORD",
                PASSWORD,
                "SPRING_FLYWAY_URL",
                url("linli"),
                "SPRING_FLYWAY_USER",
                "linli_owner",
                "SPRING_FLYWAY_PASSWORD",
                PASSWORD,
                "LINLI_DATABASE_KEEPER",
                "linli_keeper",
                "LINLI_DATABASE_KEEPERPASSWORD",
                PASSWORD);
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(databasePort, database);
    }

    private Connection connect(String database, String user) throws SQLException {
        return DriverManager.getConnection(url(database), user, PASSWORD);
    }

    /** The block of SQL under "Your own PostgreSQL". */
    private static List<String> statementsOfTheManual() throws IOException {
        String manual = Files.readString(Path.of("..", "docs", "operations.md"));
        String after = manual.substring(manual.indexOf("## Your own PostgreSQL"));
        String block = after.substring(after.indexOf("```sql\n") + 7);
        List<String> statements = Arrays.stream(block.substring(0, block.indexOf("```"))
                        .replace("…", PASSWORD)
                        .replaceAll("--.*", "")
                        .split(";"))
                .map(String::strip)
                .filter(sql -> !sql.isEmpty())
                .toList();
        assertThat(statements).hasSizeGreaterThan(4);
        return statements;
    }

    /** A server never runs as root: Debian's package brings a user for it. */
    private static List<String> server(String program, String... arguments) {
        Stream<String> as = isRoot() ? Stream.of("runuser", "-u", "postgres", "--") : Stream.of();
        return Stream.concat(
                        as, Stream.concat(Stream.of(PROGRAMS.resolve(program).toString()), Arrays.stream(arguments)))
                .toList();
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private void run(List<String> command) throws Exception {
        Path said = folder.resolve("said");
        Process process = new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor()).as(() -> text(said)).isZero();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
