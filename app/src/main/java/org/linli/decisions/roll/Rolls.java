package org.linli.decisions.roll;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteId;
import org.linli.ledger.PublicRoll;
import org.springframework.stereotype.Service;

/** Rolls as they were frozen, and who votes for an entry today. */
@Service
public class Rolls {

    /** A roll of 5,000 homes takes about three megabytes. */
    private static final int KEPT = 32;

    private final RollStore store;
    private final Voters voters;
    private final Map<Key, FrozenRoll> known = Collections.synchronizedMap(new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, FrozenRoll> eldest) {
            return size() > KEPT;
        }
    });

    Rolls(RollStore store, Voters voters) {
        this.store = store;
        this.voters = voters;
    }

    private record Key(VoteId vote, int version) {}

    /** The version that holds. @throws IllegalStateException if the roll is not frozen */
    public FrozenRoll current(VoteId id) {
        return find(id).orElseThrow(() -> new IllegalStateException("the roll of vote " + id + " is not frozen"));
    }

    /** The version that holds; empty before the freeze. */
    public Optional<FrozenRoll> find(VoteId id) {
        int version = store.lastVersion(id);
        return version == 0 ? Optional.empty() : Optional.of(read(id, version));
    }

    private FrozenRoll read(VoteId id, int version) {
        Key key = new Key(id, version);
        FrozenRoll roll = known.get(key);
        if (roll == null) {
            roll = store.read(id, version);
            known.put(key, roll);
        }
        return roll;
    }

    /** A roll of the version that holds, as everybody sees it from the day of the notice: random names and commitments. */
    public Optional<PublicRoll> published(VoteId id, int rollNo) {
        return find(id).filter(roll -> roll.rolls().containsKey(rollNo)).map(roll -> store.published(roll, rollNo));
    }

    /** The fingerprints of every version by its date, oldest first: old ones are never taken back. */
    public List<FrozenRoll.Edition> versions(VoteId id) {
        return store.versions(id);
    }

    /** The entries of a vote that an account's confirmed claims lead to, each with whether the account may vote for it today. */
    public List<VoterEntry> entriesOf(VoteId id, long accountId) {
        return find(id).map(roll -> voters.entriesOf(roll, accountId)).orElse(List.of());
    }

    /** How an owner of the register stands to the entry of a home today; empty for a home that is not on the roll. */
    public Optional<VoterEntry.Standing> standing(VoteId id, int homeNo, int ownerNo) {
        return find(id).flatMap(roll -> roll.ofHome(homeNo))
                .map(entry -> voters.standing(entry, id.community(), homeNo, ownerNo));
    }

    /** Owners of a home today, in the order of the certificate; empty while nobody is on the register. */
    public List<Integer> ownersOf(VoteId id, int homeNo) {
        return voters.ownersOf(id.community(), homeNo);
    }

    /** The people behind these entries today, by entry. */
    public Map<String, OwnersToday> owners(VoteId id, Collection<FrozenRoll.Entry> entries) {
        return voters.owners(id.community(), entries);
    }

    /** How the roll would weigh under another reading, from the register as it was read for the frozen one. */
    public AlternativeRoll alternative(Vote vote, AlternativeRoll.Reading reading) {
        FrozenRoll roll = current(vote.id());
        int version = roll.version().number();
        return AlternativeRoll.of(
                vote,
                roll,
                new AlternativeRoll.Source(
                        store.sources(vote.id(), version),
                        store.openPairs(vote.id(), version),
                        store.developer(vote.id(), version).orElse(null)),
                reading);
    }
}
