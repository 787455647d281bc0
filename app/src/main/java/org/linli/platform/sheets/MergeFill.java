package org.linli.platform.sheets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Fills merged ranges while rows pass by in order.
 *
 * <p>Each column remembers only the range that covers it now, so the work per row is bounded by the columns however many
 * ranges a hostile file declares.
 */
final class MergeFill {

    private final List<MergedArea> areas;
    private final SheetCell[] value;
    private final int[] lastRow;
    private final int[] anchorRow;
    private int next;
    private int width;

    MergeFill(List<MergedArea> areas, int maxColumns) {
        this.areas = areas.stream()
                .sorted(Comparator.comparingInt(MergedArea::firstRow))
                .toList();
        this.value = new SheetCell[maxColumns];
        this.lastRow = new int[maxColumns];
        this.anchorRow = new int[maxColumns];
    }

    /** The row's cells with those covered by a range replaced, for that is what its user sees. */
    List<SheetCell> fill(int row, List<SheetCell> cells) {
        while (next < areas.size() && areas.get(next).firstRow() <= row) {
            start(areas.get(next++), row, cells);
        }
        List<SheetCell> filled = cells;
        for (int column = 0; column < width; column++) {
            if (lastRow[column] < row
                    || anchorRow[column] == row
                    || value[column].text().isEmpty()) {
                continue;
            }
            if (filled == cells) {
                filled = new ArrayList<>(cells);
            }
            while (filled.size() <= column) {
                filled.add(SheetCell.EMPTY);
            }
            filled.set(column, value[column]);
        }
        return filled;
    }

    private void start(MergedArea area, int row, List<SheetCell> cells) {
        boolean seen = area.firstRow() == row && area.firstColumn() < cells.size();
        SheetCell first = seen ? cells.get(area.firstColumn()).asMerged() : SheetCell.EMPTY;
        int end = Math.min(area.lastColumn() + 1, value.length);
        for (int column = area.firstColumn(); column < end; column++) {
            value[column] = first;
            lastRow[column] = area.lastRow();
            anchorRow[column] = column == area.firstColumn() ? area.firstRow() : 0;
        }
        width = Math.max(width, end);
    }
}
