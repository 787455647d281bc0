package org.linli.decisions.scrutiny.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.Vote;
import org.linli.decisions.scrutiny.Scrutineers.Chosen;

/** Owners chosen for the checks of a vote. @param problem text key of what was refused, null when nothing was */
public record ScrutineersPage(
        Vote vote, List<Line> lines, @Nullable String problem) {
    public ScrutineersPage {
        lines = List.copyOf(lines);
    }

    /** @param name the first character, and stars */
    public record Line(String name, Chosen chosen) {}
}
