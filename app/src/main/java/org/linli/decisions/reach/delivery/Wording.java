package org.linli.decisions.reach.delivery;

/** The fixed neutral texts of reminders, in {@code messages/decisions-reach}; nobody writes one himself. */
public enum Wording {
    /** The vote is open. */
    OPEN,
    /** How to vote on the phone, on paper, with help. */
    HOW,
    /** When it closes. */
    CLOSES
}
