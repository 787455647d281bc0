package org.linli.decisions.meetings;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * Minutes as somebody writes them down.
 *
 * @param present numbers of the members who were there
 */
public record Minutes(LocalDate postedOn, LocalDate metOn, Set<Integer> present, List<Topic> topics) {

    public Minutes {
        present = Set.copyOf(present);
        topics = List.copyOf(topics);
    }

    /** A topic with the members who agreed, opposed and abstained. */
    public record Topic(String text, int agreed, int opposed, int abstained) {
        int cast() {
            return Math.addExact(agreed, Math.addExact(opposed, abstained));
        }
    }
}
