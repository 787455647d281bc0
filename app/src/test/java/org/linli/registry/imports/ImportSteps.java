package org.linli.registry.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.Scope;
import org.linli.platform.scope.Viewer;
import org.linli.platform.sheets.SheetCell;
import org.linli.platform.sheets.SheetFile;
import org.linli.platform.sheets.SheetLimits;
import org.linli.platform.sheets.SheetRefused;
import org.linli.platform.sheets.SheetWriter;

/** A clerk at the import desk, as tests act. */
record ImportSteps(Imports imports, Viewer viewer) {

    static ImportSteps city(Imports imports) {
        return as(imports, 101, Role.CITY, "3310");
    }

    static ImportSteps as(Imports imports, long account, Role role, String division) {
        return new ImportSteps(
                imports,
                new Viewer(
                        account,
                        "经办" + account,
                        account,
                        role,
                        new Scope.OfDivision(new DivisionCode(division)),
                        division));
    }

    RowScope scope() {
        return new RowScope(((Scope.OfDivision) viewer.scope()).division().value() + "%", new Long[0]);
    }

    static InputStream sample() {
        return Objects.requireNonNull(ImportSteps.class.getResourceAsStream("/registry/street-return-sample.xlsx"));
    }

    static InputStream sheet(List<String> header, List<List<?>> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SheetWriter sheet = SheetWriter.xlsx(out, "表", header)) {
            rows.forEach(sheet::row);
        }
        return new ByteArrayInputStream(out.toByteArray());
    }

    /** The sheet that is handed back, by row and cell. */
    TreeMap<Integer, List<String>> returned(long id) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        imports.writeProblems(get(id), out, Finding::toString, why -> why, "问题");
        TreeMap<Integer, List<String>> rows = new TreeMap<>();
        try {
            Path book = Files.write(Files.createTempFile("returned", ".xlsx"), out.toByteArray());
            try (SheetFile file = SheetFile.open(book, SheetLimits.standard())) {
                file.read(0, true, row -> {
                    rows.put(
                            row.number(),
                            new ArrayList<>(
                                    row.cells().stream().map(SheetCell::text).toList()));
                    return true;
                });
            }
            Files.delete(book);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SheetRefused e) {
            throw new IllegalStateException(e);
        }
        return rows;
    }

    static List<String> row(TreeMap<Integer, List<String>> rows, int number) {
        return Objects.requireNonNull(rows.get(number));
    }

    /** A workbook of these rows, as somebody saves it after mending cells. */
    static InputStream saved(TreeMap<Integer, List<String>> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SheetWriter sheet = SheetWriter.xlsx(out, "表", rows.getOrDefault(1, List.of()))) {
            for (int row = 2; row <= rows.lastKey(); row++) {
                sheet.row(rows.getOrDefault(row, List.of()));
            }
        }
        return new ByteArrayInputStream(out.toByteArray());
    }

    long upload(ImportKind kind, InputStream file) {
        return upload(kind, "test.xlsx", file);
    }

    long upload(ImportKind kind, String name, InputStream file) {
        try (file) {
            return imports.upload(viewer, kind, "", name, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Uploads and takes the proposed mapping, with further columns given by position. */
    long checked(ImportKind kind, InputStream file) {
        long id = upload(kind, file);
        map(id);
        return id;
    }

    void map(long id) {
        imports.map(scope(), id, get(id).header().columns());
        await(id);
    }

    void map(long id, Column... columns) {
        imports.map(scope(), id, Arrays.stream(columns).map(Optional::of).toList());
        await(id);
    }

    Import get(long id) {
        return imports.find(scope(), id).orElseThrow();
    }

    Summary summary(long id) {
        return Objects.requireNonNull(get(id).summary());
    }

    Summary receipt(long id) {
        return Objects.requireNonNull(get(id).receipt());
    }

    /** Waits for the job, as the page does. */
    Import await(long id) {
        long end = System.nanoTime() + Duration.ofMinutes(10).toNanos();
        while (get(id).state().isBusy()) {
            assertThat(System.nanoTime())
                    .as("job of import " + id + " " + get(id))
                    .isLessThan(end);
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return get(id);
    }

    void fix(long id, int row, Column column, String value) {
        imports.fix(viewer, scope(), id, row, column.name(), value);
    }

    void exclude(long id, int row) {
        imports.fix(viewer, scope(), id, row, Imports.EXCLUDE, "重复");
    }

    void answer(long id, String group, String choice) {
        imports.answer(viewer, scope(), id, group, choice);
    }

    /** Confirms every guess and takes the first choice of every question. */
    void confirmAll(long id) {
        for (Group group : imports.groups(id)) {
            if (group.isOpen() && group.severity() == Severity.GUESS) {
                answer(id, group.key(), Imports.CONFIRMED);
            } else if (group.isOpen() && group.severity() == Severity.QUESTION) {
                answer(id, group.key(), group.choices().getFirst());
            }
        }
    }

    Import accept(long id) {
        imports.accept(viewer, scope(), id);
        return await(id);
    }

    void undo(long id) {
        imports.undo(viewer, scope(), id);
    }

    /** Problems as {@code row COLUMN CODE}. */
    List<String> problems(long id) {
        return imports.findings(id, "", 0, 100_000).stream()
                .filter(finding -> finding.severity() == Severity.PROBLEM)
                .map(Finding::toString)
                .toList();
    }

    List<String> findings(long id, Severity severity) {
        return imports.findings(id, "", 0, 100_000).stream()
                .filter(finding -> finding.severity() == severity)
                .map(Finding::toString)
                .toList();
    }
}
