package org.linli.decisions.casting;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.VoteId;

/**
 * A ballot on its way into the box. Who may cast it was checked by the channel that brings it.
 *
 * @param vote the vote
 * @param entry the roll entry's identifier, 32 hexadecimal digits
 * @param answers one for each decision of the vote in which the entry has a vote, by its number
 * @param channel how it came
 * @param homeNo the home through which the voter owns, null for paper
 * @param ownerNo the voting owner's number in the register, null when the ballot names nobody
 * @param account who was signed in: the owner, the proxy, or the clerk who entered it
 * @param device keyed hash of the device, null when it is none's own
 * @param serial number of the paper ballot as 32 hexadecimal digits, null for anything else
 * @param session number of the voting point's session for assisted ballots, null otherwise
 * @param receivedAt business time at the start of the request
 */
public record CastRequest(
        VoteId vote,
        String entry,
        SortedMap<Integer, Answer> answers,
        Channel channel,
        @Nullable Integer homeNo,
        @Nullable Integer ownerNo,
        @Nullable Long account,
        byte @Nullable [] device,
        @Nullable String serial,
        @Nullable Integer session,
        Instant receivedAt) {

    /** How a ballot came. */
    public enum Channel {
        PHONE,
        PAPER,
        /** 助老投票: at a voting point or a home visit, by two named staff. */
        ASSISTED,
        PROXY
    }

    public CastRequest {
        answers = Collections.unmodifiableSortedMap(new TreeMap<>(answers));
        if ((serial != null) != (channel == Channel.PAPER)) {
            throw new IllegalArgumentException("a serial number goes with paper, and only with paper");
        }
    }
}
