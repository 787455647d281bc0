package org.linli.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.Scope;
import org.linli.platform.scope.Viewer;
import org.linli.platform.sheets.SheetWriter;
import org.linli.registry.imports.Column;
import org.linli.registry.imports.Import;
import org.linli.registry.imports.ImportKind;
import org.linli.registry.imports.ImportRefused;
import org.linli.registry.imports.ImportState;
import org.linli.registry.imports.Imports;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A sheet of homes and owners through the import desk, against reading it alone and against COPY of its rows. */
final class HomesImport {

    private static final int USUAL_ROWS = 100_000;
    private static final int MOST_ROWS = 999_999;
    private static final int READINGS = 2;
    private static final String CITY = "3310";
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private HomesImport() {}

    static Report run(String argument, Consumer<String> progress) throws Exception {
        int rows = BenchRefused.count(argument, USUAL_ROWS, MOST_ROWS);
        try (Installation linli = Installation.demo(progress)) {
            List<String> communities = linli.bean(JdbcClient.class)
                    .sql("select code from linli.community order by community_id")
                    .query(String.class)
                    .list();
            HomeRows homes = new HomeRows(communities);
            Path sheet = linli.folder().resolve("homes.xlsx");
            Path csv = linli.folder().resolve("homes.csv");
            progress.accept("Writing a sheet of " + rows + " homes");
            write(homes, rows, sheet, csv);

            progress.accept("Reading it alone");
            double read = read(sheet, rows);
            progress.accept("Copying its rows");
            double copy = copy(linli, csv, rows);
            progress.accept("Importing it");
            Desk desk = new Desk(linli.bean(Imports.class));
            Heap.reset();
            long begin = System.nanoTime();
            long id = desk.upload(sheet);
            double uploaded = Times.secondsSince(begin);
            desk.check(id);
            double checked = Times.secondsSince(begin);
            String heapOfCheck = Heap.peak();
            Heap.reset();
            long accepted = System.nanoTime();
            desk.store(id, rows);
            double stored = Times.secondsSince(accepted);
            double all = checked + stored;
            return new Report()
                    .value("homes", "%d in %.1f MB".formatted(rows, Files.size(sheet) / 1e6))
                    .value("upload", Unit.SECONDS.text(uploaded))
                    .against("check", checked - uploaded, "reading alone", read, Unit.SECONDS)
                    .against("store", stored, "COPY", copy, Unit.SECONDS)
                    .against("end to end", all, "reading alone", read, Unit.SECONDS)
                    .against("end to end", all, "COPY", copy, Unit.SECONDS)
                    .value("homes a second", String.format(Locale.ROOT, "%.0f", rows / all))
                    .value("peak heap until checked", heapOfCheck)
                    .value("peak heap while storing", Heap.peak())
                    .note("Reading alone is fastexcel's reader asked for every cell, and COPY goes into one table of"
                            + " texts without an index: each the faster of two rounds.")
                    .note("The import ran once; check and store are jobs, and each waits up to a second to be begun.");
        }
    }

    private static void write(HomeRows homes, int rows, Path sheet, Path csv) throws IOException {
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(sheet));
                SheetWriter writer = SheetWriter.xlsx(file, "导入", HomeRows.titles());
                Writer lines = Files.newBufferedWriter(csv)) {
            for (int i = 0; i < rows; i++) {
                List<String> row = homes.row(i);
                writer.row(row);
                lines.write(String.join(",", row));
                lines.write('\n');
            }
        }
    }

    private static double read(Path sheet, int expected) throws IOException {
        double best = Double.MAX_VALUE;
        for (int round = 0; round < READINGS; round++) {
            long begin = System.nanoTime();
            long characters = 0;
            long rows = -1;
            try (ReadableWorkbook workbook = new ReadableWorkbook(sheet.toFile());
                    Stream<Row> stream = workbook.getFirstSheet().openStream()) {
                for (Row row : (Iterable<Row>) stream::iterator) {
                    rows++;
                    characters += row.stream().mapToLong(HomesImport::length).sum();
                }
            }
            best = Math.min(best, Times.secondsSince(begin));
            if (rows != expected || characters == 0) {
                throw new IllegalStateException("read " + rows + " rows of " + expected);
            }
        }
        return best;
    }

    private static long length(Cell cell) {
        return cell == null || cell.getRawValue() == null
                ? 0
                : cell.getRawValue().length();
    }

    private static double copy(Installation linli, Path csv, int rows) throws Exception {
        String columns = HomeRows.meanings().stream()
                .map(column -> column.name().toLowerCase(Locale.ROOT) + " text")
                .collect(Collectors.joining(", "));
        linli.asOwner("create schema bench", "create table bench.home (" + columns + ")");
        return new Scratch(linli).copy(csv, "bench.home", rows);
    }

    /** Two clerks of the city, since nobody accepts owners' rolls that they have uploaded themselves. */
    private record Desk(Imports imports) {

        private static final RowScope SCOPE = new RowScope(CITY + "%", new Long[0]);

        long upload(Path sheet) throws IOException {
            try (InputStream in = Files.newInputStream(sheet)) {
                return imports.upload(clerk(101), ImportKind.HOMES, "", "homes.xlsx", in);
            } catch (ImportRefused refused) {
                throw BenchRefused.missing("the import desk refuses the sheet of " + (Files.size(sheet) >> 20) + " MB: "
                        + refused.code() + " " + refused.args());
            }
        }

        void check(long id) throws InterruptedException {
            List<Optional<Column>> columns = get(id).columns().stream()
                    .map(key -> key.isEmpty() ? Optional.<Column>empty() : Optional.of(Column.valueOf(key)))
                    .toList();
            if (!columns.stream().flatMap(Optional::stream).toList().equals(HomeRows.meanings())) {
                throw new IllegalStateException("the header was read as " + columns);
            }
            imports.map(SCOPE, id, columns);
            await(id, ImportState.CHECKED);
            int open = imports.countOpenFindings(id);
            if (open > 0) {
                throw new IllegalStateException(
                        open + " findings, the first of them " + imports.findings(id, "", 0, 3));
            }
        }

        void store(long id, int rows) throws InterruptedException {
            imports.accept(clerk(102), SCOPE, id);
            Import stored = await(id, ImportState.STORED);
            if (stored.receipt() == null || stored.receipt().stored() != rows) {
                throw new IllegalStateException("stored " + stored.receipt());
            }
        }

        private Import await(long id, ImportState wanted) throws InterruptedException {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            Import now = get(id);
            while (now.state().isBusy()) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("import still " + now.state() + " after " + PATIENCE);
                }
                Thread.sleep(20);
                now = get(id);
            }
            if (now.state() != wanted) {
                throw new IllegalStateException("import is " + now.state() + ": " + now.refusal());
            }
            return now;
        }

        private Import get(long id) {
            return imports.find(SCOPE, id).orElseThrow();
        }

        private static Viewer clerk(long account) {
            Scope city = new Scope.OfDivision(new DivisionCode(CITY));
            return new Viewer(account, "经办" + account, account, Role.CITY, city, CITY);
        }
    }
}
