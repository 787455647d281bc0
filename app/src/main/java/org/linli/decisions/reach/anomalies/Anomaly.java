package org.linli.decisions.reach.anomalies;

import java.time.Instant;
import java.util.List;

/**
 * Ballots that look odd together. Nothing follows from it by itself: somebody looks.
 *
 * @param kind what is odd
 * @param subject what they have in common: a short keyed hash of the device, the account's number, a collector's name; empty for
 *     what is only a matter of time
 * @param entries identifiers of the roll entries, by position
 * @param leaves their positions in the record
 * @param from the first of them
 * @param until the last of them
 */
public record Anomaly(Kind kind, String subject, List<String> entries, List<Long> leaves, Instant from, Instant until) {

    public Anomaly {
        entries = List.copyOf(entries);
        leaves = List.copyOf(leaves);
    }

    /** What is looked for. */
    public enum Kind {
        DEVICE,
        ACCOUNT,
        COLLECTOR,
        BURST,
        PROXY,
        NIGHT
    }

    public int ballots() {
        return leaves.size();
    }
}
