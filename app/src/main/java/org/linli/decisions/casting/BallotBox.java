package org.linli.decisions.casting;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.linli.decisions.VoteId;
import org.linli.decisions.casting.CastRequest.Channel;
import org.springframework.stereotype.Service;

/** The box, opened: only after the record has its CLOSE leaf. */
@Service
public class BallotBox {

    private final OpenVotes votes;
    private final BallotStore store;
    private final Denials denials;
    private final Box box;

    BallotBox(OpenVotes votes, BallotStore store, Denials denials, Box box) {
        this.votes = votes;
        this.store = store;
        this.denials = denials;
        this.box = box;
    }

    /**
     * A ballot as it counts.
     *
     * @param entry the roll entry
     * @param contested whether a denial of it waits for its ruling
     */
    public record Counted(
            String entry, int attempt, SortedMap<Integer, Answer> answers, Channel channel, boolean contested) {
        public Counted {
            answers = Collections.unmodifiableSortedMap(new TreeMap<>(answers));
        }
    }

    /**
     * Each entry's last ballot that is not annulled.
     *
     * @throws IllegalStateException while the box is open
     */
    public List<Counted> counted(VoteId vote) {
        if (box.now(vote).filter(Box.Now::closed).isEmpty()) {
            throw new IllegalStateException("the box of vote " + vote + " is open");
        }
        OpenVote open = votes.find(vote).orElseThrow();
        Set<String> contested = denials.contestedEntries(vote);
        Map<String, BallotStore.Row> last = new LinkedHashMap<>();
        store.after(vote, -1).stream()
                .filter(row -> !row.annulled())
                .forEach(row ->
                        last.merge(row.entry(), row, (one, other) -> one.attempt() > other.attempt() ? one : other));
        return last.values().stream()
                .map(row -> new Counted(
                        row.entry(),
                        row.attempt(),
                        open.choices().open(OpenVote.spot(open.vote(), row.entry(), row.attempt()), row.sealed()),
                        row.channel(),
                        contested.contains(row.entry())))
                .toList();
    }
}
