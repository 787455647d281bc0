package org.linli.registry.imports.web;

import java.util.List;
import org.linli.registry.imports.Import;
import org.linli.registry.imports.Imports;

/** @param rows as they stand in the file @param size rows a page has */
public record OriginalPage(Import of, List<Imports.OriginalRow> rows, int size) {

    public boolean hasMore() {
        return rows.size() == size;
    }

    public int last() {
        return rows.isEmpty() ? 0 : rows.getLast().number();
    }
}
