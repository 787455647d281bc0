package org.linli.platform.documents;

/** A template that is not taken, and why. A page words the {@link #reason()}; {@link #detail()} names the place. */
public final class DocumentRefused extends Exception {

    /** Why a template was refused. */
    public enum Reason {
        /** Not a .docx: another kind of file, damaged, or behind a password. */
        NOT_A_DOCUMENT,
        /** Larger than allowed, packed or unpacked. */
        TOO_LARGE,
        /** Macros, embedded programs or fields that fetch something. */
        ACTIVE_CONTENT,
        /** A picture, template or object that is fetched from outside. */
        EXTERNAL,
        /** A placeholder that this paper does not have. */
        UNKNOWN_PLACEHOLDER,
        /** A list begun and not ended, ended and not begun, or braces that are no placeholder. */
        UNBALANCED
    }

    private final Reason reason;
    private final String detail;

    DocumentRefused(Reason reason, String detail) {
        super(reason + ": " + detail);
        this.reason = reason;
        this.detail = detail;
    }

    DocumentRefused(Reason reason, Throwable cause) {
        super(reason + ": " + cause.getMessage(), cause);
        this.reason = reason;
        this.detail = "";
    }

    public Reason reason() {
        return reason;
    }

    /** The placeholder or part in question, as written in the file; empty where the file as a whole is refused. */
    public String detail() {
        return detail;
    }
}
