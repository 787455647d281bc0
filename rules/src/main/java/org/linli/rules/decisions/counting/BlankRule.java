package org.linli.rules.decisions.counting;

/** How an item left blank counts. Source: own default ABSTAIN [D]; anything else only by a recorded clause. */
public enum BlankRule {
    /** Took part and did not agree. */
    ABSTAIN,
    /** Did not take part in this item. */
    NOT_PARTICIPATED
}
