package org.linli.decisions.drafting;

import java.time.LocalDate;
import java.util.List;

/**
 * A list of candidates as posted.
 *
 * @param decision the election
 * @param number counts up with each changed list
 * @param until last day it hangs at least
 * @param reason why the list changed, empty for the first one
 * @param names in the order of the ballot
 */
public record Posting(
        int decision, int number, LocalDate postedOn, LocalDate until, String reason, List<String> names) {
    public Posting {
        names = List.copyOf(names);
    }
}
