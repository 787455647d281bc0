package org.linli.decisions.bundles.web;

import java.util.List;
import org.linli.ledger.bundle.Fault;
import org.linli.ledger.bundle.Topic;

/**
 * The check page. What it says of a bundle is found by the reader's browser; from here come only words.
 *
 * @param bundle path of the bundle to begin with, or empty
 * @param fingerprint of this installation's seal key, 64 digits
 */
public record CheckPage(String bundle, String fingerprint) {
    private static final List<String> WORDS = List.of(
            "holds",
            "broken",
            "failed",
            "unreachable",
            "key.malformed",
            "phase.fetching",
            "phase.reading",
            "phase.roll",
            "phase.record",
            "phase.ballots",
            "refused.ZIP",
            "refused.FILES",
            "refused.SIZE",
            "refused.JSON",
            "refused.FORM",
            "refused.SUITE",
            "line.holds",
            "line.broken",
            "fact.rules",
            "fact.roll",
            "fact.root",
            "fact.record",
            "fact.papers",
            "fact.heads",
            "fact.key",
            "fact.key.own",
            "fact.key.other",
            "fact.ballots",
            "faults",
            "faults.more",
            "decision",
            "decision.unopened",
            "class.ORDINARY",
            "class.SPECIAL",
            "heads",
            "area",
            "total",
            "voted",
            "reached",
            "missed",
            "chosen",
            "option.AGREE",
            "option.OPPOSE",
            "option.ABSTAIN",
            "option.NONE",
            "outcome.PASSED",
            "outcome.REJECTED",
            "outcome.NO_VALID_DECISION");

    /** Keys below {@code check.} of all that the page may have to say, besides topics and faults. */
    public List<String> words() {
        return WORDS;
    }

    public List<Topic> topics() {
        return List.of(Topic.values());
    }

    public List<Fault> faults() {
        return List.of(Fault.values());
    }
}
