package org.linli.decisions;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.platform.web.Texts;

/** Inverted port: a part of the feature adds its section to the public page of a vote. */
public interface VotePageSection {

    /** The section as it stands now; empty while there is nothing to show. */
    Optional<Section> section(Vote vote, Texts texts);

    /**
     * @param order place on the page, ascending
     * @param titleKey text key of its heading
     */
    record Section(int order, String titleKey, List<Line> lines) implements Comparable<Section> {
        public Section {
            lines = List.copyOf(lines);
        }

        @Override
        public int compareTo(Section other) {
            return Integer.compare(order, other.order);
        }
    }

    /** @param text in the reader's language @param href where it leads, begins with a slash; null for plain text */
    record Line(String text, @Nullable String href) {}
}
