package org.linli.platform.sheets;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A merged range.
 *
 * @param firstRow from 1
 * @param lastRow not before {@code firstRow}
 * @param firstColumn from 0
 * @param lastColumn not before {@code firstColumn}
 */
record MergedArea(int firstRow, int lastRow, int firstColumn, int lastColumn) {

    private static final Pattern RANGE =
            Pattern.compile("\\$?([A-Z]{1,3})\\$?([0-9]{1,7})(?::\\$?([A-Z]{1,3})\\$?([0-9]{1,7}))?");

    MergedArea {
        if (firstRow < 1 || lastRow < firstRow || firstColumn < 0 || lastColumn < firstColumn) {
            throw new IllegalArgumentException(
                    "no range: rows %d–%d, columns %d–%d".formatted(firstRow, lastRow, firstColumn, lastColumn));
        }
    }

    /** Parses a reference such as "C4:C15". */
    static MergedArea parse(String reference) throws SheetRefused {
        Matcher matcher = RANGE.matcher(reference);
        if (!matcher.matches()) {
            throw SheetRefused.broken("merged range " + reference);
        }
        int row = Integer.parseInt(matcher.group(2));
        int column = column(matcher.group(1));
        boolean single = matcher.group(3) == null;
        int otherRow = single ? row : Integer.parseInt(matcher.group(4));
        int otherColumn = single ? column : column(matcher.group(3));
        if (row < 1 || otherRow < 1) {
            throw SheetRefused.broken("merged range " + reference);
        }
        return new MergedArea(
                Math.min(row, otherRow),
                Math.max(row, otherRow),
                Math.min(column, otherColumn),
                Math.max(column, otherColumn));
    }

    /** Column number from 0 of letters such as "AB". */
    static int column(String letters) {
        int column = 0;
        for (int i = 0; i < letters.length(); i++) {
            column = column * 26 + (letters.charAt(i) - 'A' + 1);
        }
        return column - 1;
    }
}
