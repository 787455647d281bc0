package org.linli.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.platform.home.LinliHome;
import org.linli.platform.keys.Secrets;

/** A database server that was killed starts again, also while one of its processes has not noticed yet. */
class KilledServerTests {

    private static final Duration LINGERS = Duration.ofSeconds(3);

    @TempDir
    Path folder;

    @Test
    void waitsForTheLastProcessOfTheOneBefore() throws Exception {
        assertThat(startedBesideAnOrphan(true)).isGreaterThan(LINGERS.dividedBy(2));
    }

    @Test
    void endsAProcessThatWouldWaitForEver() throws Exception {
        assertThat(startedBesideAnOrphan(false)).isGreaterThan(Duration.ofSeconds(8));
    }

    /** @return how long the start took beside a process that cannot notice that its server is gone */
    private Duration startedBesideAnOrphan(boolean wakes) throws Exception {
        LinliHome home = new LinliHome(folder);
        Secrets secrets = new Secrets(home.keys());
        OwnPostgres.start(home.postgres(), secrets, line -> {});
        long server = Long.parseLong(Files.readAllLines(home.postgres().resolve("data/postmaster.pid"))
                .getFirst());
        long child = ProcessHandle.of(server)
                .orElseThrow()
                .children()
                .findFirst()
                .orElseThrow()
                .pid();
        Commands.signal(child, "STOP");
        Commands.signal(server, "KILL");
        Thread awakened = Thread.ofVirtual().unstarted(() -> {
            try {
                Thread.sleep(LINGERS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            Commands.signal(child, "CONT");
        });
        if (wakes) {
            awakened.start();
        }
        long begin = System.nanoTime();
        try (OwnPostgres again = OwnPostgres.start(home.postgres(), secrets, line -> {});
                Connection connection = DriverManager.getConnection(
                        again.jdbcUrl(), OwnPostgres.APP, again.password(OwnPostgres.APP))) {
            assertThat(connection.isValid(5)).isTrue();
            return Duration.ofNanos(System.nanoTime() - begin);
        }
    }
}
