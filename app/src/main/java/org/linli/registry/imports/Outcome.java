package org.linli.registry.imports;

/** What becomes of a row, strongest first. */
public enum Outcome {
    /** Something the registry did not have. */
    NEW,
    /** Something the registry had otherwise. */
    CHANGED,
    /** Nothing to store: the registry says so already. */
    SAME,
    /** The row says nothing of the kind. */
    NONE,
    /** The row has a problem and would not be stored. */
    REFUSED,
    /** The clerk leaves the row out. */
    EXCLUDED
}
