package org.linli.platform.sheets;

/**
 * How large a spreadsheet file may be before it is refused.
 *
 * @param maxBytes size of the file itself
 * @param maxRows rows with content in one sheet
 * @param maxColumns columns up to the last one with content in a row
 * @param maxUnpackedBytes sum of all parts of a zipped workbook once inflated
 * @param maxUnpackRatio inflated bytes for one byte of file; judged only once more than 50 MB were inflated
 */
public record SheetLimits(long maxBytes, int maxRows, int maxColumns, long maxUnpackedBytes, int maxUnpackRatio) {

    public SheetLimits {
        if (maxBytes <= 0 || maxRows <= 0 || maxColumns <= 0 || maxUnpackedBytes <= 0 || maxUnpackRatio <= 0) {
            throw new IllegalArgumentException("limits must be positive: %d, %d, %d, %d, %d"
                    .formatted(maxBytes, maxRows, maxColumns, maxUnpackedBytes, maxUnpackRatio));
        }
    }

    /** Limits for uploads: 120 MB, a million rows, 200 columns, 2 GB inflated at 200 to 1. */
    public static SheetLimits standard() {
        return new SheetLimits(120L << 20, 1_000_000, 200, 2L << 30, 200);
    }
}
