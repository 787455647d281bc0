package org.linli.registry.imports;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.platform.sheets.SheetCell;
import org.linli.platform.sheets.SheetWriter;

/**
 * The sheet as it came, with what was mended here and a column 问题 behind its own: what the sender must still mend in the file.
 *
 * <p>It is made to come back. Every row keeps its place and its first cell, so that the rows above the header still say when the
 * sheet was filled in, and totals, notes and signatures are told from data as they were before.
 */
final class ProblemSheet {

    private static final int ROWS_AT_ONCE = 2_000;

    /** A little less than a cell holds. */
    private static final int LONGEST_TEXT = 32_000;

    private final Import of;
    private final Map<Integer, Map<String, String>> fixes;
    private final Map<Integer, String> excluded;
    private final Function<Finding, String> words;
    private final UnaryOperator<String> leftOut;
    private final String title;
    private final List<Column> added;
    private final int problemsAt;

    private ProblemSheet(
            Import of,
            Map<Integer, Map<String, String>> fixes,
            Function<Finding, String> words,
            UnaryOperator<String> leftOut,
            String title) {
        this.of = of;
        this.fixes = fixes;
        this.excluded = SheetViews.excluded(fixes);
        this.words = words;
        this.leftOut = leftOut;
        this.title = title;
        this.added = added(of, fixes);
        this.problemsAt = HeaderFinder.problemsColumn(
                        of.headers(), i -> !of.columns().get(i).isEmpty())
                .orElse(-1);
    }

    /** The columns that the sheet lacks and that were typed in here all the same. */
    private static List<Column> added(Import of, Map<Integer, Map<String, String>> fixes) {
        TreeSet<Column> added = new TreeSet<>();
        fixes.values()
                .forEach(fix -> fix.keySet().stream()
                        .filter(column ->
                                !column.startsWith("#") && !of.columns().contains(column))
                        .map(Column::valueOf)
                        .forEach(added::add));
        return List.copyOf(added);
    }

    static void write(
            RowStore store,
            FindingStore found,
            Map<Integer, Map<String, String>> fixes,
            Import of,
            OutputStream out,
            Function<Finding, String> words,
            UnaryOperator<String> leftOut,
            String title) {
        ProblemSheet problems = new ProblemSheet(of, fixes, words, leftOut, title);
        try (Lines lines = new Lines(out, of.sheetName().isBlank() ? title : of.sheetName())) {
            int after = 0;
            for (List<KeptRow> rows = store.rows(of.id(), after, ROWS_AT_ONCE);
                    !rows.isEmpty();
                    rows = store.rows(of.id(), after, ROWS_AT_ONCE)) {
                int last = rows.getLast().number();
                Map<Integer, List<Finding>> findings = findings(found, of.id(), after, last);
                rows.forEach(row ->
                        lines.write(row.number(), problems.cells(row, findings.getOrDefault(row.number(), List.of()))));
                after = last;
            }
        }
    }

    private static Map<Integer, List<Finding>> findings(FindingStore found, long id, int after, int last) {
        return found.findings(id, "", after, Integer.MAX_VALUE, last).stream()
                .filter(finding -> finding.severity() != Severity.GUESS)
                .collect(Collectors.groupingBy(Finding::row));
    }

    private List<String> cells(KeptRow row, List<Finding> findings) {
        if (row.number() == of.headerRow()) {
            return with(
                    row.cells().stream().map(SheetCell::text).toList(),
                    added.stream().map(Column::title).toList(),
                    title);
        }
        if (!row.skip().isEmpty()) {
            // What only a merged range fills in would be typed once written, and a note would look like data.
            boolean whole = row.skip().equals("HEADER");
            return row.cells().stream()
                    .map(cell -> whole || !cell.merged() ? cell.text() : "")
                    .toList();
        }
        Map<String, String> fix = fixes.getOrDefault(row.number(), Map.of());
        List<String> own = new ArrayList<>();
        for (int i = 0; i < Math.max(row.cells().size(), of.columns().size()); i++) {
            String column = i < of.columns().size() ? of.columns().get(i) : "";
            own.add(fix.getOrDefault(
                    column, i < row.cells().size() ? row.cells().get(i).text() : ""));
        }
        String problems = Stream.concat(
                        Optional.ofNullable(excluded.get(row.number())).map(leftOut).stream(),
                        findings.stream().map(words))
                .collect(Collectors.joining("\n"));
        return with(
                own,
                added.stream()
                        .map(column -> fix.getOrDefault(column.name(), ""))
                        .toList(),
                problems);
    }

    /** The sheet's own columns, those added here, the problems, and at last what stood beyond the header. */
    private List<String> with(List<String> own, List<String> more, String problems) {
        int width = of.headers().size();
        List<String> cells = new ArrayList<>(own.subList(0, Math.min(width, own.size())));
        while (cells.size() < width) {
            cells.add("");
        }
        cells.addAll(more);
        if (problemsAt >= 0) {
            cells.set(problemsAt, problems);
        } else {
            cells.add(problems);
        }
        if (own.size() > width) {
            cells.addAll(own.subList(width, own.size()));
        }
        return cells;
    }

    /** Rows at the numbers they had, blank ones between. */
    private static final class Lines implements AutoCloseable {

        private final OutputStream out;
        private final String name;
        private @Nullable SheetWriter sheet;
        private int next = 2;

        private Lines(OutputStream out, String name) {
            this.out = out;
            this.name = name;
        }

        private void write(int number, List<String> cells) {
            List<String> texts = cells.stream().map(Lines::shortened).toList();
            SheetWriter writer = begin(number == 1 ? texts : List.of());
            if (number > 1) {
                for (; next < number; next++) {
                    writer.row(List.of());
                }
                writer.row(texts);
                next++;
            }
        }

        /** The first row of a workbook is its header to the writer, whatever it says. */
        private SheetWriter begin(List<String> first) {
            SheetWriter begun = sheet == null ? SheetWriter.xlsx(out, name, first) : sheet;
            sheet = begun;
            return begun;
        }

        private static String shortened(String text) {
            return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
        }

        @Override
        public void close() {
            begin(List.of()).close();
        }
    }
}
