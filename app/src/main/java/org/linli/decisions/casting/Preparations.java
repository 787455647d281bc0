package org.linli.decisions.casting;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.linli.decisions.VoteId;
import org.linli.ledger.PreparedBallot;
import org.springframework.stereotype.Component;

/**
 * Commitments and proofs made while an owner reads the ballot, so that casting only picks among them. They are a cache: nothing
 * is stored, and what was forgotten is made again, byte for byte.
 */
@Component
class Preparations {

    private static final int MOST = 20_000;

    private final Semaphore cores =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
    private final Map<Spot, PreparedBallot> made = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Spot, PreparedBallot> eldest) {
            return size() > MOST;
        }
    };

    private record Spot(VoteId vote, int rollVersion, String entry, int attempt) {}

    /** Begins to prepare, beside the request. */
    void begin(OpenVote open, String entry, int attempt) {
        if (find(open, entry, attempt).isEmpty()) {
            Thread.ofVirtual().name("prepare-ballot").start(() -> get(open, entry, attempt));
        }
    }

    /** The prepared ballot, made now if it was not. */
    PreparedBallot get(OpenVote open, String entry, int attempt) {
        return find(open, entry, attempt).orElseGet(() -> {
            cores.acquireUninterruptibly();
            try {
                PreparedBallot prepared = find(open, entry, attempt).orElseGet(() -> open.prepare(entry, attempt));
                synchronized (made) {
                    made.put(spot(open, entry, attempt), prepared);
                }
                return prepared;
            } finally {
                cores.release();
            }
        });
    }

    private Optional<PreparedBallot> find(OpenVote open, String entry, int attempt) {
        synchronized (made) {
            return Optional.ofNullable(made.get(spot(open, entry, attempt)));
        }
    }

    private static Spot spot(OpenVote open, String entry, int attempt) {
        return new Spot(open.vote().id(), open.roll().version().number(), entry, attempt);
    }
}
