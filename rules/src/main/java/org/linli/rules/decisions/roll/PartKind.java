package org.linli.rules.decisions.roll;

/** What an exclusive part is. */
public enum PartKind {
    HOUSE,
    /** 车位. */
    PARKING,
    /** 摊位. */
    STALL
}
