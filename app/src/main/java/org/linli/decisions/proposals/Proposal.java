package org.linli.decisions.proposals;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.linli.rules.decisions.assembly.OwnersProposal;

/**
 * What owners proposed, and how far it is.
 *
 * @param matter for everybody to read
 * @param signedUntil last day on which it can be signed
 * @param lapsed whether that day passed before a fifth had signed
 * @param signed heads at the last count
 * @param heads all heads at the last count
 * @param countedOn day of the last count
 * @param reachedOn day on which a fifth had signed, null before
 * @param dueOn last day for calling the vote, null before it is reached
 * @param vote number of the vote that was called, null before
 * @param ended why the street took it down, null while it stands
 */
public record Proposal(
        ProposalId id,
        String communityName,
        String division,
        Kind kind,
        String matter,
        LocalDate proposedOn,
        LocalDate signedUntil,
        boolean lapsed,
        int signed,
        int heads,
        LocalDate countedOn,
        @Nullable LocalDate reachedOn,
        @Nullable LocalDate dueOn,
        @Nullable Integer vote,
        @Nullable String ended) {

    /** What is proposed. */
    public enum Kind {
        /** 临时业主大会会议 about a matter. */
        SPECIAL_MEETING,
        /** 罢免业主委员会委员. */
        REMOVE_MEMBERS
    }

    public boolean isReached() {
        return reachedOn != null;
    }

    /** Whether it is still to be signed. */
    public boolean isOpen() {
        return !isReached() && ended == null && !lapsed;
    }

    /** The fewest heads that are a fifth. */
    public int needed() {
        return OwnersProposal.needed(heads);
    }

    /** Whether it waits for the organiser to call the vote. */
    public boolean waitsForVote() {
        return isReached() && vote == null;
    }
}
