package org.linli.decisions.drafting.web;

import java.util.List;
import org.linli.decisions.DecisionItem;
import org.linli.decisions.drafting.Nomination;
import org.linli.decisions.drafting.NominationWindow;
import org.linli.decisions.drafting.Posting;

/** Prepared for its template. */
public record NominationPage(DeskFrame frame, List<Election> elections, String note) {
    /** @param window the last one opened, none or one */
    public record Election(
            DecisionItem item,
            List<NominationWindow> window,
            List<Line> nominations,
            List<Posting> postings,
            List<StepPage.Form> forms) {}

    public record Line(Nomination nomination, List<StepPage.Form> forms) {}
}
