package org.linli.verifier;

import java.util.List;
import java.util.Optional;
import org.linli.ledger.BallotPaper;
import org.linli.ledger.bundle.DecisionFigures;
import org.linli.rules.decisions.Verdict;

/**
 * What the rules decide of one decision.
 *
 * @param verdicts one for a question, one for each option or candidate; unmodifiable
 * @param chosen the option adopted, or those elected by rank; empty where nobody can say
 */
record DecisionResult(
        BallotPaper.Question question,
        DecisionFigures figures,
        List<Verdict> verdicts,
        Optional<List<Integer>> chosen) {
    DecisionResult {
        verdicts = List.copyOf(verdicts);
        chosen = chosen.map(List::copyOf);
    }
}
