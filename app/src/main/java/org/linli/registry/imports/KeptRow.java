package org.linli.registry.imports;

import java.util.List;
import org.linli.platform.sheets.SheetCell;

/** A row of the sheet as it is kept while the import is worked on. @param skip why the row is no data, empty for data */
record KeptRow(int number, String skip, List<SheetCell> cells, String outcome, List<Change> changes) {
    KeptRow {
        cells = List.copyOf(cells);
        changes = List.copyOf(changes);
    }
}
