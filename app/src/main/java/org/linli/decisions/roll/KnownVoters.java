package org.linli.decisions.roll;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.VoteId;
import org.linli.platform.ids.CommunityId;
import org.springframework.stereotype.Service;

/**
 * For which entries an account votes, remembered from the page on which the ballot was read. To learn it takes half a dozen questions to
 * the database, and everybody casts in the last hour; so the box asks once for all ballots of a commit whether anything was recorded
 * in the community since ({@link #outdated}), and only then is it learned again.
 */
@Service
public class KnownVoters {

    private static final int MOST = 20_000;

    private final Rolls rolls;
    private final HomeClaims claims;
    private final Map<Key, Known> known = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Known> eldest) {
            return size() > MOST;
        }
    });

    KnownVoters(Rolls rolls, HomeClaims claims) {
        this.rolls = rolls;
        this.claims = claims;
    }

    private record Key(VoteId vote, long account) {}

    /** @param asOf the word for what was recorded when this was learned */
    public record Known(List<VoterEntry> entries, String asOf) {}

    /** As {@link Rolls#entriesOf} says now. */
    public Known learn(VoteId vote, long account) {
        String asOf = asOfNow(); // first: what is recorded meanwhile must not go unnoticed
        Known learned = new Known(rolls.entriesOf(vote, account), asOf);
        known.put(new Key(vote, account), learned);
        return learned;
    }

    /** As it was when last learned; whoever acts on it asks whether it is {@link #outdated}. */
    public Known recall(VoteId vote, long account) {
        @Nullable Known before = known.get(new Key(vote, account));
        return before == null ? learn(vote, account) : before;
    }

    /** The word under which something is learned now. */
    public String asOfNow() {
        return claims.asOfNow();
    }

    /** The words under which something was learned that may be otherwise by now. */
    public Set<String> outdated(CommunityId community, Set<String> words) {
        return claims.outdated(community, words);
    }
}
