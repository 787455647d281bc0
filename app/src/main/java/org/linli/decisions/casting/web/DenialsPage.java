package org.linli.decisions.casting.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.Vote;
import org.linli.decisions.casting.Denials.Denial;

/**
 * Denials of a vote for those who rule on them.
 *
 * @param rules whether the reader may rule
 * @param problem text key of what was refused, null when nothing was
 */
public record DenialsPage(
        Vote vote,
        List<Denial> denials,
        boolean rules,
        @Nullable String problem) {
    public DenialsPage {
        denials = List.copyOf(denials);
    }
}
