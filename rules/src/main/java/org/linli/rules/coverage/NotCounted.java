package org.linli.rules.coverage;

/** Why a community does not count as professionally served. Source: domain reference d.3 [D]. */
public enum NotCounted {
    /** Nobody is engaged. */
    NO_ENGAGEMENT,
    /** A contract, but no start of service confirmed up to the day. */
    SIGNED_NOT_STARTED,
    /** The contract ended before the day and does not run on. */
    CONTRACT_EXPIRED,
    /** The contract begins after the day. */
    CONTRACT_NOT_YET,
    /** The company has no valid credit code or is not active. */
    COMPANY_INVALID,
    /** Still on trial more than six months after the service began. */
    TRIAL_TOO_LONG,
    /** Fewer than two of cleaning, greening, order and repair. */
    TOO_FEW_SERVICES,
    /** Self-managed or bottom-line services. */
    NOT_PROFESSIONAL
}
