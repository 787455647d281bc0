package org.linli.rules.coverage;

/** How a community is served on a day; every community is in exactly one state. */
public enum ServiceState {
    /** Counted, served by a company of its own. */
    PROFESSIONAL,
    /** Counted, served as part of a zone. */
    ZONE,
    /** Not counted, the owners manage themselves. */
    SELF_MANAGED,
    /** Not counted, bottom-line services only. */
    BASIC,
    /** Not counted, no service that is in force and has begun, or a company's service that misses a condition. */
    NONE
}
