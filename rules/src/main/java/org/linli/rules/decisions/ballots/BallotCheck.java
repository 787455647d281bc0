package org.linli.rules.decisions.ballots;

import java.util.List;

/** What the ballot checker says. */
public sealed interface BallotCheck {
    /** Nothing that can be recognised stands against it. A person still reads it. */
    record Accepted() implements BallotCheck {}

    /** @param findings every rule broken, ballot first, then by question; unmodifiable, not empty */
    record Refused(List<Finding> findings) implements BallotCheck {
        public Refused {
            findings = List.copyOf(findings);
            if (findings.isEmpty()) {
                throw new IllegalArgumentException("refused without a finding");
            }
        }
    }

    /**
     * One rule broken.
     *
     * @param rule the rule, which names its article
     * @param question number of the question from 1; 0 for the ballot as a whole
     * @param detail what was found, such as the leading words or the missing annex; empty when the rule says it all
     */
    record Finding(BallotRule rule, int question, String detail) {}
}
