package org.linli.decisions.reach.paper;

import org.linli.decisions.VoteId;
import org.linli.decisions.casting.PaperCheck;
import org.springframework.stereotype.Component;

/** Tells the box whether a paper may be entered: issued to this entry, returned, neither voided nor used. */
@Component
class PaperStanding implements PaperCheck {

    private final PaperStore store;

    PaperStanding(PaperStore store) {
        this.store = store;
    }

    @Override
    public boolean isValid(VoteId vote, String entry, String serial) {
        return store.isReturned(vote, entry, serial);
    }
}
