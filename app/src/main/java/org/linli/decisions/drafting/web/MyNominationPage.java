package org.linli.decisions.drafting.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.Vote;
import org.linli.decisions.drafting.Nomination;
import org.linli.decisions.drafting.NominationWindow;
import org.linli.decisions.drafting.Posting;

/** @param mine what this account put forward */
public record MyNominationPage(
        Vote vote,
        List<NominationWindow> windows,
        @Nullable VoteForm form,
        List<Nomination> mine,
        List<Posting> postings,
        String note) {
    public boolean isPosted(int decision) {
        return postings.stream().anyMatch(posting -> posting.decision() == decision);
    }
}
