package org.linli.registry.imports;

import java.util.Map;
import org.linli.platform.sheets.SheetCell;
import org.linli.rules.intake.Texts;

/**
 * One row of data by the meaning of its columns, with the clerk's fixes laid over the file's cells.
 *
 * @param number the row's number in the file
 * @param cells by column; a column the sheet lacks is not there
 */
record DataRow(int number, Map<Column, SheetCell> cells) {

    DataRow {
        cells = Map.copyOf(cells);
    }

    SheetCell cell(Column column) {
        return cells.getOrDefault(column, SheetCell.EMPTY);
    }

    /** The text in its one normal form; empty for blank, a stroke, or a word for none. */
    String text(Column column) {
        String text = cell(column).text();
        return Texts.saysNone(text) ? "" : Texts.normalise(text);
    }

    boolean has(Column column) {
        return cells.containsKey(column);
    }
}
