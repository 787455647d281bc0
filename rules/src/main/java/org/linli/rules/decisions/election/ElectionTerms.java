package org.linli.rules.decisions.election;

import java.util.List;

/**
 * What the notice said about an election before it opened.
 *
 * @param seats agreed size of the committee
 * @param reducesEven whether the adopted rules reduce an even result to the lower odd number; otherwise nobody loses a seat
 * @param alternates whether the adopted rules know alternates 候补委员
 * @param lots candidates in the order of the recorded draw of lots; empty while none was drawn
 */
public record ElectionTerms(int seats, boolean reducesEven, boolean alternates, List<String> lots) {
    public ElectionTerms {
        lots = List.copyOf(lots);
    }
}
