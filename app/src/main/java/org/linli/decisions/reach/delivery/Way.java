package org.linli.decisions.reach.delivery;

/** How a ballot reached a home. Source: Guiding rules art. 22 [K] for delivery and for posting what cannot be delivered. */
public enum Way {
    /** The owner opened it on the phone. */
    PHONE_READ,
    /** Handed over against a signature. */
    HANDED_OVER,
    /** Hung in the area because it could not be delivered; counts once it hung long enough. */
    POSTED,
    REGISTERED_MAIL
}
