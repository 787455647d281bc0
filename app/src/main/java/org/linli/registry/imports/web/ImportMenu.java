package org.linli.registry.imports.web;

import java.util.List;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.RowScopes;
import org.linli.platform.scope.Viewer;
import org.linli.platform.web.MenuEntry;
import org.linli.platform.web.MenuSource;
import org.linli.registry.imports.Imports;
import org.springframework.stereotype.Component;

/** The import desk in the menu of those who keep the registry. */
@Component
class ImportMenu implements MenuSource {

    private final Imports imports;
    private final RowScopes scopes;

    ImportMenu(Imports imports, RowScopes scopes) {
        this.imports = imports;
        this.scopes = scopes;
    }

    @Override
    public List<MenuEntry> entries(Viewer viewer) {
        boolean keeps = List.of(Role.STREET, Role.COUNTY, Role.CITY).contains(viewer.role());
        return keeps
                ? List.of(new MenuEntry(70, "imports.menu", "/imports", imports.countOpen(scopes.of(viewer))))
                : List.of();
    }
}
