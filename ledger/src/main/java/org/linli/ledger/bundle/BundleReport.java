package org.linli.ledger.bundle;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.ledger.Digest;
import org.linli.ledger.RollRoot;

/**
 * What a check found.
 *
 * @param findings everything that does not hold, in the order of the topics; unmodifiable
 * @param rolls the rolls; unmodifiable
 * @param recordSummary the record
 * @param decisions figures by decision, as far as they are opened; unmodifiable
 */
public record BundleReport(
        List<Finding> findings, List<Roll> rolls, Summary recordSummary, List<DecisionFigures> decisions) {
    /**
     * @param rollNo 1 or more
     * @param root its fingerprint
     * @param total TA as opened and TH as counted; null where nothing, or not one thing, is opened
     */
    public record Roll(int rollNo, RollRoot root, @Nullable Figure total) {}

    /**
     * @param leaves lines of the record
     * @param root root over all of them
     * @param ballots ballots in it
     * @param papers how many of those were on paper
     * @param annulled how many were annulled
     * @param counted how many the count takes
     * @param heads signed heads in the bundle
     * @param seen heads that somebody kept and that were compared
     */
    public record Summary(
            int leaves, Digest root, int ballots, int papers, int annulled, int counted, int heads, int seen) {}

    public BundleReport {
        findings = List.copyOf(findings);
        rolls = List.copyOf(rolls);
        decisions = List.copyOf(decisions);
    }

    public boolean holds() {
        return findings.isEmpty();
    }

    public boolean holds(Topic topic) {
        return findings.stream().noneMatch(finding -> finding.fault().topic() == topic);
    }
}
