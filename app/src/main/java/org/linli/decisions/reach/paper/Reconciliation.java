package org.linli.decisions.reach.paper;

import java.util.List;

/**
 * Every paper ballot accounted for: issued = outstanding + returned + voided.
 *
 * @param outstanding issued, neither returned nor voided
 * @param returned returned and not voided
 * @param voided voided, whether returned before or not
 * @param cast of the returned, those whose ballot is in the record
 */
public record Reconciliation(int issued, int outstanding, int returned, int voided, int cast) {

    static Reconciliation of(List<Paper> papers) {
        int outstanding = count(papers, Paper.State.OUTSTANDING);
        int cast = count(papers, Paper.State.CAST);
        return new Reconciliation(
                papers.size(),
                outstanding,
                count(papers, Paper.State.RETURNED) + cast,
                count(papers, Paper.State.VOIDED),
                cast);
    }

    private static int count(List<Paper> papers, Paper.State state) {
        return (int) papers.stream().filter(paper -> paper.state() == state).count();
    }

    public boolean isBalanced() {
        return issued == outstanding + returned + voided;
    }

    /** Returned papers that nobody has entered yet. */
    public int waiting() {
        return returned - cast;
    }
}
