package org.linli.registry.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.linli.platform.files.FileStore;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.scope.Scope;
import org.linli.platform.scope.Viewer;
import org.linli.platform.sheets.SheetCell;
import org.linli.platform.sheets.SheetFile;
import org.linli.platform.sheets.SheetFormat;
import org.linli.platform.sheets.SheetLimits;
import org.linli.platform.sheets.SheetRefused;
import org.linli.platform.time.BusinessTime;
import org.springframework.stereotype.Component;

/** The files that are sent, kept as they are and opened as sheets. */
@Component
class Uploads {

    private static final Pattern EXCEL_NAME = Pattern.compile("(?i)\\.xlsx?$");

    private final FileStore files;
    private final ImportStore store;
    private final Homes homes;
    private final BusinessTime time;

    Uploads(FileStore files, ImportStore store, Homes homes, BusinessTime time) {
        this.files = files;
        this.store = store;
        this.homes = homes;
        this.time = time;
    }

    /** What {@link Imports#upload} says. */
    long upload(Viewer viewer, ImportKind kind, String communityCode, String fileName, InputStream content) {
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

    /** The beginning of one sheet of the file; empty once the file is gone. @param sheet the first if there is none such */
    Imports.Top top(Import of, int sheet) {
        if (!files.has(of.fileHash())) {
            return new Imports.Top(0, List.of(), List.of());
        }
        return inFile(of, file -> {
            int looked = sheet >= 0 && sheet < file.sheetNames().size() ? sheet : 0;
            return new Imports.Top(
                    looked,
                    file.sheetNames(),
                    HeaderFinder.top(file, looked).stream()
                            .map(row -> new Imports.OriginalRow(
                                    row.number(),
                                    "",
                                    row.cells().stream().map(SheetCell::text).toList(),
                                    "",
                                    List.of()))
                            .toList());
        });
    }

    /** The header where the clerk points; empty if there is no such row. */
    Optional<Header> at(Import of, int sheet, int row, Map<String, String> remembered) {
        return inFile(
                of,
                file -> sheet >= 0 && sheet < file.sheetNames().size()
                        ? HeaderFinder.at(file, sheet, row, of.kind(), remembered)
                        : Optional.empty());
    }

    /** What is looked for in an open file. */
    @FunctionalInterface
    interface Look<T> {
        T at(SheetFile file) throws SheetRefused;
    }

    /** @throws ImportRefused if the file is no longer kept or is no sound sheet */
    <T> T inFile(Import of, Look<T> look) {
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
}
