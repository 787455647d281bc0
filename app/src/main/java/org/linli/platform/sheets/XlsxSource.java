package org.linli.platform.sheets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;
import org.linli.platform.sheets.SheetCell.Kind;
import org.linli.platform.sheets.SheetRefused.Reason;

/** An .xlsx workbook. */
final class XlsxSource implements SheetSource {

    /** A character written as its code, such as {@code _x000D_} for a carriage return. */
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final ZipFile zip;
    private final XlsxParts parts;
    private final ReadableWorkbook workbook;
    private final SheetLimits limits;
    private final List<Sheet> sheets;

    private XlsxSource(ZipFile zip, XlsxParts parts, ReadableWorkbook workbook, SheetLimits limits) {
        this.zip = zip;
        this.parts = parts;
        this.workbook = workbook;
        this.limits = limits;
        this.sheets = workbook.getSheets()
                .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                .filter(sheet -> parts.worksheets().containsKey(sheet.getId()))
                .toList();
    }

    static XlsxSource open(Path file, SheetLimits limits) throws SheetRefused {
        ZipGuard.check(file, limits);
        XlsxSource source = null;
        ZipFile zip = null;
        try {
            zip = ZipFile.builder().setPath(file).get();
            XlsxParts parts = XlsxParts.of(zip);
            ReadingOptions options = new ReadingOptions(parts.hasStyles(), true);
            source = new XlsxSource(zip, parts, workbook(file, options), limits);
        } catch (IOException e) {
            throw SheetRefused.broken(e);
        } finally {
            if (source == null) {
                closeQuietly(zip);
            }
        }
        if (source.sheets.isEmpty()) {
            source.close();
            throw new SheetRefused(Reason.EMPTY, "no visible sheet");
        }
        return source;
    }

    private static ReadableWorkbook workbook(Path file, ReadingOptions options) throws IOException, SheetRefused {
        try {
            return new ReadableWorkbook(file.toFile(), options);
        } catch (RuntimeException e) {
            // The reader answers malformed parts with whatever exception they lead to.
            throw SheetRefused.broken(e);
        }
    }

    private static void closeQuietly(@Nullable ZipFile zip) {
        try {
            if (zip != null) {
                zip.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<String> sheetNames() {
        return sheets.stream().map(Sheet::getName).toList();
    }

    @Override
    public void read(int sheetIndex, boolean fillMerged, RowHandler handler) throws SheetRefused {
        Sheet sheet = sheets.get(sheetIndex);
        List<MergedArea> areas = scan(sheet);
        RowSink sink = new RowSink(handler, limits, fillMerged ? areas : List.of());
        try (Stream<Row> rows = sheet.openStream()) {
            Iterator<Row> iterator = rows.iterator();
            boolean more = true;
            while (more) {
                Row row = nextRow(iterator);
                more = row != null && sink.offer(row.getRowNum(), cells(row));
            }
        } catch (IOException e) {
            throw SheetRefused.broken(e);
        }
    }

    private List<MergedArea> scan(Sheet sheet) throws SheetRefused {
        String entry = parts.worksheets().getOrDefault(sheet.getId(), "");
        try (XmlPart part = new XmlPart(zip, XlsxParts.required(zip, entry))) {
            return XlsxScan.mergedAreas(part, parts.sharedStrings());
        }
    }

    private static @Nullable Row nextRow(Iterator<Row> rows) throws SheetRefused {
        try {
            return rows.hasNext() ? rows.next() : null;
        } catch (RuntimeException e) {
            // As above; the handler is not called in here, so nothing of its own is caught.
            throw SheetRefused.broken(e);
        }
    }

    private List<SheetCell> cells(Row row) {
        List<SheetCell> cells = new ArrayList<>(row.getCellCount());
        for (Cell cell : row) {
            cells.add(cell == null ? SheetCell.EMPTY : cell(cell));
        }
        return cells;
    }

    private SheetCell cell(Cell cell) {
        String raw = cell.getRawValue() == null ? "" : cell.getRawValue();
        return switch (cell.getType()) {
            case EMPTY -> SheetCell.EMPTY;
            case STRING -> SheetCell.text(unescape(raw));
            case NUMBER -> cell.getValue() == null ? SheetCell.EMPTY : number(cell);
            case FORMULA ->
                cell.getFormula() == null
                        ? SheetCell.text(unescape(raw))
                        : SheetCell.of(Kind.FORMULA, "=" + cell.getFormula());
            case BOOLEAN ->
                cell.getValue() == null
                        ? SheetCell.EMPTY
                        : SheetCell.of(Kind.BOOLEAN, Boolean.TRUE.equals(cell.getValue()) ? "TRUE" : "FALSE");
            case ERROR -> SheetCell.of(Kind.ERROR, raw);
        };
    }

    private SheetCell number(Cell cell) {
        BigDecimal number = cell.asNumber();
        Integer format = cell.getDataFormatId();
        if (format != null && DateText.isDate(format, cell.getDataFormatString())) {
            String day = DateText.text(number, workbook.isDate1904());
            if (day != null) {
                return SheetCell.of(Kind.DATE, day);
            }
        }
        return SheetCell.of(Kind.NUMBER, NumberText.plain(number));
    }

    private static String unescape(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        Matcher matcher = ESCAPED.matcher(text);
        return matcher.replaceAll(
                found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }

    @Override
    public void close() {
        try (zip) {
            workbook.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
