package org.linli.platform.sheets;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.eventusermodel.AbortableHSSFListener;
import org.apache.poi.hssf.eventusermodel.EventWorkbookBuilder.SheetRecordCollectingListener;
import org.apache.poi.hssf.eventusermodel.FormatTrackingHSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFUserException;
import org.apache.poi.hssf.model.HSSFFormulaParser;
import org.apache.poi.hssf.record.ArrayRecord;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.SharedFormulaRecord;
import org.apache.poi.hssf.record.SharedValueRecordBase;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.usermodel.FormulaError;
import org.jspecify.annotations.Nullable;
import org.linli.platform.sheets.SheetCell.Kind;
import org.linli.platform.sheets.XlsIndex.Anchor;
import org.linli.platform.sheets.XlsIndex.XlsSheet;

/** Turns the records of one worksheet into rows. */
final class XlsRows extends AbortableHSSFListener {

    private static final short GO_ON = 0;
    private static final short STOP = 1;

    private final XlsSheet sheet;
    private final RowSink sink;
    private final FormatTrackingHSSFListener formats = new FormatTrackingHSSFListener(ignored -> {});
    private final SheetRecordCollectingListener collector = new SheetRecordCollectingListener(formats);
    private @Nullable SSTRecord strings;
    private @Nullable HSSFWorkbook stub;
    private int part = -2;
    private int depth;
    private int rowIndex = -1;
    private List<SheetCell> cells = new ArrayList<>();

    XlsRows(XlsSheet sheet, RowSink sink) {
        this.sheet = sheet;
        this.sink = sink;
    }

    @Override
    public short abortableProcessRecord(Record item) throws HSSFUserException {
        if (item instanceof BOFRecord) {
            if (depth++ == 0) {
                part++;
            }
        } else if (item instanceof EOFRecord) {
            depth--;
            if (depth == 0 && part == sheet.position()) {
                flush();
                return STOP;
            }
        }
        if (part == -1) {
            collector.processRecord(item);
            if (item instanceof SSTRecord table) {
                strings = table;
            }
        }
        boolean here = part == sheet.position() && depth == 1;
        return here && item instanceof CellValueRecordInterface place ? cell(place) : GO_ON;
    }

    private short cell(CellValueRecordInterface place) throws HSSFUserException {
        SheetCell cell = read(place);
        if (cell == SheetCell.EMPTY) {
            return GO_ON;
        }
        boolean goOn = true;
        if (place.getRow() != rowIndex) {
            goOn = flush();
            rowIndex = place.getRow();
        }
        while (cells.size() <= place.getColumn()) {
            cells.add(SheetCell.EMPTY);
        }
        cells.set(place.getColumn(), cell);
        return goOn ? GO_ON : STOP;
    }

    private boolean flush() throws HSSFUserException {
        if (rowIndex < 0) {
            return true;
        }
        List<SheetCell> full = cells;
        cells = new ArrayList<>(full.size());
        try {
            return sink.offer(rowIndex + 1, full);
        } catch (SheetRefused e) {
            throw new HSSFUserException(e);
        }
    }

    private SheetCell read(CellValueRecordInterface place) {
        return switch (place) {
            case LabelSSTRecord label ->
                strings == null
                        ? SheetCell.EMPTY
                        : SheetCell.text(strings.getString(label.getSSTIndex()).getString());
            case LabelRecord label -> SheetCell.text(label.getValue());
            case NumberRecord number -> number(number);
            case FormulaRecord formula -> SheetCell.of(Kind.FORMULA, "=" + formulaText(formula));
            case BoolErrRecord truth
            when truth.isBoolean() -> SheetCell.of(Kind.BOOLEAN, truth.getBooleanValue() ? "TRUE" : "FALSE");
            case BoolErrRecord error ->
                SheetCell.of(
                        Kind.ERROR, FormulaError.forInt(error.getErrorValue()).getString());
            default -> SheetCell.EMPTY;
        };
    }

    private SheetCell number(NumberRecord number) {
        int format = formats.getFormatIndex(number);
        if (DateText.isDate(format, formats.getFormatString(format))) {
            String day = DateText.text(BigDecimal.valueOf(number.getValue()), sheet.from1904());
            if (day != null) {
                return SheetCell.of(Kind.DATE, day);
            }
        }
        return SheetCell.of(Kind.NUMBER, NumberText.plain(number.getValue()));
    }

    private String formulaText(FormulaRecord formula) {
        if (stub == null) {
            stub = collector.getStubHSSFWorkbook();
        }
        return HSSFFormulaParser.toFormulaString(stub, tokens(formula));
    }

    private Ptg[] tokens(FormulaRecord formula) {
        Anchor anchor = Anchor.of(formula);
        SharedValueRecordBase shared =
                anchor == null ? null : sheet.sharedFormulas().get(anchor);
        return switch (shared) {
            case SharedFormulaRecord each -> each.getFormulaTokens(formula);
            case ArrayRecord all -> all.getFormulaTokens();
            case null, default -> formula.getParsedExpression();
        };
    }
}
