package org.linli.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.linli.platform.postgres.OwnPostgres;

/**
 * A disk of a few megabytes below some tables of the tests' database, to be filled up. Needs leave to mount; without it the test is
 * skipped and says so.
 */
public final class SmallDisk implements AutoCloseable {

    private static final String SPACE = "small_disk";
    private static final int MEGABYTES = 256;
    private static final int BLOCK = 1 << 12;

    private final Path mount;
    private final List<String> tables;

    private SmallDisk(Path mount, List<String> tables) {
        this.mount = mount;
        this.tables = tables;
    }

    public static SmallDisk below(String... tables) {
        try {
            Path mount = Files.createTempDirectory("linli-small-disk-");
            boolean mounted =
                    run("mount", "-t", "tmpfs", "-o", "size=" + MEGABYTES + "m,mode=0755", "tmpfs", "" + mount);
            Assumptions.assumeTrue(mounted, "skipped: a disk can only be filled up by a user who may mount one (root)");
            SmallDisk disk = new SmallDisk(mount, List.of(tables));
            disk.move();
            return disk;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void move() throws IOException {
        Path space = Files.createDirectory(mount.resolve("space"));
        Path data = Path.of(ask("show data_directory"));
        Files.setOwner(space, Files.getOwner(data));
        Files.setPosixFilePermissions(space, Files.getPosixFilePermissions(data));
        tell("create tablespace " + SPACE + " location '" + space + "'");
        tables.forEach(table -> tell("alter table " + table + " set tablespace " + SPACE));
    }

    /** No byte is left. */
    public void fill() {
        try (OutputStream filler = Files.newOutputStream(filler())) {
            byte[] block = new byte[BLOCK];
            while (true) {
                filler.write(block);
            }
        } catch (IOException full) {
            if (mount.toFile().getUsableSpace() > 0) {
                throw new UncheckedIOException(full);
            }
        }
    }

    /** Room again. */
    public void empty() {
        try {
            Files.deleteIfExists(filler());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path filler() {
        return mount.resolve("filler");
    }

    @Override
    public void close() {
        empty();
        tables.forEach(table -> tell("alter table " + table + " set tablespace pg_default"));
        tell("drop tablespace " + SPACE);
        run("umount", mount.toString());
    }

    private static boolean run(String... command) {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Connection superuser() throws SQLException {
        OwnPostgres postgres = OwnDatabase.postgres();
        return DriverManager.getConnection(postgres.jdbcUrl(), "postgres", postgres.password("postgres"));
    }

    private static void tell(String sql) {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static String ask(String sql) {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
