package org.linli.decisions;

import java.util.Optional;
import org.linli.platform.ids.CommunityId;

/**
 * A decision 议题 of a vote. Written {@code 12-3-1}.
 *
 * @param vote its vote
 * @param number within the vote, from 1
 */
public record DecisionId(VoteId vote, int number) {

    /** Empty when the text is no decision's address. */
    public static Optional<DecisionId> parse(String text) {
        int last = text.lastIndexOf('-');
        if (last < 0 || !text.substring(last + 1).matches("[1-9]\\d{0,2}")) {
            return Optional.empty();
        }
        return VoteId.parse(text.substring(0, last))
                .map(vote -> new DecisionId(vote, Integer.parseInt(text.substring(last + 1))));
    }

    public CommunityId community() {
        return vote.community();
    }

    @Override
    public String toString() {
        return vote + "-" + number;
    }
}
