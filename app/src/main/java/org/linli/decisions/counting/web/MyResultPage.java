package org.linli.decisions.counting.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.Vote;
import org.linli.decisions.counting.CountSheet;
import org.linli.decisions.counting.Objections.Objection;
import org.linli.decisions.counting.Taken.Refusal;

/**
 * The count as an owner of the area sees it: turnout by parts, objecting, witnessing.
 *
 * @param sheet the count the owner may see, null before
 * @param items its figures
 * @param mine the owner's own objections
 * @param mayObject whether the time for objections runs
 * @param mayVolunteer whether the owner may offer to witness
 * @param accepted whether the owner is a witness
 * @param against why the owner may not sign the sheet now, null when they may
 * @param refused what was just refused, null otherwise
 * @param typed what was typed then
 */
public record MyResultPage(
        Vote vote,
        @Nullable CountSheet sheet,
        List<ItemView> items,
        List<Objection> mine,
        boolean mayObject,
        boolean mayVolunteer,
        boolean accepted,
        @Nullable Refusal against,
        @Nullable Refusal refused,
        Typed typed) {

    /** @param decision number of the decision, 0 for the vote as a whole */
    public record Typed(int decision, String summary, String text) {
        static final Typed NOTHING = new Typed(0, "", "");
    }
}
