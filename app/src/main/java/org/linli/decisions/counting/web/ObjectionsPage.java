package org.linli.decisions.counting.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.Vote;
import org.linli.decisions.counting.Objections.Objection;
import org.linli.decisions.counting.Taken.Refusal;

/**
 * Objections on the desk.
 *
 * @param mayRule whether the viewer's hat rules on them
 * @param lines each with what the owner wrote
 * @param refused the ruling that was just refused, null otherwise
 * @param typed the reason of that ruling
 * @param number the objection it was about
 */
public record ObjectionsPage(
        Vote vote,
        boolean mayRule,
        List<Line> lines,
        @Nullable Refusal refused,
        String typed,
        int number) {

    /** @param text what the owner wrote */
    public record Line(Objection objection, String text) {}
}
