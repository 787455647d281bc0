package org.linli.registry.imports;

import java.util.ArrayList;
import java.util.List;
import org.linli.platform.sheets.SheetCell;

/** The cells of a row as one text, to be kept encrypted: kind, merged or not, and content. */
final class CellText {

    private static final char SEPARATOR = '\u001f';

    private CellText() {}

    static String join(List<SheetCell> cells) {
        StringBuilder text = new StringBuilder();
        for (SheetCell cell : cells) {
            text.append((char) ((cell.merged() ? 'a' : 'A') + cell.kind().ordinal()))
                    .append(cell.text().replace(SEPARATOR, ' '))
                    .append(SEPARATOR);
        }
        return text.toString();
    }

    static List<SheetCell> split(String text) {
        List<SheetCell> cells = new ArrayList<>();
        int from = 0;
        for (int end = text.indexOf(SEPARATOR); end >= 0; end = text.indexOf(SEPARATOR, from)) {
            char kind = text.charAt(from);
            boolean merged = kind >= 'a';
            cells.add(new SheetCell(
                    text.substring(from + 1, end), SheetCell.Kind.values()[kind - (merged ? 'a' : 'A')], merged));
            from = end + 1;
        }
        return cells;
    }
}
