package org.linli.rules.decisions.election;

import java.util.List;
import java.util.Set;

/**
 * The result of an election.
 *
 * @param elected members by rank; unmodifiable
 * @param alternates alternates by rank; unmodifiable
 * @param stands whether the elected form a committee
 * @param vacant seats for which a by-election is due at once
 * @param lotNeeded candidates level at the last place, among whom a lot must be drawn and recorded; nobody of them is placed yet
 */
public record ElectionResult(
        List<String> elected, List<String> alternates, boolean stands, int vacant, Set<String> lotNeeded) {
    public ElectionResult {
        elected = List.copyOf(elected);
        alternates = List.copyOf(alternates);
        lotNeeded = Set.copyOf(lotNeeded);
    }
}
