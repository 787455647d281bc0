package org.linli.decisions.roll;

import org.linli.decisions.VoteId;

/** The roll cannot be frozen: something is unknown, and nobody stated why it may go on. The readiness page says what. */
public final class RollNotReady extends RuntimeException {

    private final transient VoteId vote;

    RollNotReady(VoteId vote, int gaps) {
        super("the roll of vote %s has %d gaps that nobody accepted".formatted(vote, gaps));
        this.vote = vote;
    }

    public VoteId vote() {
        return vote;
    }
}
