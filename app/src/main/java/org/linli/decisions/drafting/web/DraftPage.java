package org.linli.decisions.drafting.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.DecisionItem;
import org.linli.decisions.drafting.DraftCheck;
import org.linli.decisions.drafting.Version;

/**
 * The draft: what stands against it, the vote as a whole, its decisions.
 *
 * @param findings by the checker, the vote as a whole first
 * @param form null when this viewer or this state does not write
 * @param others drafts of the same batch that could take this text over
 */
public record DraftPage(
        DeskFrame frame,
        List<DraftCheck.Finding> findings,
        @Nullable VoteForm form,
        List<Version> versions,
        int others,
        String note) {

    public DraftPage {
        findings = List.copyOf(findings);
        versions = List.copyOf(versions);
    }

    public List<DraftCheck.Finding> of(int decision) {
        return findings.stream()
                .filter(finding -> finding.decision() == decision)
                .toList();
    }

    /** Whether personal data is to be masked. */
    public boolean hasPersonalData() {
        return findings.stream().anyMatch(finding -> finding.code().equals("PERSONAL_DATA"));
    }

    public String base() {
        return frame.href() + "/draft";
    }

    public String item(DecisionItem item) {
        return base() + "/decisions/" + item.number();
    }
}
