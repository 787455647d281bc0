package org.linli.registry.imports;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.divisions.Division;
import org.linli.divisions.Divisions;
import org.linli.platform.files.FileStore;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.ids.DivisionLevel;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.Scope;
import org.linli.platform.scope.Viewer;
import org.linli.platform.settings.Portal;
import org.linli.platform.sheets.SheetCell;
import org.linli.platform.sheets.SheetFile;
import org.linli.platform.sheets.SheetFormat;
import org.linli.platform.sheets.SheetLimits;
import org.linli.platform.sheets.SheetRefused;
import org.linli.platform.sheets.SheetRow;
import org.linli.platform.time.BusinessTime;
import org.linli.registry.FiguresMoved;
import org.linli.registry.city.City;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

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

    /** Lets a wrong credit code pass; the value is the reason. */
    public static final String OVERRIDE = "#override";

    /** Confirms a group of guesses. */
    public static final String CONFIRMED = "YES";

    /** Up to so many rows a check runs while the clerk waits, beyond as a job. */
    private static final int QUICK_ROWS = 2_000;

    private static final int ROWS_AT_ONCE = 2_000;

    private static final Pattern EXCEL_NAME = Pattern.compile("(?i)\\.xlsx?$");

    private final ImportStore store;
    private final RegistryStore registry;
    private final Homes homes;
    private final Dependents dependents;
    private final FileStore files;
    private final Divisions divisions;
    private final Portal portal;
    private final BusinessTime time;
    private final City city;
    private final FiguresMoved figuresMoved;
    private final TransactionTemplate apart;
    private final ObjectProvider<SchedulerClient> scheduler;

    Imports(
            ImportStore store,
            RegistryStore registry,
            Homes homes,
            Dependents dependents,
            FileStore files,
            Divisions divisions,
            Portal portal,
            BusinessTime time,
            City city,
            FiguresMoved figuresMoved,
            org.springframework.transaction.PlatformTransactionManager transactions,
            ObjectProvider<SchedulerClient> scheduler) {
        this.store = store;
        this.registry = registry;
        this.homes = homes;
        this.dependents = dependents;
        this.files = files;
        this.divisions = divisions;
        this.portal = portal;
        this.time = time;
        this.city = city;
        this.figuresMoved = figuresMoved;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
        this.scheduler = scheduler;
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
        DivisionCode sender = sender(viewer);
        String community = communityCode.strip();
        if (!community.isEmpty() && homes.findCommunity(sender, community).isEmpty()) {
            throw new ImportRefused("UNKNOWN_COMMUNITY", community);
        }
        Header header;
        String hash;
        try (FileStore.Copy draft = files.draft(content)) {
            header = header(draft, kind, fileName, store.remembered(sender, kind));
            try (InputStream sound = Files.newInputStream(draft.path())) {
                hash = files.put(sound);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return store.insert(
                kind,
                sender,
                community.isEmpty() ? null : community,
                fileName.isBlank() ? "-" : fileName.substring(0, Math.min(200, fileName.length())),
                hash,
                header,
                viewer.accountId(),
                viewer.name(),
                time.now());
    }

    private static DivisionCode sender(Viewer viewer) {
        if (viewer.scope() instanceof Scope.OfDivision(DivisionCode division)) {
            return division;
        }
        throw new ImportRefused("NO_DIVISION");
    }

    private static Header header(
            FileStore.Copy draft, ImportKind kind, String fileName, Map<String, String> remembered) {
        try (SheetFile file = SheetFile.open(draft.path(), SheetLimits.standard())) {
            if (file.format() == SheetFormat.CSV && EXCEL_NAME.matcher(fileName).find()) {
                throw new ImportRefused("NOT_EXCEL", fileName);
            }
            return HeaderFinder.find(file, kind, remembered)
                    .orElseThrow(() -> new ImportRefused(
                            "NO_HEADER",
                            kind.columns().stream().limit(8).map(Column::title).collect(Collectors.joining("、"))));
        } catch (SheetRefused refused) {
            throw new ImportRefused(refused.reason().name());
        }
    }

    /** @param names of the visible sheets @param rows the first rows of the sheet looked at */
    public record Top(int sheet, List<String> names, List<OriginalRow> rows) {}

    /** The beginning of one sheet of the file, to choose the header row from; empty once the file is gone. @param sheet the first if there is none such */
    public Top top(Import of, int sheet) {
        if (!files.has(of.fileHash())) {
            return new Top(0, List.of(), List.of());
        }
        return inFile(of, file -> {
            int looked = sheet >= 0 && sheet < file.sheetNames().size() ? sheet : 0;
            return new Top(
                    looked,
                    file.sheetNames(),
                    HeaderFinder.top(file, looked).stream()
                            .map(row -> new OriginalRow(
                                    row.number(),
                                    "",
                                    row.cells().stream().map(SheetCell::text).toList(),
                                    "",
                                    List.of()))
                            .toList());
        });
    }

    /**
     * Takes the header where the clerk points, and begins anew with its columns.
     *
     * @throws ImportRefused NO_SUCH_ROW, or if the import is past checking
     */
    @Transactional
    public void begin(RowScope scope, long id, int sheet, int row) {
        Import import_ = open(scope, id, ImportState.UPLOADED, ImportState.CHECKED);
        Map<String, String> remembered = store.remembered(import_.sender(), import_.kind());
        Header header = inFile(
                        import_,
                        file -> sheet >= 0 && sheet < file.sheetNames().size()
                                ? HeaderFinder.at(file, sheet, row, import_.kind(), remembered)
                                : Optional.<Header>empty())
                .orElseThrow(() -> new ImportRefused("NO_SUCH_ROW", Integer.toString(row)));
        store.begin(id, header);
    }

    private interface Look<T> {
        T at(SheetFile file) throws SheetRefused;
    }

    private <T> T inFile(Import of, Look<T> look) {
        if (!files.has(of.fileHash())) {
            throw new ImportRefused("FILE_GONE");
        }
        try (FileStore.Copy copy = files.open(of.fileHash());
                SheetFile file = SheetFile.open(copy.path(), SheetLimits.standard())) {
            return look.at(file);
        } catch (SheetRefused refused) {
            throw new ImportRefused(refused.reason().name());
        }
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
        Import import_ = open(scope, id, ImportState.UPLOADED, ImportState.CHECKED);
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
        schedule(ImportJobs.CHECK, id);
    }

    /** Types a value over one cell, and judges again. @param column key of a {@link Column} or {@link #EXCLUDE} */
    @Transactional
    public void fix(Viewer viewer, RowScope scope, long id, int row, String column, String value) {
        Import import_ = open(scope, id, ImportState.CHECKED);
        requireSound(viewer, column, value);
        if (!store.isDataRow(id, row)) {
            throw new org.linli.platform.web.NotFound();
        }
        store.fix(id, row, column, value.strip(), viewer.name(), time.now());
        again(import_);
    }

    /** The same fix for every row of a group; an empty value with {@code suggested} takes each row's own suggestion. */
    @Transactional
    public void fixAll(
            Viewer viewer, RowScope scope, long id, String group, String column, String value, boolean suggested) {
        Import import_ = open(scope, id, ImportState.CHECKED);
        requireSound(viewer, column, value);
        int after = 0;
        for (List<Finding> some = store.findings(id, group, after, ROWS_AT_ONCE);
                !some.isEmpty();
                some = store.findings(id, group, after, ROWS_AT_ONCE)) {
            for (Finding finding : some) {
                @Nullable String text = suggested ? finding.suggestion() : value.strip();
                if (text != null) {
                    store.fix(id, finding.row(), column, text, viewer.name(), time.now());
                }
                after = finding.row();
            }
        }
        again(import_);
    }

    /** Takes a row in again that was left out, and judges again. */
    @Transactional
    public void include(RowScope scope, long id, int row) {
        Import import_ = open(scope, id, ImportState.CHECKED);
        store.unfix(id, row, EXCLUDE);
        again(import_);
    }

    private static void requireSound(Viewer viewer, String column, String value) {
        switch (column) {
            case OVERRIDE -> requireOverride(viewer, value);
            case EXCLUDE -> requireReason(value);
            default -> requireColumn(column);
        }
    }

    private static void requireReason(String reason) {
        if (reason.isBlank()) {
            throw new ImportRefused("NO_REASON");
        }
    }

    /** Whether this hat may let a wrong credit code pass: a supervisor of the clerk who found it. */
    public static boolean mayOverride(Viewer viewer) {
        return viewer.role() == Role.COUNTY || viewer.role() == Role.CITY;
    }

    private static void requireColumn(String name) {
        if (java.util.Arrays.stream(Column.values())
                .noneMatch(column -> column.name().equals(name))) {
            throw new org.linli.platform.web.NotFound();
        }
    }

    private static void requireOverride(Viewer viewer, String reason) {
        if (!mayOverride(viewer)) {
            throw new ImportRefused("NOT_SUPERVISOR");
        }
        requireReason(reason);
    }

    /** Confirms a group of guesses or answers a question, and judges again. */
    @Transactional
    public void answer(Viewer viewer, RowScope scope, long id, String group, String choice) {
        Import import_ = open(scope, id, ImportState.CHECKED);
        Group asked = store.groups(id).stream()
                .filter(one -> one.key().equals(group))
                .findFirst()
                .orElseThrow(() -> new ImportRefused("GONE"));
        boolean known = asked.severity() == Severity.GUESS
                ? choice.equals(CONFIRMED)
                : asked.choices().contains(choice);
        if (!known) {
            throw new ImportRefused("GONE");
        }
        store.answer(id, group, choice, viewer.name(), time.now());
        if (asked.severity() == Severity.QUESTION) {
            again(import_);
        }
    }

    /**
     * Accepts the whole import; a job stores it. Of two who accept at once one is refused.
     *
     * @throws ImportRefused while anything is open, if it is accepted already, or if owners' rolls are accepted by the
     *     account that uploaded them
     */
    @Transactional
    public void accept(Viewer viewer, RowScope scope, long id) {
        Import import_ = open(scope, id, ImportState.CHECKED);
        if (store.countOpenFindings(id) > 0) {
            throw new ImportRefused("OPEN_FINDINGS");
        }
        if (import_.needsSecondPerson() && import_.uploadedBy() == viewer.accountId()) {
            throw new ImportRefused("SECOND_PERSON");
        }
        store.accepted(id, viewer.accountId(), viewer.name());
        schedule(ImportJobs.STORE, id);
    }

    /**
     * Takes a stored import back as a whole: its rows are superseded and the former ones are true again.
     *
     * @throws ImportRefused DEPENDS, with what depends on it
     */
    @Transactional
    public void undo(Viewer viewer, RowScope scope, long id) {
        city.changed();
        Import import_ = open(scope, id, ImportState.STORED);
        RegistryStore.Act act = new RegistryStore.Act(time.now(), time.today(), viewer.name(), "撤销" + reason(id));
        Undo.Stored stored = new Undo.Stored(
                java.util.Objects.requireNonNull(import_.storedAt()),
                reason(id),
                store.communities(id),
                store.companies(id));
        List<String> standing = dependents.on(import_, stored);
        if (!standing.isEmpty()) {
            throw new ImportRefused(
                    "DEPENDS", standing.stream().map(key -> "~" + key).collect(Collectors.joining("\n")));
        }
        if (import_.kind() == ImportKind.HOMES) {
            homes.undo(id, stored, act);
        } else {
            registry.undo(stored, act);
        }
        store.undone(id, act.at());
    }

    public List<Group> groups(long id) {
        return store.groups(id);
    }

    /** Findings by row. @param group a group's key, or empty for all @param after only rows beyond it */
    public List<Finding> findings(long id, String group, int after, int limit) {
        return store.findings(id, group, after, limit);
    }

    public int countOpenFindings(long id) {
        return store.countOpenFindings(id);
    }

    /** A row as it stands in the file. @param skip why it is no data, empty for data */
    public record OriginalRow(int number, String skip, List<String> cells, String outcome, List<Change> changes) {}

    /** The sheet's rows as they stand in the file, from a row on. */
    public List<OriginalRow> original(long id, int after, int limit) {
        return store.rows(id, after, limit).stream().map(Imports::original).toList();
    }

    /** The rows that change what the registry has, with before and after. */
    public List<OriginalRow> changing(long id, int limit) {
        return store.changing(id, limit).stream().map(Imports::original).toList();
    }

    private static OriginalRow original(ImportStore.Row row) {
        return new OriginalRow(
                row.number(),
                row.skip(),
                row.cells().stream().map(SheetCell::text).toList(),
                row.outcome(),
                row.changes());
    }

    /** The rows of the sheet that are no data, each with why. */
    public Map<Integer, String> skipped(long id) {
        return store.skipped(id);
    }

    /** The rows the clerk leaves out, each with why. */
    public Map<Integer, String> excluded(long id) {
        return excluded(store.fixes(id));
    }

    static Map<Integer, String> excluded(Map<Integer, Map<String, String>> fixes) {
        Map<Integer, String> excluded = new TreeMap<>();
        fixes.forEach((row, fix) -> {
            String why = fix.get(EXCLUDE);
            if (why != null) {
                excluded.put(row, why);
            }
        });
        return excluded;
    }

    /** What some rows call their community or company, by row; blank cells are left out. */
    public Map<Integer, String> names(Import of, Collection<Integer> rows) {
        int at = of.columns().indexOf(Column.COMMUNITY_NAME.name()) >= 0
                ? of.columns().indexOf(Column.COMMUNITY_NAME.name())
                : of.columns().indexOf(Column.COMPANY_NAME.name());
        Map<Integer, String> names = new HashMap<>();
        if (at >= 0) {
            store.cells(of.id(), rows).forEach((row, cells) -> {
                if (at < cells.size() && !cells.get(at).text().isBlank()) {
                    names.put(row, cells.get(at).text());
                }
            });
        }
        return names;
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
        Import import_ = store.find(scope, id)
                .filter(one -> one.state() == ImportState.CHECKED && movesFigures(one))
                .orElseThrow(org.linli.platform.web.NotFound::new);
        List<DivisionCode> divided = new ArrayList<>(List.of(portal.home()));
        import_.sender().at(DivisionLevel.COUNTY).ifPresent(divided::add);
        RegistryStore.Act act = new RegistryStore.Act(time.now(), day(import_), import_.uploader(), reason(id));
        return figuresMoved
                .by(
                        () -> {
                            city.changed();
                            new Writer(registry, act).write(plan(import_, sheet(import_)), done -> {});
                            return new org.linli.registry.Outcome.Stored(Long.toString(id));
                        },
                        divided)
                .moved();
    }

    /**
     * Writes the sheet again with a first column 问题.
     *
     * @param words puts a finding into the reader's words
     * @param leftOut puts the reason for leaving a row out into the reader's words
     */
    public void writeProblems(
            Import of,
            OutputStream out,
            java.util.function.Function<Finding, String> words,
            java.util.function.UnaryOperator<String> leftOut,
            String title) {
        ProblemSheet.write(store, of, out, words, leftOut, title);
    }

    /** Writes our own template of a kind. */
    public static void writeTemplate(ImportKind kind, OutputStream out) {
        Templates.write(kind, out);
    }

    /** The job behind {@link #map} and long checks. Does nothing unless the import waits for it. */
    @Transactional
    void check(long id) {
        store.guard(id);
        Optional<Import> waiting =
                store.find(RowScope.everything(), id).filter(one -> one.state() == ImportState.CHECKING);
        waiting.ifPresent(import_ -> {
            if (!store.hasRows(id)) {
                readRows(import_);
            }
            present(import_, null);
        });
    }

    private void readRows(Import import_) {
        RowSorter sorter = new RowSorter(import_.header());
        List<ImportStore.Row> batch = new ArrayList<>();
        int[] read = {0};
        int all = inFile(import_, file -> {
            file.read(import_.sheetIndex(), true, row -> {
                batch.add(new ImportStore.Row(row.number(), skip(sorter, row), row.cells(), "", List.of()));
                if (batch.size() == ROWS_AT_ONCE) {
                    store.addRows(import_.id(), batch);
                    read[0] += batch.size();
                    progress(import_.id(), 0, read[0]);
                    batch.clear();
                }
                return true;
            });
            store.addRows(import_.id(), batch);
            return read[0] + batch.size();
        });
        progress(import_.id(), 0, all);
    }

    private static String skip(RowSorter sorter, SheetRow row) {
        return sorter.skip(row).orElse("");
    }

    /** Seen by others at once, while the work goes on. */
    private void progress(long id, int done, int total) {
        apart.executeWithoutResult(status -> store.progress(id, done, total));
    }

    /** What the rows kept come to. Nothing is written down yet but the findings. */
    private record Judged(Plan plan, Sheet sheet, String digest) {}

    private Judged judge(Import import_) {
        store.clearFindings(import_.id());
        Sheet sheet = sheet(import_);
        Plan plan = plan(import_, sheet);
        store.addFindings(import_.id(), 1, plan.findings());
        return new Judged(plan, sheet, digest(plan));
    }

    /** Judges the rows kept and gives the import to the clerk. @param refusal why it comes back to the clerk, null if it does not */
    private void present(Import import_, @Nullable String refusal) {
        if (import_.kind() == ImportKind.HOMES) {
            store.clearFindings(import_.id());
            homes.check(import_, refusal, done -> progress(import_.id(), done, 0));
        } else {
            present(import_, judge(import_), refusal);
        }
    }

    private void present(Import import_, Judged judged, @Nullable String refusal) {
        Map<Integer, Outcome> outcomes = new TreeMap<>();
        Map<Integer, List<Change>> changes = new HashMap<>();
        judged.sheet().rows().forEach(row -> outcomes.put(row.number(), Outcome.REFUSED));
        judged.sheet().excluded().forEach(row -> outcomes.put(row, Outcome.EXCLUDED));
        judged.plan().rows().forEach(row -> {
            outcomes.put(row.row(), row.outcome() == Outcome.NONE ? Outcome.SAME : row.outcome());
            changes.put(row.row(), row.changes());
        });
        store.outcomes(import_.id(), outcomes, changes);
        Summary summary = Summaries.of(judged.plan(), outcomes, outcomes.size(), store.countSkipped(import_.id()));
        store.checked(import_.id(), outcomes.size(), judged.digest(), summary, refusal);
    }

    private record Sheet(List<DataRow> rows, List<Integer> excluded) {}

    private Sheet sheet(Import import_) {
        Map<Integer, Map<String, String>> fixes = store.fixes(import_.id());
        List<DataRow> rows = new ArrayList<>();
        List<Integer> excluded = new ArrayList<>();
        int after = 0;
        for (List<ImportStore.Row> some = store.rows(import_.id(), after, ROWS_AT_ONCE);
                !some.isEmpty();
                some = store.rows(import_.id(), after, ROWS_AT_ONCE)) {
            for (ImportStore.Row row : some) {
                Map<String, String> fix = fixes.getOrDefault(row.number(), Map.of());
                if (fix.containsKey(EXCLUDE)) {
                    excluded.add(row.number());
                } else if (row.skip().isEmpty()) {
                    rows.add(dataRow(row, import_.header(), fix));
                }
                after = row.number();
            }
        }
        return new Sheet(rows, excluded);
    }

    /** A row by the meaning of its columns, with fixes laid over it. */
    static DataRow dataRow(ImportStore.Row row, Header header, Map<String, String> fix) {
        Map<Column, SheetCell> cells = new EnumMap<>(Column.class);
        for (int i = 0; i < header.columns().size(); i++) {
            int at = i;
            header.columns()
                    .get(i)
                    .ifPresent(column -> cells.put(
                            column, at < row.cells().size() ? row.cells().get(at) : SheetCell.EMPTY));
        }
        fix.forEach((column, value) -> {
            if (!column.startsWith("#")) {
                cells.put(Column.valueOf(column), new SheetCell(value, SheetCell.Kind.TEXT, false));
            }
        });
        return new DataRow(row.number(), cells, fix.getOrDefault(OVERRIDE, ""));
    }

    private Plan plan(Import import_, Sheet sheet) {
        DivisionCode home = portal.home();
        Map<String, String> counties = divisions.listWithin(home, DivisionLevel.COUNTY).stream()
                .collect(Collectors.toMap(county -> county.code().value(), Division::name));
        Places places = new Places(
                import_.sender(),
                counties,
                divisions.listWithin(home, DivisionLevel.STREET),
                divisions.listWithin(import_.sender(), DivisionLevel.NEIGHBOURHOOD));
        return Planner.plan(
                import_.kind(),
                sheet.rows(),
                places,
                registry.known(import_.sender(), day(import_)),
                store.answers(import_.id()),
                time.today());
    }

    /** Whether the sheet itself says since when it holds; if not, it holds from the day it is stored. */
    public boolean statesDay(Import of) {
        return of.statedOn(time.today()).isPresent();
    }

    /** The day from which what a sheet says is taken as true: the day it was filled in, if it says so and it is past. */
    private LocalDate day(Import import_) {
        LocalDate today = time.today();
        return import_.statedOn(today).orElse(today);
    }

    /** What a plan says, in short: two plans with the same digest store the same. */
    private static String digest(Plan plan) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (RowPlan row : plan.rows()) {
                digest.update(row.toString().getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The job behind {@link #accept}: one transaction; broken off, it leaves nothing, and is done again.
     *
     * <p>The import's own row is left alone until the end, so that how far it has come can be written there meanwhile.
     */
    @Transactional
    void store(long id) {
        city.changed(); // also makes other changes of the registry wait until this one is whole
        store.guard(id);
        Optional<Import> waiting =
                store.find(RowScope.everything(), id).filter(one -> one.state() == ImportState.STORING);
        if (waiting.isEmpty()) {
            return;
        }
        Import import_ = waiting.get();
        String by = java.util.Objects.requireNonNull(import_.acceptor());
        RegistryStore.Act act = new RegistryStore.Act(time.now(), day(import_), by, reason(id));
        if (import_.kind() == ImportKind.HOMES) {
            homes.store(import_, act, "REGISTRY_MOVED", done -> progress(id, done, 0));
            return;
        }
        Judged judged = judge(import_);
        if (!judged.digest().equals(import_.digest()) || store.countOpenFindings(id) > 0) {
            present(import_, judged, "REGISTRY_MOVED"); // back at the clerk, who sees what has moved
            return;
        }
        Writer.Result result = new Writer(registry, act).write(judged.plan(), done -> progress(id, done, 0));
        Summary receipt = java.util.Objects.requireNonNull(import_.summary());
        store.stored(id, receipt, result.communities(), result.companies(), act.at());
    }

    /** A job has failed for good: nothing is stored, and the page says so. */
    @Transactional
    void fail(long id, String why) {
        store.state(id, ImportState.FAILED, why);
    }

    /** How registry rows name an import. */
    static String reason(long id) {
        return "导入 #" + id;
    }

    private Import open(RowScope scope, long id, ImportState... states) {
        Import import_ = store.lock(scope, id).orElseThrow(org.linli.platform.web.NotFound::new);
        if (!List.of(states).contains(import_.state())) {
            throw new ImportRefused("STATE", "~imports.state." + import_.state());
        }
        return import_;
    }

    private void again(Import import_) {
        store.guard(import_.id());
        if (import_.rowsTotal() <= QUICK_ROWS) {
            present(import_, null);
        } else {
            store.state(import_.id(), ImportState.CHECKING, null);
            schedule(ImportJobs.CHECK, import_.id());
        }
    }

    private void schedule(com.github.kagkarlsson.scheduler.task.TaskDescriptor<Void> task, long id) {
        // The instant is the scheduler's own affair: real time, which business time may be far from.
        scheduler
                .getObject()
                .scheduleIfNotExists(task.instance(Long.toString(id)).build(), ImportJobs.soon());
    }
}
