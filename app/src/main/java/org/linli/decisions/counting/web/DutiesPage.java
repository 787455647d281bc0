package org.linli.decisions.counting.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.Vote;
import org.linli.decisions.counting.Duties.Duty;
import org.linli.decisions.counting.DutyKind;
import org.linli.decisions.counting.Taken.Refusal;
import org.linli.platform.web.Ui;

/**
 * What follows a vote.
 *
 * @param mayAct whether the viewer's hat records that something is done
 * @param refused what was just refused, null otherwise
 * @param typed the evidence typed then
 * @param number the duty it was about
 */
public record DutiesPage(
        Vote vote,
        List<Duty> duties,
        boolean mayAct,
        @Nullable Refusal refused,
        String typed,
        int number) {

    /** The page of the register where the duty is carried out; empty when there is none. */
    public String register(Duty duty) {
        String community = "/registry/communities/" + vote.id().community();
        if (duty.kind() == DutyKind.RECORD_COMMITTEE) {
            String day = vote.decidedOn().map(Object::toString).orElse("");
            return community + "/committees/new?kind=COMMITTEE&decided_on=" + day + "&term_from=" + day
                    + "&agreed_size=" + vote.item(duty.decision()).seats() + "&reason="
                    + Ui.encode(vote.terms().title());
        }
        return duty.kind() == DutyKind.RECORD_ENGAGEMENT ? community + "?tab=engagements" : "";
    }

    public String wording(Duty duty) {
        return vote.item(duty.decision()).wording();
    }
}
