package org.linli.platform.sheets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.linli.platform.sheets.SheetRefused.Reason;

/**
 * A spreadsheet file opened for streaming: .xlsx, legacy .xls or .csv, told apart by content, never by name.
 *
 * <p>Not safe for use by several threads at once. The file must not change while it is open.
 */
public final class SheetFile implements AutoCloseable {

    private static final byte[] ZIP = HexFormat.of().parseHex("504b0304");
    private static final byte[] ZIP_WITHOUT_ENTRIES = HexFormat.of().parseHex("504b0506");
    private static final byte[] OLE2 = HexFormat.of().parseHex("d0cf11e0a1b11ae1");

    private final SheetFormat format;
    private final SheetSource source;

    private SheetFile(SheetFormat format, SheetSource source) {
        this.format = format;
        this.source = source;
    }

    /**
     * Opens a file. Refuses what is no sheet or is too large, before anything is kept in memory or on disk.
     *
     * @throws SheetRefused for every reason but TOO_MANY_ROWS and TOO_MANY_COLUMNS, which only reading can tell
     * @throws UncheckedIOException if the file cannot be read at all
     */
    public static SheetFile open(Path file, SheetLimits limits) throws SheetRefused {
        byte[] head;
        try {
            long size = Files.size(file);
            if (size > limits.maxBytes()) {
                throw new SheetRefused(Reason.TOO_LARGE, size + " bytes, allowed " + limits.maxBytes());
            }
            if (size == 0) {
                throw new SheetRefused(Reason.EMPTY, "no byte");
            }
            head = head(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (startsWith(head, ZIP)) {
            return new SheetFile(SheetFormat.XLSX, XlsxSource.open(file, limits));
        }
        if (startsWith(head, ZIP_WITHOUT_ENTRIES)) {
            throw new SheetRefused(Reason.NOT_A_SHEET, "a zip without entries");
        }
        if (startsWith(head, OLE2)) {
            return new SheetFile(SheetFormat.XLS, XlsSource.open(file, limits));
        }
        return new SheetFile(SheetFormat.CSV, CsvSource.open(file, limits));
    }

    /** What the file turned out to be. */
    public SheetFormat format() {
        return format;
    }

    /** Names of the visible sheets in order, at least one; a csv has one, named "". */
    public List<String> sheetNames() {
        return source.sheetNames();
    }

    /**
     * Streams the rows of one sheet in order, blank rows left out. May be called again, for the same sheet or another.
     *
     * @param sheetIndex position in {@link #sheetNames()}, from 0
     * @param fillMerged fill merged cells, down and to the right, with the value of their first cell
     * @param handler takes the rows, and may stop early by returning false; what it throws passes through
     * @throws SheetRefused if the sheet turns out to be damaged or beyond the limits; rows before that were handed over
     * @throws IndexOutOfBoundsException if there is no such sheet
     */
    public void read(int sheetIndex, boolean fillMerged, RowHandler handler) throws SheetRefused {
        Objects.checkIndex(sheetIndex, sheetNames().size());
        source.read(sheetIndex, fillMerged, handler);
    }

    @Override
    public void close() {
        source.close();
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(OLE2.length);
        }
    }

    private static boolean startsWith(byte[] head, byte[] magic) {
        return head.length >= magic.length && Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
    }
}
