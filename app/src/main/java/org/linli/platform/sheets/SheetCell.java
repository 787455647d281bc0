package org.linli.platform.sheets;

/**
 * One cell as text, with the kind the file gave it.
 *
 * @param text the content, never trimmed: a number as exact plain decimal ("2010", "26220.81"), a date as
 *     {@code yyyy-MM-dd}, a formula with its leading "=", a truth value as "TRUE" or "FALSE", an error as "#REF!"
 * @param kind what the file says the content is; a csv says TEXT of everything
 * @param merged filled from a merged range, not typed here
 */
public record SheetCell(String text, Kind kind, boolean merged) {

    /** What a cell holds. */
    public enum Kind {
        /** Nothing. */
        EMPTY,
        /** Text, whatever it looks like. */
        TEXT,
        /** A number not formatted as a date. */
        NUMBER,
        /** A number formatted as a date; its time of day is dropped. */
        DATE,
        /** A formula, given as written and never computed. */
        FORMULA,
        /** TRUE or FALSE. */
        BOOLEAN,
        /** An error the spreadsheet program left behind. */
        ERROR
    }

    /** The cell that holds nothing. */
    public static final SheetCell EMPTY = new SheetCell("", Kind.EMPTY, false);

    static SheetCell of(Kind kind, String text) {
        return text.isEmpty() ? EMPTY : new SheetCell(text, kind, false);
    }

    static SheetCell text(String text) {
        return of(Kind.TEXT, text);
    }

    SheetCell asMerged() {
        return kind == Kind.EMPTY ? this : new SheetCell(text, kind, true);
    }

    boolean isTyped() {
        return !merged && !text.isBlank();
    }
}
