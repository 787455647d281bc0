package org.linli.ledger.bundle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.linli.ledger.Digest;
import org.linli.ledger.EntryId;
import org.linli.ledger.RollRoot;
import org.linli.ledger.Serial;

/** What the record says once its lines are read in order. */
final class RecordState {
    /** Root over as many leaves, at each size that a head speaks of, and over all. */
    final Map<Long, Digest> roots = new HashMap<>();

    final Map<Integer, RollRoot> rolls = new TreeMap<>();
    final Map<EntryId, List<Ballot>> ballots = new HashMap<>();
    final Map<Serial, Paper> papers = new HashMap<>();
    int open = NEVER;
    int close = NEVER;
    int firstBallot = NEVER;
    int lastBallotWithoutPaper = NEVER;

    static final int NEVER = -1;

    boolean isOpen() {
        return open != NEVER;
    }

    boolean isClosed() {
        return close != NEVER;
    }

    List<Ballot> of(EntryId entry) {
        return ballots.computeIfAbsent(entry, key -> new ArrayList<>());
    }

    Optional<Ballot> find(EntryId entry, int attempt) {
        return ballots.getOrDefault(entry, List.of()).stream()
                .filter(ballot -> ballot.attempt == attempt)
                .findFirst();
    }

    /** Each entry's last ballot that is not annulled. */
    List<Ballot> counted() {
        return ballots.values().stream()
                .map(each -> each.stream().filter(ballot -> !ballot.isAnnulled).reduce((earlier, later) -> later))
                .flatMap(Optional::stream)
                .toList();
    }

    List<Ballot> all() {
        return ballots.values().stream().flatMap(List::stream).toList();
    }

    /** A ballot without what it holds. */
    static final class Ballot {
        final int leaf;
        final EntryId entry;
        final int attempt;
        final boolean isOnPaper;
        final List<Integer> decisions;
        boolean isAnnulled;

        Ballot(int leaf, EntryId entry, int attempt, boolean isOnPaper, List<Integer> decisions) {
            this.leaf = leaf;
            this.entry = entry;
            this.attempt = attempt;
            this.isOnPaper = isOnPaper;
            this.decisions = List.copyOf(decisions);
        }
    }

    /** A numbered paper. */
    static final class Paper {
        @Nullable
        EntryId issuedFor;

        int returned = NEVER;
        int used = NEVER;
        boolean isVoid;
    }
}
