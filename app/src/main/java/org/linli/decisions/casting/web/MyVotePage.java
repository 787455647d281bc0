package org.linli.decisions.casting.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.Vote;
import org.linli.decisions.casting.Ballots;
import org.linli.decisions.casting.Denials;

/**
 * A vote as one owner meets it.
 *
 * @param open whether a ballot sent now is in time
 * @param entries for which the owner may vote, or would but for a co-owner
 */
public record MyVotePage(Vote vote, boolean open, List<Line> entries) {

    public MyVotePage {
        entries = List.copyOf(entries);
    }

    /** Whether a ballot may still be denied. */
    public boolean deniable() {
        return Denials.areOpen(vote);
    }

    /**
     * @param ballot the ballot that stands for it, null when there is none
     * @param namedAnother whether the joint owners named another of them
     */
    public record Line(
            String entry,
            List<String> homes,
            long areaDm2,
            Ballots.@Nullable Line ballot,
            boolean namedAnother,
            boolean contested) {}
}
