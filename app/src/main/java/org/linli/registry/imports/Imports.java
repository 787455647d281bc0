package org.linli.registry.imports;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.Viewer;
import org.linli.platform.time.BusinessTime;
import org.linli.registry.FiguresMoved;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The import desk.
 *
 * <p>A file is uploaded, its columns confirmed, its rows checked; the clerk mends, answers and confirms; then it is
 * accepted as a whole and stored by one transaction, which a receipt describes and an undo takes back.
 */
@Service
public class Imports {

    /** Leaves a row out. */
    public static final String EXCLUDE = "#exclude";

    /** Confirms a group of guesses. */
    public static final String CONFIRMED = "YES";

    /** Up to so many rows a check runs while the clerk waits, beyond as a job. */
    static final int QUICK_ROWS = 2_000;

    private final ImportStore store;
    private final FindingStore findings;
    private final Uploads uploads;
    private final ImportWork work;
    private final Corrections corrections;
    private final SheetViews views;
    private final Forecast forecast;
    private final Takeback takeback;
    private final BusinessTime time;

    Imports(
            ImportStore store,
            FindingStore findings,
            Uploads uploads,
            ImportWork work,
            Corrections corrections,
            SheetViews views,
            Forecast forecast,
            Takeback takeback,
            BusinessTime time) {
        this.store = store;
        this.findings = findings;
        this.uploads = uploads;
        this.work = work;
        this.corrections = corrections;
        this.views = views;
        this.forecast = forecast;
        this.takeback = takeback;
        this.time = time;
    }

    /**
     * Takes a file in: stores it, finds its header and proposes what its columns mean.
     *
     * @param communityCode for homes of one community whose sheet does not name it; empty otherwise
     * @return the import's id
     * @throws ImportRefused if the file is no sheet, too large, without a header we know, or the viewer has no division;
     *     then nothing is stored
     */
    public long upload(Viewer viewer, ImportKind kind, String communityCode, String fileName, InputStream content) {
        return uploads.upload(viewer, kind, communityCode, fileName, content);
    }

    /** @param names of the visible sheets @param rows the first rows of the sheet looked at */
    public record Top(int sheet, List<String> names, List<OriginalRow> rows) {}

    /** The beginning of one sheet of the file, to choose the header row from; empty once the file is gone. @param sheet the first if there is none such */
    public Top top(Import of, int sheet) {
        return uploads.top(of, sheet);
    }

    /**
     * Takes the header where the clerk points, and begins anew with its columns.
     *
     * @throws ImportRefused NO_SUCH_ROW, or if the import is past checking
     */
    @Transactional
    public void begin(RowScope scope, long id, int sheet, int row) {
        Import import_ = store.open(scope, id, ImportState.UPLOADED, ImportState.CHECKED);
        Header header = uploads.at(import_, sheet, row, store.remembered(import_.sender(), import_.kind()))
                .orElseThrow(() -> new ImportRefused("NO_SUCH_ROW", Integer.toString(row)));
        store.begin(id, header);
    }

    public Optional<Import> find(RowScope scope, long id) {
        return store.find(scope, id);
    }

    /** Newest first. @param before only ids below it */
    public List<Import> list(RowScope scope, long before, int limit) {
        return store.list(scope, before, limit);
    }

    /** Imports that wait for a clerk of this scope. */
    public long countOpen(RowScope scope) {
        return store.countOpen(scope);
    }

    /** What blocks a mapping: mandatory columns that no column of the sheet is said to be. */
    public List<Column> missing(Import of, List<Optional<Column>> columns) {
        List<Column> missing =
                of.kind().missing(columns.stream().flatMap(Optional::stream).toList());
        return of.communityCode() == null
                ? missing
                : missing.stream()
                        .filter(column -> column != Column.COMMUNITY_NAME)
                        .toList();
    }

    /**
     * Takes the clerk's mapping, remembers it for the sender, and begins the check anew.
     *
     * @param columns by position; empty for a column without meaning
     * @throws ImportRefused if a mandatory column is missing, one meaning is given twice, or the import is past checking
     */
    @Transactional
    public void map(RowScope scope, long id, List<Optional<Column>> columns) {
        Import import_ = store.open(scope, id, ImportState.UPLOADED, ImportState.CHECKED);
        List<Optional<Column>> all = new ArrayList<>();
        for (int i = 0; i < import_.headers().size(); i++) {
            all.add(i < columns.size() ? columns.get(i) : Optional.empty());
        }
        Set<Column> seen = new HashSet<>();
        for (Optional<Column> column : all) {
            if (column.isPresent() && !seen.add(column.get())) {
                throw new ImportRefused("COLUMN_TWICE", "~imports.column." + column.get());
            }
        }
        List<Column> missing = missing(import_, all);
        if (!missing.isEmpty()) {
            throw new ImportRefused("COLUMN_MISSING", "~imports.column." + missing.getFirst());
        }
        Header header = import_.header().mappedTo(all);
        store.remember(import_.sender(), import_.kind(), header);
        store.map(id, header);
        work.checkLater(id);
    }

