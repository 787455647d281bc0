package org.linli.decisions.reach.web;

import java.util.List;
import org.linli.decisions.reach.paper.Paper;
import org.linli.decisions.reach.paper.PaperReadings;
import org.linli.decisions.reach.paper.Reconciliation;

/** The paper desk: the reconciliation, the form that issues one, and every paper. */
public record PapersPage(
        Head head, Reconciliation sums, List<Line> lines, boolean mayWrite, Refusal refusal, Typed typed) {

    /** @param address of the home it was issued at */
    public record Line(Paper paper, String address, PaperReadings.Wait waits) {}
}
