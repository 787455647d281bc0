package org.linli.registry;

/** What a recorded row says of itself. */
public enum Act {
    /** 变更: true from a day on. */
    CHANGE,
    /** 更正: what was recorded before was never true. */
    CORRECTION,
    /** Came with a file. */
    IMPORT
}
