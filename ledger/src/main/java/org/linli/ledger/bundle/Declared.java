package org.linli.ledger.bundle;

import java.util.List;

/**
 * What was announced of one decision, for the check to find again.
 *
 * @param decision its number
 * @param outcomes PASSED, REJECTED or NO_VALID_DECISION: one for a question, one for each option or candidate; unmodifiable
 * @param chosen the option adopted, or those elected by rank; empty where none is, and for a question; unmodifiable
 * @param lots candidates in the order of the recorded draw of lots; empty where none was drawn; unmodifiable
 */
public record Declared(int decision, List<String> outcomes, List<Integer> chosen, List<Integer> lots) {
    public Declared {
        outcomes = List.copyOf(outcomes);
        chosen = List.copyOf(chosen);
        lots = List.copyOf(lots);
    }
}
