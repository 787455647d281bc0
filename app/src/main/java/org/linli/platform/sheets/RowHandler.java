package org.linli.platform.sheets;

/** Takes the rows of a sheet, one after the other. */
@FunctionalInterface
public interface RowHandler {

    /** Takes one row that is not blank. Returns false to stop reading. */
    boolean row(SheetRow row);
}
