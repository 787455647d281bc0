package org.linli.decisions.drafting.web;

import java.util.List;
import org.linli.decisions.drafting.DraftCheck;
import org.linli.decisions.drafting.Review;

/**
 * Where the vote stands and what this viewer may do about it now.
 *
 * @param findings of the checker, while it is no more than accepted
 * @param forms the acts that are open to this viewer, each with its own form
 * @param note text key's last part of what was just done, empty otherwise
 */
public record StepPage(
        DeskFrame frame, List<DraftCheck.Finding> findings, List<Review> reviews, List<Form> forms, String note) {

    public StepPage {
        findings = List.copyOf(findings);
        reviews = List.copyOf(reviews);
        forms = List.copyOf(forms);
    }

    /** @param key last part of the text keys of its heading and explanation */
    public record Form(String key, VoteForm form) {}
}
