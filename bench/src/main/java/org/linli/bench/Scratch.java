package org.linli.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyInputStream;
import org.postgresql.copy.PGCopyOutputStream;

/** COPY alone, as the peer of what the application does with the same rows: durable tables of our own, CSV files. */
final class Scratch {

    private static final int ROUNDS = 2;
    private static final int BUFFER_BYTES = 1 << 16;

    private final Installation linli;

    Scratch(Installation linli) {
        this.linli = linli;
    }

    /** Writes the rows of a query into a CSV file. */
    void write(String query, Path file) throws SQLException, IOException {
        try (Connection connection = linli.owner();
                InputStream rows = new PGCopyInputStream(
                        connection.unwrap(PGConnection.class), "copy (" + query + ") to stdout (format csv)")) {
            Files.copy(rows, file);
        }
    }

    /**
     * Copies a CSV file into an empty table, twice.
     *
     * @param rows as many must arrive
     * @return seconds of the faster round, the commit included
     */
    double copy(Path file, String table, long rows) throws SQLException, IOException {
        double best = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            try (Connection connection = linli.owner();
                    Statement statement = connection.createStatement()) {
                statement.execute("truncate " + table);
                connection.setAutoCommit(false);
                long begin = System.nanoTime();
                long stored = copy(connection, file, table);
                connection.commit();
                best = Math.min(best, Times.secondsSince(begin));
                if (stored != rows) {
                    throw new IllegalStateException(table + " got " + stored + " rows of " + rows);
                }
            }
        }
        return best;
    }

    private static long copy(Connection connection, Path file, String table) throws SQLException, IOException {
        try (PGCopyOutputStream out = new PGCopyOutputStream(
                connection.unwrap(PGConnection.class), "copy " + table + " from stdin (format csv)", BUFFER_BYTES)) {
            Files.copy(file, out);
            return out.endCopy();
        }
    }
}
