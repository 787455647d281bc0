package org.linli.registry.imports;

/** How far an import has come. */
public enum ImportState {
    /** The header is found and columns are proposed; the clerk confirms them. */
    UPLOADED,
    /** The rows are being read and judged. */
    CHECKING,
    /** Every finding is shown; the clerk mends, answers, confirms, and accepts. */
    CHECKED,
    /** Accepted; the rows go into the registry in one transaction. */
    STORING,
    /** In the registry, with a receipt. */
    STORED,
    /** Stored once and taken back. */
    UNDONE,
    /** Nothing was stored, for the reason given. */
    FAILED;

    /** Whether a job works on it now. */
    public boolean isBusy() {
        return this == CHECKING || this == STORING;
    }
}
