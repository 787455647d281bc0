package org.linli.ledger.bundle;

import java.io.IOException;

/** A file that is no bundle, so that there is nothing to check. */
public final class UnreadableBundleException extends IOException {
    /** Why it cannot be read. */
    public enum Trouble {
        NO_ARCHIVE,
        /** A file that no bundle has, or a path outside it. */
        STRANGE_FILE,
        DOUBLE_FILE,
        MISSING_FILE,
        TOO_LARGE,
        MALFORMED
    }

    private final Trouble trouble;
    private final String file;

    public UnreadableBundleException(Trouble trouble, String file, String message) {
        super("%s: %s: %s".formatted(trouble, file, message));
        this.trouble = trouble;
        this.file = file;
    }

    public Trouble trouble() {
        return trouble;
    }

    /** The file inside the archive; empty where it is the archive itself. */
    public String file() {
        return file;
    }
}
