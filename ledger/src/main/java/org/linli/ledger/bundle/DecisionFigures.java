package org.linli.ledger.bundle;

import java.util.List;
import org.linli.ledger.DecisionOpening;

/**
 * The figures of one decision as the openings give them; proven if the report has no finding against them.
 *
 * @param decision its number
 * @param total the electorate
 * @param voted those who took part
 * @param agreed those who agreed: one figure for a question, one for each option or candidate; unmodifiable
 * @param opened every sum of columns as opened; unmodifiable
 */
public record DecisionFigures(
        int decision, Figure total, Figure voted, List<Figure> agreed, List<DecisionOpening.Columns> opened) {
    public DecisionFigures {
        agreed = List.copyOf(agreed);
        opened = List.copyOf(opened);
    }
}
