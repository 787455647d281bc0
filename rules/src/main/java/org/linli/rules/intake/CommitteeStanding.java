package org.linli.rules.intake;

/** Whether the owners of a community have a body that acts for them. Source: domain reference a.7 and a.8. */
public enum CommitteeStanding {
    /** An owners' committee 业委会. */
    COMMITTEE,
    /** A property management committee 物管会. */
    PMC,
    /** Neither. */
    NONE,
    /** Being prepared for the first time. */
    PREPARING,
    /** Being elected anew. */
    CHANGING
}
