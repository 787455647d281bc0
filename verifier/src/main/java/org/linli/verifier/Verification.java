package org.linli.verifier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.linli.ledger.SignedHead;
import org.linli.ledger.bundle.Bundle;
import org.linli.ledger.bundle.BundleCheck;
import org.linli.ledger.bundle.BundleReport;
import org.linli.ledger.bundle.Fault;
import org.linli.ledger.bundle.Finding;
import org.linli.ledger.bundle.Topic;

/**
 * Everything a bundle was checked for: the record by the ledger, the outcome by the rules.
 *
 * @param report what the ledger found
 * @param outcomes what the rules decide from its figures; unmodifiable
 * @param findings everything that does not hold, by topic; unmodifiable
 */
record Verification(BundleReport report, List<DecisionResult> outcomes, List<Finding> findings) {
    Verification {
        outcomes = List.copyOf(outcomes);
        findings = List.copyOf(findings);
    }

    static Verification of(Bundle bundle, List<SignedHead> seen) {
        BundleReport report = BundleCheck.check(bundle, seen);
        List<Finding> findings = new ArrayList<>(report.findings());
        List<DecisionResult> outcomes = new OutcomeCheck(bundle, findings).check(report.decisions());
        findings.sort(Comparator.comparing(finding -> finding.fault().topic()));
        return new Verification(report, outcomes, findings);
    }

    /** Also whether the seal key is the one that somebody expects. */
    static Verification of(Bundle bundle, List<SignedHead> seen, String fingerprint) {
        Verification verification = of(bundle, seen);
        if (bundle.heads().fingerprint().equals(fingerprint)) {
            return verification;
        }
        List<Finding> findings = new ArrayList<>(verification.findings());
        findings.add(new Finding(Fault.KEY_DIFFERS, "heads"));
        return new Verification(verification.report(), verification.outcomes(), findings);
    }

    boolean holds() {
        return findings.isEmpty();
    }

    List<Finding> on(Topic topic) {
        return findings.stream()
                .filter(finding -> finding.fault().topic() == topic)
                .toList();
    }
}
