package org.linli.platform.postgres;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** PostgreSQL's {@code COPY … FROM STDIN} inside the running transaction: the fast way in for many rows. */
@Component
public class Copy {

    private static final int BUFFER_BYTES = 1 << 16;

    private final JdbcTemplate jdbc;

    Copy(DataSource source) {
        this.jdbc = new JdbcTemplate(source);
    }

    /** Takes one row: values in the order of the columns; null is SQL null, {@code byte[]} is bytea. */
    @FunctionalInterface
    public interface Rows {
        void row(@Nullable Object... values);
    }

    /**
     * Writes rows into a table.
     *
     * @param table a name from our own code, never from a request
     * @return number of rows stored
     */
    public long into(String table, List<String> columns, Consumer<Rows> writer) {
        String statement = "copy " + table + " (" + String.join(", ", columns) + ") from stdin";
        Long stored = jdbc.execute((ConnectionCallback<Long>) connection -> {
            PGCopyOutputStream copy =
                    new PGCopyOutputStream(connection.unwrap(PGConnection.class), statement, BUFFER_BYTES);
            try {
                TextRows rows = new TextRows(copy, columns.size());
                writer.accept(rows);
                rows.flush();
                return copy.endCopy();
            } finally {
                cancel(copy);
            }
        });
        return stored == null ? 0 : stored;
    }

    private static void cancel(PGCopyOutputStream copy) throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    /** COPY's text format: tab between values, backslash escapes, {@code \N} for null. */
    private static final class TextRows implements Rows {

        private static final char[] HEX = "0123456789abcdef".toCharArray();

        private final OutputStream out;
        private final int columns;
        private final StringBuilder line = new StringBuilder(1 << 16);

        TextRows(OutputStream out, int columns) {
            this.out = out;
            this.columns = columns;
        }

        @Override
        public void row(@Nullable Object... values) {
            if (values.length != columns) {
                throw new IllegalArgumentException(values.length + " values for " + columns + " columns");
            }
            for (int i = 0; i < values.length; i++) {
                if (i > 0) {
                    line.append('\t');
                }
                append(values[i]);
            }
            line.append('\n');
            if (line.length() > BUFFER_BYTES) {
                flush();
            }
        }

        void flush() {
            try {
                out.write(line.toString().getBytes(StandardCharsets.UTF_8));
                line.setLength(0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void append(@Nullable Object value) {
            switch (value) {
                case null -> line.append("\\N");
                case byte[] bytes -> {
                    line.append("\\\\x");
                    for (byte b : bytes) {
                        line.append(HEX[(b >> 4) & 15]).append(HEX[b & 15]);
                    }
                }
                case Enum<?> constant -> line.append(constant.name());
                default -> escape(value.toString());
            }
        }

        private void escape(String text) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                switch (c) {
                    case '\\' -> line.append("\\\\");
                    case '\t' -> line.append("\\t");
                    case '\n' -> line.append("\\n");
                    case '\r' -> line.append("\\r");
                    default -> line.append(c);
                }
            }
        }
    }
}
