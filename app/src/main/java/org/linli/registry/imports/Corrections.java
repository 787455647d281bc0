package org.linli.registry.imports;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.Viewer;
import org.linli.platform.time.BusinessTime;
import org.linli.platform.web.NotFound;
import org.springframework.stereotype.Component;

/** What the clerk types over cells, leaves out and answers. The caller holds the transaction. */
@Component
class Corrections {

    private static final int ROWS_AT_ONCE = 2_000;

    private final ImportStore store;
    private final RowStore rows;
    private final FindingStore findings;
    private final FixStore fixes;
    private final ImportWork work;
    private final BusinessTime time;

    Corrections(
            ImportStore store,
            RowStore rows,
            FindingStore findings,
            FixStore fixes,
            ImportWork work,
            BusinessTime time) {
        this.store = store;
        this.rows = rows;
        this.findings = findings;
        this.fixes = fixes;
        this.work = work;
        this.time = time;
    }

    /** Types a value over one cell, and judges again. @param column key of a {@link Column} or {@link Imports#EXCLUDE} */
    void fix(Viewer viewer, RowScope scope, long id, int row, String column, String value) {
        Import import_ = store.open(scope, id, ImportState.CHECKED);
        requireSound(column, value);
        if (!rows.isDataRow(id, row)) {
            throw new NotFound();
        }
        fixes.fix(id, row, column, value.strip(), viewer.name(), time.now());
        work.again(import_);
    }

    /** The same fix for every row of a group; an empty value with {@code suggested} takes each row's own suggestion. */
    void fixAll(Viewer viewer, RowScope scope, long id, String group, String column, String value, boolean suggested) {
        Import import_ = store.open(scope, id, ImportState.CHECKED);
        requireSound(column, value);
        int after = 0;
        for (List<Finding> some = findings.findings(id, group, after, ROWS_AT_ONCE);
                !some.isEmpty();
                some = findings.findings(id, group, after, ROWS_AT_ONCE)) {
            for (Finding finding : some) {
                @Nullable String text = suggested ? finding.suggestion() : value.strip();
                if (text != null) {
                    fixes.fix(id, finding.row(), column, text, viewer.name(), time.now());
                }
                after = finding.row();
            }
        }
        work.again(import_);
    }

    /** Takes a row in again that was left out, and judges again. */
    void include(RowScope scope, long id, int row) {
        Import import_ = store.open(scope, id, ImportState.CHECKED);
        fixes.unfix(id, row, Imports.EXCLUDE);
        work.again(import_);
    }

    /** Confirms a group of guesses or answers a question, and judges again. */
    void answer(Viewer viewer, RowScope scope, long id, String group, String choice) {
        Import import_ = store.open(scope, id, ImportState.CHECKED);
        Group asked = findings.groups(id).stream()
                .filter(one -> one.key().equals(group))
                .findFirst()
                .orElseThrow(() -> new ImportRefused("GONE"));
        boolean known = asked.severity() == Severity.GUESS
                ? choice.equals(Imports.CONFIRMED)
                : asked.choices().contains(choice);
        if (!known) {
            throw new ImportRefused("GONE");
        }
        fixes.answer(id, group, choice, viewer.name(), time.now());
        if (asked.severity() == Severity.QUESTION) {
            work.again(import_);
        }
    }

    private static void requireSound(String column, String value) {
        switch (column) {
            case Imports.EXCLUDE -> requireReason(value);
            default -> requireColumn(column);
        }
    }

    private static void requireReason(String reason) {
        if (reason.isBlank()) {
            throw new ImportRefused("NO_REASON");
        }
    }

    private static void requireColumn(String name) {
        if (Arrays.stream(Column.values()).noneMatch(column -> column.name().equals(name))) {
            throw new NotFound();
        }
    }
}
