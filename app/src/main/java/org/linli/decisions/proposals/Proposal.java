package org.linli.decisions.proposals;

import java.time.LocalDate;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.linli.rules.decisions.Weight;
import org.linli.rules.decisions.assembly.OwnersProposal;

/**
 * What owners proposed, and how far it is.
 *
 * @param matter for everybody to read
 * @param signedUntil last day on which it can be signed
 * @param lapsed whether that day passed before a fifth had signed
 * @param signedWeight heads and area that had signed at the last count
 * @param all the whole area and all heads at the last count
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
        Weight signedWeight,
        Weight all,
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

    public int signed() {
        return signedWeight.heads();
    }

    public int heads() {
        return all.heads();
    }

    /** The fewest heads that are a fifth. */
    public int needed() {
        return OwnersProposal.needed(all).heads();
    }

    /** The least area that is a fifth, in 0.01 m²; empty where only heads count. */
    public OptionalLong areaNeeded() {
        return OwnersProposal.countsArea(Proposals.PACK)
                ? OptionalLong.of(OwnersProposal.needed(all).areaDm2())
                : OptionalLong.empty();
    }

    /** Whether it waits for the organiser to call the vote. */
    public boolean waitsForVote() {
        return isReached() && vote == null;
    }
}
