package org.linli.publishing.ledger;

import java.util.ArrayList;
import java.util.List;
import org.linli.ledger.Frontier;
import org.linli.ledger.Leaves;
import org.linli.ledger.Suite;
import org.linli.ledger.VoteKey;

/** A record held by one transaction, and what that transaction appends to it. Not for several threads. */
public final class Growth {

    private final RecordId id;
    private final VoteKey key;
    private final Suite suite;
    private final long before;
    private final List<NewLeaf> added = new ArrayList<>();
    private Frontier frontier;

    Growth(RecordId id, VoteKey key, Suite suite, Frontier frontier) {
        this.id = id;
        this.key = key;
        this.suite = suite;
        this.before = frontier.size();
        this.frontier = frontier;
    }

    /** Appends a leaf; it is stored, with all others, by {@link Records#commit}. @return its place, from 0 */
    public long append(NewLeaf leaf) {
        long place = frontier.size();
        frontier = frontier.append(Leaves.hash(suite, leaf.content()));
        added.add(leaf);
        return place;
    }

    public RecordId id() {
        return id;
    }

    public boolean isGrown() {
        return !added.isEmpty();
    }

    VoteKey key() {
        return key;
    }

    long before() {
        return before;
    }

    List<NewLeaf> added() {
        return added;
    }

    Frontier frontier() {
        return frontier;
    }
}
