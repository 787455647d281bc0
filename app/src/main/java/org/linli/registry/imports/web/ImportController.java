package org.linli.registry.imports.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.RowScopes;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.web.NotFound;
import org.linli.platform.web.Views;
import org.linli.registry.imports.Column;
import org.linli.registry.imports.Finding;
import org.linli.registry.imports.Group;
import org.linli.registry.imports.Import;
import org.linli.registry.imports.ImportKind;
import org.linli.registry.imports.ImportState;
import org.linli.registry.imports.Imports;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The import desk: a list, one page an import, and the acts on it. */
@Controller
class ImportController {

    private static final int PAGE = 30;
    private static final int FINDINGS_SHOWN = 20;
    private static final int CHANGES_SHOWN = 50;
    private static final int ROWS_SHOWN = 50;

    private final Imports imports;
    private final RowScopes scopes;

    ImportController(Imports imports, RowScopes scopes) {
        this.imports = imports;
        this.scopes = scopes;
    }

    @Scoped(
            value = "list",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @GetMapping("/imports")
    ModelAndView list(Viewer viewer, @RequestParam(defaultValue = "9223372036854775807") long before) {
        return Views.of(
                "imports/list", new ImportListPage(imports.list(scopes.of(viewer), before, PAGE), PAGE, said("")));
    }

    @Scoped(
            value = "list",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @PostMapping("/imports")
    ModelAndView upload(
            Viewer viewer,
            @RequestParam ImportKind kind,
            @RequestParam(defaultValue = "") String community,
            @RequestParam MultipartFile file)
            throws IOException {
        String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        try (var content = file.getInputStream()) {
            return page(imports.upload(viewer, kind, community, name, content));
        }
    }

    @Scoped(
            value = "import",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @GetMapping("/imports/{id}")
    ModelAndView show(
            Viewer viewer,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String group,
            @RequestParam(defaultValue = "0") int after,
            @RequestParam(defaultValue = "0") int changed,
            @RequestParam(defaultValue = "false") boolean figures) {
        Import import_ = find(viewer, id);
        boolean checked = import_.summary() != null;
        return show(
                viewer,
                import_,
                group,
                after,
                figures,
                checked ? imports.changing(import_.id(), changed, CHANGES_SHOWN + 1) : List.of());
    }

    private ModelAndView show(
            Viewer viewer,
            Import import_,
            String group,
            int after,
            boolean figures,
            List<Imports.OriginalRow> changing) {
        List<Group> groups = import_.state() == ImportState.CHECKED ? imports.groups(import_.id()) : List.of();
        List<ImportPage.Asked> asked = new ArrayList<>();
        for (Group one : groups) {
            boolean opened = one.key().equals(group);
            List<Finding> findings = imports.findings(
                    import_.id(), one.key(), opened ? after : 0, opened ? FINDINGS_SHOWN * 5 : FINDINGS_SHOWN);
            asked.add(new ImportPage.Asked(one, findings));
        }
        boolean checked = import_.summary() != null;
        int open = imports.countOpenFindings(import_.id());
        boolean tells = import_.state() == ImportState.CHECKED
                && (figures ? Imports.movesFigures(import_) : open == 0 && Imports.movesQuickly(import_));
        List<Integer> shown = asked.stream()
                .flatMap(one -> one.findings().stream())
                .map(Finding::row)
                .distinct()
                .toList();
        return Views.of(
                "imports/import",
                new ImportPage(
                        import_,
                        asked,
                        open,
                        checked ? imports.skipped(import_.id()) : java.util.Map.of(),
                        checked ? imports.excluded(import_.id()) : java.util.Map.of(),
                        imports.names(import_, shown),
                        tells ? Optional.of(imports.moved(scopes.of(viewer), import_.id())) : Optional.empty(),
                        changing.stream().limit(CHANGES_SHOWN).toList(),
                        changing.size() > CHANGES_SHOWN,
                        import_.needsSecondPerson() && import_.uploadedBy() == viewer.accountId(),
                        imports.statesDay(import_),
                        said("")));
    }

    @Scoped(
            value = "import",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @PostMapping("/imports/{id}/mapping")
    ModelAndView map(Viewer viewer, @PathVariable long id, @RequestParam List<String> column) {
        List<Optional<Column>> columns = column.stream()
                .map(key -> key.isEmpty() ? Optional.<Column>empty() : Optional.of(columnOf(key)))
                .toList();
        imports.map(scopes.of(viewer), id, columns);
        return page(id);
    }

    @Scoped(
            value = "import",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @PostMapping("/imports/{id}/fixes")
    ModelAndView fix(
            Viewer viewer,
            @PathVariable long id,
            @RequestParam(defaultValue = "0") int row,
            @RequestParam(defaultValue = "") String group,
            @RequestParam String column,
            @RequestParam(defaultValue = "") String value,
            @RequestParam(defaultValue = "false") boolean suggested) {
        if (!column.startsWith("#")) {
            columnOf(column);
        }
        if (row > 0) {
            imports.fix(viewer, scopes.of(viewer), id, row, column, value);
        } else {
            imports.fixAll(viewer, scopes.of(viewer), id, group, column, value, suggested);
        }
        return page(id);
    }

    @Scoped(
            value = "import",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @PostMapping("/imports/{id}/inclusions")
    ModelAndView include(Viewer viewer, @PathVariable long id, @RequestParam int row) {
        imports.include(scopes.of(viewer), id, row);
        return page(id);
    }

    @Scoped(
            value = "import",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @PostMapping("/imports/{id}/guesses")
    ModelAndView answer(
            Viewer viewer,
            @PathVariable long id,
            @RequestParam String group,
            @RequestParam(defaultValue = Imports.CONFIRMED) String choice) {
        imports.answer(viewer, scopes.of(viewer), id, group, choice);
        return page(id);
    }

    @Scoped(
            value = "import",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @PostMapping("/imports/{id}/acceptance")
    ModelAndView accept(Viewer viewer, @PathVariable long id) {
        imports.accept(viewer, scopes.of(viewer), id);
        return page(id);
    }

    @Scoped(
            value = "import",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @PostMapping("/imports/{id}/undo")
    ModelAndView undo(Viewer viewer, @PathVariable long id) {
        imports.undo(viewer, scopes.of(viewer), id);
        return page(id);
    }

    @Scoped(
            value = "import",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @GetMapping("/imports/{id}/original")
    ModelAndView original(Viewer viewer, @PathVariable long id, @RequestParam(defaultValue = "0") int after) {
        Import import_ = find(viewer, id);
        return Views.of(
                "imports/original", new OriginalPage(import_, imports.original(id, after, ROWS_SHOWN), ROWS_SHOWN));
    }

    private Import find(Viewer viewer, long id) {
        RowScope scope = scopes.of(viewer);
        return imports.find(scope, id).orElseThrow(NotFound::new);
    }

    private static Column columnOf(String key) {
        try {
            return Column.valueOf(key);
        } catch (IllegalArgumentException unknown) {
            throw new NotFound();
        }
    }

    private static ModelAndView page(long id) {
        return Views.redirect("/imports/" + id);
    }

    private static ImportPage.Said said(String code) {
        return new ImportPage.Said(code, List.of());
    }
}
