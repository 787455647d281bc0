package org.linli.platform.sheets;

/** What a spreadsheet file is, judged by its content and never by its name. */
public enum SheetFormat {
    /** Office Open XML workbook, a zip of XML parts. */
    XLSX,
    /** Legacy Excel 97–2003 workbook, an OLE2 container. */
    XLS,
    /** Separated text. */
    CSV
}
