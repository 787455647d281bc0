package org.linli.registry.imports;

/** What a finding asks of the clerk. */
public enum Severity {
    /** Must be mended, or the row left out. */
    PROBLEM,
    /** Must be answered. */
    QUESTION,
    /** More was assumed than is written; must be confirmed. */
    GUESS
}
