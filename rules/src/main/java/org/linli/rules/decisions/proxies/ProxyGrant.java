package org.linli.rules.decisions.proxies;

import java.util.Map;

/**
 * A written proxy of one owner-person to one other for one vote; it ends when the vote closes.
 *
 * @param grantor id of the roll entry that grants it
 * @param proxy identity key of whoever shall cast the ballot
 * @param instructions the choice for each item, by item code; unmodifiable
 */
public record ProxyGrant(String grantor, String proxy, Map<String, Instruction> instructions) {
    public ProxyGrant {
        instructions = Map.copyOf(instructions);
    }

    /** What the grantor wants on one item. */
    public enum Instruction {
        AGREE,
        OPPOSE,
        ABSTAIN,
        /** The proxy may choose; only where the adopted rules allow it. */
        DISCRETION
    }
}
