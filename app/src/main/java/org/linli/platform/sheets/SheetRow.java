package org.linli.platform.sheets;

import java.util.List;

/**
 * One row of a sheet.
 *
 * @param number the row's number as its user sees it in the file, from 1; in a csv the line the record starts on
 * @param cells from column A on, without empty cells at the end
 */
public record SheetRow(int number, List<SheetCell> cells) {

    public SheetRow {
        cells = List.copyOf(cells);
    }

    /** The cell in a column counted from 0; {@link SheetCell#EMPTY} beyond the row's end. */
    public SheetCell cell(int column0) {
        return column0 < cells.size() ? cells.get(column0) : SheetCell.EMPTY;
    }

    /** Whether nothing is typed in this row: every cell is empty, white space, or filled from a merged range. */
    public boolean isBlank() {
        return cells.stream().noneMatch(SheetCell::isTyped);
    }
}
