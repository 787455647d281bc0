package org.linli.platform.sheets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.eventusermodel.AbortableHSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFUserException;
import org.apache.poi.hssf.record.ArrayRecord;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.SharedFormulaRecord;
import org.apache.poi.hssf.record.SharedValueRecordBase;
import org.apache.poi.ss.formula.ptg.ExpPtg;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/** A first pass over the records of a workbook, for what stands after the cells that need it. */
final class XlsIndex extends AbortableHSSFListener {

    /**
     * One worksheet.
     *
     * @param name as on its tab
     * @param position among all sheets of the stream, from 0
     * @param from1904 whether the workbook counts days from 1904
     * @param merged its merged ranges
     * @param sharedFormulas formulas several cells share, by the cell those cells name
     */
    record XlsSheet(
            String name,
            int position,
            boolean from1904,
            List<MergedArea> merged,
            Map<Anchor, SharedValueRecordBase> sharedFormulas) {}

    /** A cell, row and column from 0. */
    record Anchor(int row, int column) {

        /** The cell a formula refers to for its text, or null if it has its own. */
        static @Nullable Anchor of(FormulaRecord formula) {
            Ptg[] tokens = formula.getParsedExpression();
            return tokens.length == 1 && tokens[0] instanceof ExpPtg shared
                    ? new Anchor(shared.getRow(), shared.getColumn())
                    : null;
        }
    }

    private final List<BoundSheetRecord> bound = new ArrayList<>();
    private final List<Integer> sheetTypes = new ArrayList<>();
    private final List<List<MergedArea>> merged = new ArrayList<>();
    private final List<Map<Anchor, SharedValueRecordBase>> shared = new ArrayList<>();
    private boolean from1904;
    private int depth;
    private boolean inSheets;
    private @Nullable FormulaRecord lastFormula;

    @Override
    public short abortableProcessRecord(Record item) throws HSSFUserException {
        switch (item) {
            case BOFRecord begin -> begin(begin);
            case EOFRecord _ -> depth--;
            case BoundSheetRecord sheet -> bound.add(sheet);
            case DateWindow1904Record window -> from1904 = window.getWindowing() == 1;
            case MergeCellsRecord ranges -> addMerged(ranges);
            case FormulaRecord formula -> lastFormula = formula;
            case SharedFormulaRecord formula -> addShared(formula);
            case ArrayRecord formula -> addShared(formula);
            default -> {}
        }
        return 0;
    }

    private void begin(BOFRecord begin) {
        if (depth++ == 0) {
            if (inSheets) {
                sheetTypes.add(begin.getType());
                merged.add(new ArrayList<>());
                shared.add(new HashMap<>());
            }
            // The first part is the workbook's own; each later one is a sheet.
            inSheets = true;
        }
    }

    private void addMerged(MergeCellsRecord ranges) {
        for (short i = 0; i < ranges.getNumAreas(); i++) {
            CellRangeAddress area = ranges.getAreaAt(i);
            merged.getLast()
                    .add(new MergedArea(
                            area.getFirstRow() + 1,
                            area.getLastRow() + 1,
                            area.getFirstColumn(),
                            area.getLastColumn()));
        }
    }

    private void addShared(SharedValueRecordBase formula) {
        Anchor anchor = lastFormula == null ? null : Anchor.of(lastFormula);
        if (anchor != null) {
            shared.getLast().put(anchor, formula);
        }
    }

    /** Worksheets in the order of their tabs, without hidden ones, charts and macro sheets. */
    List<XlsSheet> visibleSheets() throws SheetRefused {
        if (!inSheets || depth != 0) {
            throw SheetRefused.broken("the workbook's records break off");
        }
        BoundSheetRecord[] byPosition = BoundSheetRecord.orderByBofPosition(bound);
        Map<BoundSheetRecord, Integer> positions = new HashMap<>();
        for (int i = 0; i < byPosition.length; i++) {
            positions.put(byPosition[i], i);
        }
        List<XlsSheet> sheets = new ArrayList<>();
        for (BoundSheetRecord sheet : bound) {
            int position = positions.getOrDefault(sheet, -1);
            boolean visible = !sheet.isHidden() && !sheet.isVeryHidden();
            if (visible && position < sheetTypes.size() && sheetTypes.get(position) == BOFRecord.TYPE_WORKSHEET) {
                sheets.add(new XlsSheet(
                        sheet.getSheetname(), position, from1904, merged.get(position), shared.get(position)));
            }
        }
        return List.copyOf(sheets);
    }
}
