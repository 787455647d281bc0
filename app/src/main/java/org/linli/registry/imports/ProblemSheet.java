package org.linli.registry.imports;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.linli.platform.sheets.SheetCell;
import org.linli.platform.sheets.SheetWriter;

/** The sheet as it came, row numbers kept, with a column 问题: what the sender must mend in the file. */
final class ProblemSheet {

    private static final int ROWS_AT_ONCE = 2_000;

    private ProblemSheet() {}

    static void write(
            ImportStore store,
            Import of,
            OutputStream out,
            Function<Finding, String> words,
            UnaryOperator<String> leftOut,
            String title) {
        List<String> header = new ArrayList<>(List.of(title, "#"));
        header.addAll(of.headers());
        Map<Integer, String> excluded = Imports.excluded(store.fixes(of.id()));
        try (SheetWriter sheet = SheetWriter.xlsx(out, title, header)) {
            int after = of.headerRow();
            for (List<ImportStore.Row> rows = store.rows(of.id(), after, ROWS_AT_ONCE);
                    !rows.isEmpty();
                    rows = store.rows(of.id(), after, ROWS_AT_ONCE)) {
                int last = rows.getLast().number();
                Map<Integer, List<Finding>> findings = findings(store, of.id(), after, last);
                for (ImportStore.Row row : rows) {
                    List<Object> cells = new ArrayList<>();
                    cells.add(Stream.concat(
                                    Optional.ofNullable(excluded.get(row.number())).map(leftOut).stream(),
                                    findings.getOrDefault(row.number(), List.of()).stream()
                                            .map(words))
                            .collect(Collectors.joining("\n")));
                    cells.add(row.number());
                    row.cells().stream().map(SheetCell::text).forEach(cells::add);
                    sheet.row(cells);
                }
                after = last;
            }
        }
    }

    private static Map<Integer, List<Finding>> findings(ImportStore store, long id, int after, int last) {
        return store.findings(id, "", after, Integer.MAX_VALUE, last).stream()
                .filter(finding -> finding.severity() != Severity.GUESS)
                .collect(Collectors.groupingBy(Finding::row));
    }
}
