package org.linli.rules.decisions.roll;

/** How far a part has left the developer's hands. */
public enum PartState {
    UNSOLD,
    SOLD_UNDELIVERED,
    DELIVERED
}
