package org.linli.registry.imports.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.RowScopes;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.sheets.SheetWriter;
import org.linli.platform.web.Frames;
import org.linli.platform.web.NotFound;
import org.linli.platform.web.Texts;
import org.linli.registry.imports.Change;
import org.linli.registry.imports.Import;
import org.linli.registry.imports.ImportKind;
import org.linli.registry.imports.Imports;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Workbooks the import desk hands out: templates to fill in, and sheets with their problems beside. */
@Controller
class ImportFilesController {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final int ROWS_AT_ONCE = 1_000;

    private final Imports imports;
    private final RowScopes scopes;
    private final Frames frames;

    ImportFilesController(Imports imports, RowScopes scopes, Frames frames) {
        this.imports = imports;
        this.scopes = scopes;
        this.frames = frames;
    }

    @Scoped(
            value = "list",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @GetMapping("/imports/templates/{kind}.xlsx")
    void template(@PathVariable ImportKind kind, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        attach(response, frames.texts(request).of("imports.kind", kind) + ".xlsx");
        Imports.writeTemplate(kind, response.getOutputStream());
    }

    @Scoped(
            value = "import",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @GetMapping("/imports/{id}/problems.xlsx")
    void problems(Viewer viewer, @PathVariable long id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Import import_ = imports.find(scopes.of(viewer), id).orElseThrow(NotFound::new);
        Texts texts = frames.texts(request);
        attach(response, "import-" + id + "-problems.xlsx");
        imports.writeProblems(
                import_,
                response.getOutputStream(),
                finding -> Words.of(finding, texts),
                why -> texts.t("imports.left-out.why", why),
                texts.t("imports.problem-column"));
    }

    /** Every value that the import changes, before and after. */
    @Scoped(
            value = "import",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @GetMapping("/imports/{id}/changes.xlsx")
    void changes(Viewer viewer, @PathVariable long id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Import import_ = imports.find(scopes.of(viewer), id).orElseThrow(NotFound::new);
        Texts texts = frames.texts(request);
        attach(response, "import-" + id + "-changes.xlsx");
        List<String> titles =
                List.of("#", texts.t("imports.mapping.column"), texts.t("imports.before"), texts.t("imports.after"));
        try (SheetWriter sheet = SheetWriter.xlsx(response.getOutputStream(), texts.t("imports.changes"), titles)) {
            int after = 0;
            for (List<Imports.OriginalRow> some = imports.changing(import_.id(), after, ROWS_AT_ONCE);
                    !some.isEmpty();
                    some = imports.changing(import_.id(), after, ROWS_AT_ONCE)) {
                some.forEach(row -> row.changes().forEach(change -> sheet.row(cells(row, change, texts))));
                after = some.getLast().number();
            }
        }
    }

    private static List<Object> cells(Imports.OriginalRow row, Change change, Texts texts) {
        return List.of(
                row.number(),
                texts.t("imports.what." + change.what()) + " · " + texts.of("imports.column", change.column()),
                ImportPage.shown(change.column(), change.before()),
                ImportPage.shown(change.column(), change.after()));
    }

    private static void attach(HttpServletResponse response, String name) {
        response.setContentType(XLSX);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
    }
}
