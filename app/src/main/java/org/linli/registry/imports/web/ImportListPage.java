package org.linli.registry.imports.web;

import java.util.List;
import org.linli.registry.imports.Import;
import org.linli.registry.imports.ImportKind;

/** @param imports newest first @param size rows a page has @param said what was just refused */
public record ImportListPage(List<Import> imports, int size, ImportPage.Said said) {

    public ImportKind[] kinds() {
        return ImportKind.values();
    }

    /** Whether an older page may follow. */
    public boolean hasMore() {
        return imports.size() == size;
    }

    public long last() {
        return imports.isEmpty() ? 0 : imports.getLast().id();
    }
}
