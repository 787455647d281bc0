package org.linli.decisions.reach.web;

import java.util.List;
import org.linli.decisions.reach.assistance.Session;

/**
 * One owner's vote with help, as one of the two staff sees it.
 *
 * @param isOpener whether the reader holds the device
 * @param isCompanion whether the reader is the other one, who has joined
 * @param questions the form on the device, empty unless it is its turn
 * @param said what was marked, for the companion to read back
 */
public record SessionPage(
        Head head,
        Session session,
        String address,
        boolean isOpener,
        boolean isCompanion,
        List<Question> questions,
        List<Question.Said> said,
        Refusal refusal,
        Typed typed) {

    public String path() {
        return head.desk() + "/assisted/" + session.number();
    }
}
