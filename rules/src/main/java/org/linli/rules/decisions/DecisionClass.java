package org.linli.rules.decisions;

/** How much consent a matter needs of those who voted. Source: Civil Code art. 278 ¶2 [V], repeated by Taizhou regulation art. 16 [V]. */
public enum DecisionClass {
    /** Matters 1 to 5 and 9: more than half. */
    ORDINARY(Threshold.MORE_THAN_HALF),
    /** Matters 6 to 8: three quarters or more. */
    SPECIAL(Threshold.THREE_QUARTERS);

    private final Threshold consent;

    DecisionClass(Threshold consent) {
        this.consent = consent;
    }

    public Threshold consent() {
        return consent;
    }
}
