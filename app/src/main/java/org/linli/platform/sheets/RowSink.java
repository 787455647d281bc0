package org.linli.platform.sheets;

import java.util.List;
import org.linli.platform.sheets.SheetRefused.Reason;

/** Where every format delivers its rows: judges the limits, leaves blank rows out, fills merged ranges. */
final class RowSink {

    private final RowHandler handler;
    private final SheetLimits limits;
    private final MergeFill merges;
    private int lastNumber;
    private int rows;

    RowSink(RowHandler handler, SheetLimits limits, List<MergedArea> areas) {
        this.handler = handler;
        this.limits = limits;
        this.merges = new MergeFill(areas, limits.maxColumns());
    }

    /** Delivers one row. Returns false once the handler wants no more. */
    boolean offer(int number, List<SheetCell> cells) throws SheetRefused {
        if (number <= lastNumber) {
            throw SheetRefused.broken("row " + number + " after row " + lastNumber);
        }
        lastNumber = number;
        int width = cells.size();
        while (width > 0 && cells.get(width - 1).text().isBlank()) {
            width--;
        }
        if (width == 0) {
            return true;
        }
        if (width > limits.maxColumns()) {
            throw new SheetRefused(Reason.TOO_MANY_COLUMNS, width + " in row " + number);
        }
        if (++rows > limits.maxRows()) {
            throw new SheetRefused(Reason.TOO_MANY_ROWS, "more than " + limits.maxRows());
        }
        return handler.row(new SheetRow(number, merges.fill(number, cells.subList(0, width))));
    }
}
