package org.linli.figures;

import java.util.List;

/**
 * A page of the rows behind a number.
 *
 * @param columns text keys of the cells
 * @param rows sorted by their key
 * @param total rows that match in all
 * @param next key to continue after, empty at the end
 */
public record FigureRows(List<String> columns, List<Row> rows, long total, String next) {

    /**
     * @param key unique, stable order
     * @param href the page of the thing, begins with a slash; empty if it has none
     * @param part the part it is counted in
     * @param cells texts in the order of the columns; {@code ~key} is a text key
     */
    public record Row(String key, String href, String part, List<String> cells) {}
}
