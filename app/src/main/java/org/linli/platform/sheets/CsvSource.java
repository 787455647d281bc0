package org.linli.platform.sheets;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linli.platform.sheets.SheetRefused.Reason;

/** Separated text. */
final class CsvSource implements SheetSource {

    /** How much of the beginning is looked at to tell what separates the fields. */
    private static final int BEGINNING = 1 << 16;

    /** Longest field, in characters. */
    private static final int MAX_FIELD = 1 << 20;

    /** Beginnings of other texts that are sent as sheets: web pages above all, which some systems name ".xls". */
    private static final List<String> OTHER_TEXTS = List.of("<!doctype", "<html", "<?xml", "<table", "{\\rtf", "%pdf");

    private final Path file;
    private final CsvEncoding encoding;
    private final char separator;
    private final SheetLimits limits;

    private CsvSource(Path file, CsvEncoding encoding, char separator, SheetLimits limits) {
        this.file = file;
        this.encoding = encoding;
        this.separator = separator;
        this.limits = limits;
    }

    static CsvSource open(Path file, SheetLimits limits) throws SheetRefused {
        try {
            CsvEncoding encoding = CsvEncoding.detect(file);
            String beginning = beginning(file, encoding);
            String lower = beginning.stripLeading().toLowerCase(Locale.ROOT);
            for (String other : OTHER_TEXTS) {
                if (lower.startsWith(other)) {
                    throw new SheetRefused(Reason.NOT_A_SHEET, "a text that begins with " + other);
                }
            }
            return new CsvSource(file, encoding, CsvSeparator.guess(beginning), limits);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String beginning(Path file, CsvEncoding encoding) throws IOException {
        char[] buffer = new char[BEGINNING];
        int length = 0;
        try (Reader reader = encoding.reader(file)) {
            int read = reader.read(buffer);
            while (read > 0) {
                length += read;
                read = reader.read(buffer, length, BEGINNING - length);
            }
        }
        return new String(buffer, 0, length);
    }

    @Override
    public List<String> sheetNames() {
        return List.of("");
    }

    @Override
    public void read(int sheetIndex, boolean fillMerged, RowHandler handler) throws SheetRefused {
        RowSink sink = new RowSink(handler, limits, List.of());
        try (Reader reader = encoding.reader(file);
                CsvReader<CsvRecord> csv = CsvReader.builder()
                        .fieldSeparator(separator)
                        .allowUnclosedQuote(false)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .maxBufferSize(MAX_FIELD)
                        .ofCsvRecord(reader);
                CloseableIterator<CsvRecord> records = csv.iterator()) {
            boolean more = true;
            while (more) {
                CsvRecord next = nextRecord(records);
                more = next != null && sink.offer(Math.toIntExact(next.getStartingLineNumber()), cells(next));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable CsvRecord nextRecord(CloseableIterator<CsvRecord> records) throws SheetRefused {
        try {
            return records.hasNext() ? records.next() : null;
        } catch (CsvParseException e) {
            throw SheetRefused.broken(e);
        }
    }

    private static List<SheetCell> cells(CsvRecord line) {
        List<SheetCell> cells = new ArrayList<>(line.getFieldCount());
        for (int i = 0; i < line.getFieldCount(); i++) {
            cells.add(SheetCell.text(line.getField(i)));
        }
        return cells;
    }

    /** Keeps no file open between readings. */
    @Override
    public void close() {}
}
