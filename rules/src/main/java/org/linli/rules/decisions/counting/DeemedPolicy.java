package org.linli.rules.decisions.counting;

/** What becomes of ballots that were delivered and not returned. Source: Guiding rules art. 26 [K]; own default NONE [D]. */
public enum DeemedPolicy {
    /** They do not count. */
    NONE,
    /** They took part and did not agree. */
    DELIVERED_AS_PARTICIPATED_ABSTAIN,
    /** They took part and follow the majority of those who chose. */
    DELIVERED_WITH_MAJORITY
}
