package org.linli.decisions.casting.web;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.Vote;
import org.linli.decisions.casting.CastRequest.Channel;
import org.linli.decisions.casting.Denials.Denial;

/**
 * Denials of a vote for those who rule on them.
 *
 * @param buildings names by number, to say at the counter which home it is
 * @param rules whether the reader may rule
 * @param open whether ballots may still be denied
 * @param problem text key of what was refused, null when nothing was
 */
public record DenialsPage(
        Vote vote,
        List<Line> denials,
        SortedMap<Integer, String> buildings,
        boolean rules,
        boolean open,
        @Nullable String problem) {
    public DenialsPage {
        denials = List.copyOf(denials);
    }

    /** @param homes whose ballot it is, in words @param channel by which it came, null when unknown */
    public record Line(
            Denial denial, String homes, @Nullable Channel channel) {}
}