    /** Types a value over one cell, and judges again. @param column key of a {@link Column} or {@link #EXCLUDE} */
    @Transactional
    public void fix(Viewer viewer, RowScope scope, long id, int row, String column, String value) {
        corrections.fix(viewer, scope, id, row, column, value);
    }

    /** The same fix for every row of a group; an empty value with {@code suggested} takes each row's own suggestion. */
    @Transactional
    public void fixAll(
            Viewer viewer, RowScope scope, long id, String group, String column, String value, boolean suggested) {
        corrections.fixAll(viewer, scope, id, group, column, value, suggested);
    }

    /** Takes a row in again that was left out, and judges again. */
    @Transactional
    public void include(RowScope scope, long id, int row) {
        corrections.include(scope, id, row);
    }

    /** Confirms a group of guesses or answers a question, and judges again. */
    @Transactional
    public void answer(Viewer viewer, RowScope scope, long id, String group, String choice) {
        corrections.answer(viewer, scope, id, group, choice);
    }

    /**
     * Accepts the whole import; a job stores it. Of two who accept at once one is refused.
     *
     * @throws ImportRefused while anything is open, if it is accepted already, or if owners' rolls are accepted by the
     *     account that uploaded them
     */
    @Transactional
    public void accept(Viewer viewer, RowScope scope, long id) {
        Import import_ = store.open(scope, id, ImportState.CHECKED);
        if (findings.countOpen(id) > 0) {
            throw new ImportRefused("OPEN_FINDINGS");
        }
        if (import_.needsSecondPerson() && import_.uploadedBy() == viewer.accountId()) {
            throw new ImportRefused("SECOND_PERSON");
        }
        store.accepted(id, viewer.accountId(), viewer.name());
        work.storeLater(id);
    }

    /**
     * Takes a stored import back as a whole: its rows are superseded and the former ones are true again.
     *
     * @throws ImportRefused DEPENDS, with what depends on it
     */
    @Transactional
    public void undo(Viewer viewer, RowScope scope, long id) {
        takeback.undo(viewer, scope, id);
    }

    public List<Group> groups(long id) {
        return findings.groups(id);
    }

    /** Findings by row. @param group a group's key, or empty for all @param after only rows beyond it */
    public List<Finding> findings(long id, String group, int after, int limit) {
        return findings.findings(id, group, after, limit);
    }

    public int countOpenFindings(long id) {
        return findings.countOpen(id);
    }

    /** A row as it stands in the file. @param skip why it is no data, empty for data */
    public record OriginalRow(int number, String skip, List<String> cells, String outcome, List<Change> changes) {}

    /** The sheet's rows as they stand in the file, from a row on. */
    public List<OriginalRow> original(long id, int after, int limit) {
        return views.original(id, after, limit);
    }

    /** The rows that change what the registry has, with before and after. */
    public List<OriginalRow> changing(long id, int after, int limit) {
        return views.changing(id, after, limit);
    }

    /** The rows of the sheet that are no data, each with why. */
    public Map<Integer, String> skipped(long id) {
        return views.skipped(id);
    }

    /** The rows the clerk leaves out, each with why. */
    public Map<Integer, String> excluded(long id) {
        return views.excluded(id);
    }

    /** What some rows call their community or company, by row; blank cells are left out. */
    public Map<Integer, String> names(Import of, Collection<Integer> rows) {
        return views.names(of, rows);
    }

    /** Whether the figures that an import moves can be told beforehand: homes enter none of them. */
    public static boolean movesFigures(Import of) {
        return of.kind() != ImportKind.HOMES;
    }

    /** Whether that is quickly told, so that the page need not be asked for it. */
    public static boolean movesQuickly(Import of) {
        return movesFigures(of) && of.rowsTotal() <= QUICK_ROWS;
    }

    /** The figures that this import would move if it were stored now. Nothing is stored. */
    public List<FiguresMoved.Moved> moved(RowScope scope, long id) {
        return forecast.moved(scope, id);
    }

    /**
     * Writes the sheet again with a first column 问题.
     *
     * @param words puts a finding into the reader's words
     * @param leftOut puts the reason for leaving a row out into the reader's words
     */
    public void writeProblems(
            Import of, OutputStream out, Function<Finding, String> words, UnaryOperator<String> leftOut, String title) {
        views.writeProblems(of, out, words, leftOut, title);
    }

    /** Writes our own template of a kind. */
    public static void writeTemplate(ImportKind kind, OutputStream out) {
        Templates.write(kind, out);
    }

    /** Whether the sheet itself says since when it holds; if not, it holds from the day it is stored. */
    public boolean statesDay(Import of) {
        return of.statedOn(time.today()).isPresent();
    }

    /** How registry rows name an import. */
    static String reason(long id) {
        return "导入 #" + id;
    }
}
