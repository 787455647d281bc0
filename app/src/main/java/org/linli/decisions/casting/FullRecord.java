package org.linli.decisions.casting;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.VoteId;
import org.linli.decisions.casting.CastRequest.Channel;
import org.linli.ledger.AreaOpening;
import org.linli.ledger.BallotOpening;
import org.linli.ledger.EntryId;
import org.linli.ledger.RollSeal;
import org.springframework.stereotype.Service;

/** A closed record with its ballots opened: for the edition that a court orders, and for checks of papers. Callers ask who may. */
@Service
public class FullRecord {

    private final OpenVotes votes;
    private final BallotStore store;
    private final Box box;

    FullRecord(OpenVotes votes, BallotStore store, Box box) {
        this.votes = votes;
        this.store = store;
        this.box = box;
    }

    /**
     * A ballot with all that is in it.
     *
     * @param serial of its paper, null when it was cast on a screen
     * @param openings of each column of its leaf; unmodifiable
     */
    public record Opened(
            String entry,
            int attempt,
            long leafNo,
            Channel channel,
            @Nullable String serial,
            Instant receivedAt,
            boolean annulled,
            SortedMap<Integer, Answer> answers,
            List<BallotOpening> openings) {
        public Opened {
            answers = Collections.unmodifiableSortedMap(new TreeMap<>(answers));
            openings = List.copyOf(openings);
        }
    }

    /**
     * Every ballot, annulled ones too, in the record's order.
     *
     * @throws IllegalStateException while the box is open
     */
    public List<Opened> ballots(VoteId vote) {
        OpenVote open = closed(vote);
        return store.after(vote, -1).stream().map(row -> opened(open, row)).toList();
    }

    /**
     * The ballot that was entered from a paper.
     *
     * @throws IllegalStateException while the box is open
     */
    public Optional<Opened> onPaper(VoteId vote, String serial) {
        OpenVote open = closed(vote);
        return store.after(vote, -1).stream()
                .filter(row -> serial.equals(row.serial()))
                .findFirst()
                .map(row -> opened(open, row));
    }

    private OpenVote closed(VoteId vote) {
        if (box.now(vote).filter(Box.Now::closed).isEmpty()) {
            throw new IllegalStateException("the box of vote " + vote + " is open");
        }
        return votes.find(vote).orElseThrow();
    }

    private static Opened opened(OpenVote open, BallotStore.Row row) {
        SortedMap<Integer, Answer> answers =
                open.choices().open(OpenVote.spot(open.vote(), row.entry(), row.attempt()), row.sealed());
        return new Opened(
                row.entry(),
                row.attempt(),
                row.leafNo(),
                row.channel(),
                row.serial(),
                row.receivedAt(),
                row.annulled(),
                answers,
                BallotOpening.of(open.sealer(), EntryId.parse(row.entry()), row.attempt(), open.marks(answers)));
    }

    /** What opens an entry's commitment on each roll that it is on, by roll number. */
    public Map<Integer, AreaOpening> areas(VoteId vote, String entry) {
        EntryId id = EntryId.parse(entry);
        return votes.find(vote).orElseThrow().seals().stream()
                .filter(seal -> seal.contains(id))
                .collect(Collectors.toMap(RollSeal::rollNo, seal -> seal.opening(id)));
    }
}
