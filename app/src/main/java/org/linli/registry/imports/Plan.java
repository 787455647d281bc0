package org.linli.registry.imports;

import java.util.List;

/**
 * What a whole sheet would store, and everything that stands against it.
 *
 * @param rows in the order of the sheet, without excluded rows and rows with problems
 * @param findings by row
 */
record Plan(List<RowPlan> rows, List<Finding> findings) {

    Plan {
        rows = List.copyOf(rows);
        findings = List.copyOf(findings);
    }
}
