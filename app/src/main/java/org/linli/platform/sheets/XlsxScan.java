package org.linli.platform.sheets;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.linli.platform.sheets.SheetRefused.Reason;

/**
 * A first pass over one worksheet's XML, before its cells are read.
 *
 * <p>It gathers the merged ranges, which stand after the cells, and refuses what would make a reader of cells allocate
 * without bound: cells outside the grid, endless texts, references to shared strings that are not there.
 */
final class XlsxScan {

    private static final int MAX_ROW = 1_048_576;
    private static final int MAX_COLUMN = 16_384;

    /** A cell holds 32,767 characters; some programs write a little more. */
    private static final int MAX_TEXT = 100_000;

    private static final int MAX_NUMBER_TEXT = 1_000;
    private static final int MAX_MERGED = 1_000_000;

    /** Each array formula is compared with each cell. */
    private static final long MAX_ARRAY_COMPARISONS = 1_000_000_000;

    private static final Pattern CELL = Pattern.compile("([A-Z]{1,3})([0-9]{1,7})");

    private final XmlPart part;
    private final int sharedStrings;
    private final List<MergedArea> merged = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private String type = "n";
    private boolean inCell;
    private long cells;
    private long arrayFormulas;

    private XlsxScan(XmlPart part, int sharedStrings) {
        this.part = part;
        this.sharedStrings = sharedStrings;
    }

    /** The merged ranges of a worksheet that is safe to read. */
    static List<MergedArea> mergedAreas(XmlPart part, int sharedStrings) throws SheetRefused {
        XlsxScan scan = new XlsxScan(part, sharedStrings);
        while (part.next()) {
            scan.event();
        }
        return scan.merged;
    }

    private void event() throws SheetRefused {
        if (part.isText()) {
            if (inCell) {
                text.append(part.text());
                if (text.length() > MAX_TEXT) {
                    throw SheetRefused.broken("more than " + MAX_TEXT + " characters in a cell");
                }
            }
            return;
        }
        switch (part.started()) {
            case "row" -> checkRow(part.attribute("r"));
            case "c" -> startCell();
            case "f" -> countArrayFormula(part.attribute("t"));
            case "v" -> text.setLength(0);
            case "mergeCell" -> addMerged(part.attribute("ref"));
            default -> {
                if (part.ended().equals("v")) {
                    checkValue();
                } else if (part.ended().equals("c")) {
                    inCell = false;
                }
            }
        }
    }

    private static void checkRow(@Nullable String number) throws SheetRefused {
        if (number == null) {
            return;
        }
        try {
            int row = Integer.parseInt(number);
            if (row >= 1 && row <= MAX_ROW) {
                return;
            }
        } catch (NumberFormatException e) {
            throw SheetRefused.broken(e);
        }
        throw SheetRefused.broken("row " + number);
    }

    private void startCell() throws SheetRefused {
        inCell = true;
        text.setLength(0);
        cells++;
        String given = part.attribute("t");
        type = given == null ? "n" : given;
        String reference = part.attribute("r");
        if (reference == null) {
            return;
        }
        Matcher matcher = CELL.matcher(reference);
        if (!matcher.matches() || MergedArea.column(matcher.group(1)) >= MAX_COLUMN) {
            throw SheetRefused.broken("cell " + reference);
        }
    }

    private void countArrayFormula(@Nullable String kind) throws SheetRefused {
        if ("array".equals(kind)) {
            arrayFormulas++;
        }
        if (arrayFormulas * cells > MAX_ARRAY_COMPARISONS) {
            throw new SheetRefused(Reason.TOO_LARGE, arrayFormulas + " array formulas");
        }
    }

    private void checkValue() throws SheetRefused {
        if (type.equals("s")) {
            try {
                int index = text.isEmpty() ? 0 : Integer.parseInt(text, 0, text.length(), 10);
                if (index >= 0 && (index < sharedStrings || text.isEmpty())) {
                    return;
                }
            } catch (NumberFormatException e) {
                throw SheetRefused.broken(e);
            }
            throw SheetRefused.broken("shared string " + text + " of " + sharedStrings);
        }
        if (type.equals("n") && text.length() > MAX_NUMBER_TEXT) {
            throw SheetRefused.broken("a number of " + text.length() + " characters");
        }
    }

    private void addMerged(@Nullable String reference) throws SheetRefused {
        if (reference == null || merged.size() == MAX_MERGED) {
            throw SheetRefused.broken("merged range " + reference + " after " + merged.size());
        }
        merged.add(MergedArea.parse(reference));
    }
}
