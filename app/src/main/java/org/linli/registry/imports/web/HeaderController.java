package org.linli.registry.imports.web;

import org.linli.platform.scope.Role;
import org.linli.platform.scope.RowScopes;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.web.NotFound;
import org.linli.platform.web.Views;
import org.linli.registry.imports.Import;
import org.linli.registry.imports.Imports;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The clerk points at the sheet and the header row when Linli took another one. */
@Controller
class HeaderController {

    private final Imports imports;
    private final RowScopes scopes;

    HeaderController(Imports imports, RowScopes scopes) {
        this.imports = imports;
        this.scopes = scopes;
    }

    @Scoped(
            value = "import",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @GetMapping("/imports/{id}/header")
    ModelAndView choose(Viewer viewer, @PathVariable long id, @RequestParam(defaultValue = "0") int sheet) {
        Import import_ = imports.find(scopes.of(viewer), id).orElseThrow(NotFound::new);
        return Views.of("imports/header", new HeaderPage(import_, imports.top(import_, sheet)));
    }

    @Scoped(
            value = "import",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @PostMapping("/imports/{id}/header")
    ModelAndView begin(Viewer viewer, @PathVariable long id, @RequestParam int sheet, @RequestParam int row) {
        imports.begin(scopes.of(viewer), id, sheet, row);
        return Views.redirect("/imports/" + id);
    }
}
