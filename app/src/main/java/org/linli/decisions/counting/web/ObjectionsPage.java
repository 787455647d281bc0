package org.linli.decisions.counting.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.Vote;
import org.linli.decisions.counting.Objections.Objection;
import org.linli.decisions.counting.Taken.Refusal;
import org.linli.publishing.gate.PublicTexts;

/**
 * Objections on the desk.
 *
 * @param mayRule whether the viewer's hat rules on them
 * @param lines each with what the owner wrote
 * @param refused the ruling that was just refused, null otherwise
 * @param typed the reason of that ruling
 * @param number the objection it was about
 * @param found personal data in that reason, which comes back masked; null for none
 */
public record ObjectionsPage(
        Vote vote,
        boolean mayRule,
        List<Line> lines,
        @Nullable Refusal refused,
        String typed,
        int number,
        PublicTexts.@Nullable Checked found) {

    /** @param text what the owner wrote */
    public record Line(Objection objection, String text) {}
}
