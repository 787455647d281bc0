package org.linli.registry.imports;

import java.io.OutputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.linli.platform.sheets.SheetCell;
import org.springframework.stereotype.Component;

/** The rows of an import as clerks look at them. */
@Component
class SheetViews {

    private final RowStore rows;
    private final FindingStore findings;
    private final FixStore fixes;

    SheetViews(RowStore rows, FindingStore findings, FixStore fixes) {
        this.rows = rows;
        this.findings = findings;
        this.fixes = fixes;
    }

    /** The sheet's rows as they stand in the file, from a row on. */
    List<Imports.OriginalRow> original(long id, int after, int limit) {
        return rows.rows(id, after, limit).stream().map(SheetViews::original).toList();
    }

    /** The rows that change what the registry has, with before and after. */
    List<Imports.OriginalRow> changing(long id, int after, int limit) {
        return rows.changing(id, after, limit).stream()
                .map(SheetViews::original)
                .toList();
    }

    private static Imports.OriginalRow original(KeptRow row) {
        return new Imports.OriginalRow(
                row.number(),
                row.skip(),
                row.cells().stream().map(SheetCell::text).toList(),
                row.outcome(),
                row.changes());
    }

    /** The rows of the sheet that are no data, each with why. */
    Map<Integer, String> skipped(long id) {
        return rows.skipped(id);
    }

    /** The rows the clerk leaves out, each with why. */
    Map<Integer, String> excluded(long id) {
        return excluded(fixes.fixes(id));
    }

    static Map<Integer, String> excluded(Map<Integer, Map<String, String>> fixes) {
        Map<Integer, String> excluded = new TreeMap<>();
        fixes.forEach((row, fix) -> {
            String why = fix.get(Imports.EXCLUDE);
            if (why != null) {
                excluded.put(row, why);
            }
        });
        return excluded;
    }

    /** What some rows call their community or company, by row; blank cells are left out. */
    Map<Integer, String> names(Import of, Collection<Integer> rows) {
        int at = of.columns().indexOf(Column.COMMUNITY_NAME.name()) >= 0
                ? of.columns().indexOf(Column.COMMUNITY_NAME.name())
                : of.columns().indexOf(Column.COMPANY_NAME.name());
        Map<Integer, String> names = new HashMap<>();
        if (at >= 0) {
            this.rows.cells(of.id(), rows).forEach((row, cells) -> {
                if (at < cells.size() && !cells.get(at).text().isBlank()) {
                    names.put(row, cells.get(at).text());
                }
            });
        }
        return names;
    }

    /**
     * Writes the sheet again with a first column 问题.
     *
     * @param words puts a finding into the reader's words
     * @param leftOut puts the reason for leaving a row out into the reader's words
     */
    void writeProblems(
            Import of, OutputStream out, Function<Finding, String> words, UnaryOperator<String> leftOut, String title) {
        ProblemSheet.write(rows, findings, fixes.fixes(of.id()), of, out, words, leftOut, title);
    }
}
