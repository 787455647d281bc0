package org.linli.rules.decisions.roll;

import java.util.List;
import org.linli.rules.decisions.Weight;

/**
 * Everybody who counts in a vote.
 *
 * @param entries sorted by their first part; unmodifiable
 * @param gaps what must be completed before the roll is frozen; unmodifiable
 */
public record Roll(List<RollEntry> entries, List<Gap> gaps) {
    public Roll {
        entries = List.copyOf(entries);
        gaps = List.copyOf(gaps);
    }

    /** The whole area and all heads. */
    public Weight total() {
        return entries.stream().map(RollEntry::weight).reduce(Weight.ZERO, Weight::plus);
    }

    /** Something that is not known of a part. @param part its id @param missing what is not known */
    public record Gap(String part, Missing missing) {}

    /** What is missing. */
    public enum Missing {
        OWNER,
        AREA
    }
}
