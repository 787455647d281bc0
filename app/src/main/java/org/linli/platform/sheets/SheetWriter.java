package org.linli.platform.sheets;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Writes an .xlsx workbook as a stream: a bold, frozen header and any number of rows below it. Beyond a million rows it
 * goes on in a further sheet with the same header.
 *
 * <p>Text is always written as text and never as a formula, whatever it begins with. A number of more than 15 digits is
 * written as text too, for spreadsheet programs would silently round it.
 */
public final class SheetWriter implements AutoCloseable {

    private static final int ROWS_PER_SHEET = 1_000_000;

    /** Rows looked at for the width of columns, and then rows kept in memory at most. */
    private static final int SAMPLED_ROWS = 100;

    private static final int FLUSHED_ROWS = 1_000;
    private static final int MAX_TEXT = 32_767;
    private static final int MAX_SHEET_NAME = 31;
    private static final int MIN_WIDTH = 8;
    private static final int MAX_WIDTH = 50;
    private static final String DAY = "yyyy-mm-dd";

    /** Reads as a character code, so its underscore must be written as one itself. */
    private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private static final Pattern BAD_IN_SHEET_NAME = Pattern.compile("[\\[\\]:*?/\\\\]|^'|'$");

    private final Workbook workbook;
    private final String sheetName;
    private final List<String> header;
    private final int rowsPerSheet;
    private final List<List<Object>> sample = new ArrayList<>();
    private Worksheet sheet;
    private boolean sampling = true;
    private boolean closed;
    private int sheets = 1;
    private int rowsInSheet;

    private SheetWriter(OutputStream out, String sheetName, List<String> header, int rowsPerSheet) {
        this.workbook = new Workbook(out, "Linli", null);
        this.sheetName = BAD_IN_SHEET_NAME.matcher(sheetName).replaceAll("-");
        this.header = List.copyOf(header);
        this.rowsPerSheet = rowsPerSheet;
        this.sheet = workbook.newWorksheet(nameOf(1));
    }

    /**
     * Begins a workbook.
     *
     * @param out receives the workbook; closing the writer finishes the workbook and leaves the stream open
     * @param sheetName shortened to 31 characters; those a sheet name cannot have become "-"
     * @param header one title for each column
     */
    public static SheetWriter xlsx(OutputStream out, String sheetName, List<String> header) {
        return xlsx(out, sheetName, header, ROWS_PER_SHEET);
    }

    static SheetWriter xlsx(OutputStream out, String sheetName, List<String> header, int rowsPerSheet) {
        return new SheetWriter(out, sheetName, header, rowsPerSheet);
    }

    /**
     * Appends one row.
     *
     * @param cells String, Long, Integer, BigDecimal, LocalDate, Boolean or null, in the order of the header
     * @throws IllegalArgumentException for any other type, or text longer than the 32,767 characters a cell holds
     * @throws UncheckedIOException if the stream fails
     */
    public SheetWriter row(List<?> cells) {
        if (closed) {
            throw new IllegalStateException("the workbook is finished");
        }
        List<Object> values = new ArrayList<>(cells.size());
        for (Object cell : cells) {
            values.add(checked(cell));
        }
        if (sampling) {
            sample.add(values);
            if (sample.size() == SAMPLED_ROWS) {
                writeSample();
            }
        } else {
            write(values);
        }
        return this;
    }

    /** Finishes the workbook. Does nothing the second time. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (sampling) {
            writeSample();
        }
        try {
            sheet.finish();
            workbook.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object checked(@Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case String text
            when text.length() > MAX_TEXT ->
                throw new IllegalArgumentException("text of " + text.length() + " characters");
            case String text -> ESCAPE.matcher(text).replaceAll("_x005F_");
            case Integer number -> number;
            case Long number -> exact(BigDecimal.valueOf(number));
            case BigDecimal number -> exact(number);
            case LocalDate day -> day;
            case Boolean truth -> truth;
            default -> throw new IllegalArgumentException("no cell holds a " + cell.getClass());
        };
    }

    private static Object exact(BigDecimal number) {
        BigDecimal bare = number.stripTrailingZeros();
        return bare.precision() <= NumberText.SAFE_DIGITS ? bare : bare.toPlainString();
    }

    private void writeSample() {
        sampling = false;
        begin();
        for (List<Object> row : sample) {
            write(row);
        }
    }

    private void begin() {
        for (int column = 0; column < header.size(); column++) {
            sheet.inlineString(0, column, header.get(column));
            sheet.style(0, column).bold().set();
            sheet.width(column, width(column));
        }
        sheet.freezePane(0, 1);
        rowsInSheet = 0;
    }

    private int width(int column) {
        int width = displayWidth(header.get(column));
        for (List<Object> row : sample) {
            if (column < row.size()) {
                width = Math.max(width, displayWidth(row.get(column).toString()));
            }
        }
        return Math.clamp(width + 2L, MIN_WIDTH, MAX_WIDTH);
    }

    /** Width in half-width characters; from U+1100 on nearly all letters are as wide as they are high. */
    private static int displayWidth(String text) {
        return text.codePoints().map(c -> c >= 0x1100 ? 2 : 1).sum();
    }

    private void write(List<Object> values) {
        try {
            if (rowsInSheet == rowsPerSheet) {
                sheet.finish();
                sheet = workbook.newWorksheet(nameOf(++sheets));
                begin();
            }
            rowsInSheet++;
            for (int column = 0; column < values.size(); column++) {
                write(rowsInSheet, column, values.get(column));
            }
            if (rowsInSheet % FLUSHED_ROWS == 0) {
                sheet.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(int row, int column, Object value) {
        switch (value) {
            case String text when text.isEmpty() -> {}
            case String text -> sheet.inlineString(row, column, text);
            case Number number -> sheet.value(row, column, number);
            case Boolean truth -> sheet.value(row, column, truth);
            case LocalDate day -> {
                sheet.value(row, column, day);
                sheet.style(row, column).format(DAY).set();
            }
            default -> throw new IllegalStateException("unchecked " + value.getClass());
        }
    }

    private String nameOf(int number) {
        String suffix = number == 1 ? "" : " (" + number + ")";
        int length = Math.min(sheetName.length(), MAX_SHEET_NAME - suffix.length());
        return sheetName.substring(0, length) + suffix;
    }
}
