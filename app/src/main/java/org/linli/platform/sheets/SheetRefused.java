package org.linli.platform.sheets;

/** A file that is not read, and why. The message is for logs; a page words the {@link #reason()} for its reader. */
public final class SheetRefused extends Exception {

    /** Why a file was refused. */
    public enum Reason {
        /** The file, or the text it keeps for its cells, exceeds the limits. */
        TOO_LARGE,
        /** A zip that unpacks to far more than it has any reason to, or holds too many entries. */
        ZIP_BOMB,
        /** Some other kind of file. */
        NOT_A_SHEET,
        /** A workbook behind a password. */
        ENCRYPTED,
        /** More rows with content than allowed. */
        TOO_MANY_ROWS,
        /** Content further to the right than allowed. */
        TOO_MANY_COLUMNS,
        /** Separated text that is neither Unicode nor GB 18030. */
        UNKNOWN_ENCODING,
        /** Nothing in it: no byte, no character, or no visible sheet. */
        EMPTY,
        /** A sheet by its looks, but damaged or against its own format. */
        BROKEN
    }

    private final Reason reason;

    SheetRefused(Reason reason, String message) {
        super(reason + ": " + message);
        this.reason = reason;
    }

    SheetRefused(Reason reason, String message, Throwable cause) {
        super(reason + ": " + message, cause);
        this.reason = reason;
    }

    /** The stable code of this refusal. */
    public Reason reason() {
        return reason;
    }

    static SheetRefused broken(String message) {
        return new SheetRefused(Reason.BROKEN, message);
    }

    static SheetRefused broken(Throwable cause) {
        return new SheetRefused(Reason.BROKEN, String.valueOf(cause.getMessage()), cause);
    }
}
