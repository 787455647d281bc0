package org.linli.decisions.reach.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.linli.decisions.VoteId;
import org.linli.decisions.VoteState;
import org.linli.decisions.Votes;
import org.linli.decisions.reach.VotingOwners;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Records, beside the requests and never within them, that owners read a vote on the phone. What a stopped server or a full queue
 * loses is recorded when the page is opened the next time.
 */
@Component
public class ReadNotes implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ReadNotes.class);
    private static final int WAITING = 10_000;
    private static final int REMEMBERED = 100_000;
    private static final int AT_ONCE = 500;

    private final BlockingQueue<Opened> queue = new ArrayBlockingQueue<>(WAITING);
    private final Set<Opened> seen = ConcurrentHashMap.newKeySet();
    private final Votes votes;
    private final VotingOwners owners;
    private final Deliveries deliveries;
    private final Thread thread;
    private volatile boolean stopped;

    ReadNotes(Votes votes, VotingOwners owners, Deliveries deliveries) {
        this.votes = votes;
        this.owners = owners;
        this.deliveries = deliveries;
        this.thread = Thread.ofPlatform().name("read-notes").daemon().start(this::run);
    }

    private record Opened(VoteId vote, long account) {}

    /** Somebody who is signed in opened a page of a vote. Returns at once. */
    public void opened(VoteId vote, long account) {
        Opened opened = new Opened(vote, account);
        if (seen.contains(opened)) {
            return;
        }
        if (seen.size() >= REMEMBERED) {
            seen.clear();
        }
        if (queue.offer(opened)) {
            seen.add(opened);
        }
    }

    private void run() {
        while (!stopped) {
            List<Opened> batch = new ArrayList<>();
            try {
                batch.add(queue.take());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            queue.drainTo(batch, AT_ONCE - 1);
            batch.stream()
                    .collect(Collectors.groupingBy(
                            Opened::vote, Collectors.mapping(Opened::account, Collectors.toSet())))
                    .forEach(this::note);
        }
    }

    private void note(VoteId vote, Set<Long> accounts) {
        try {
            boolean runs = votes.findPublic(vote)
                    .filter(open -> open.state() == VoteState.NOTICED || open.state() == VoteState.OPEN)
                    .isPresent();
            if (runs) {
                record(vote, accounts);
            }
        } catch (RuntimeException failed) { // one that fails must not end the thread
            accounts.forEach(account -> seen.remove(new Opened(vote, account)));
            LOG.warn("readings of vote {} not recorded", vote, failed);
        }
    }

    private void record(VoteId vote, Set<Long> accounts) {
        SortedMap<Integer, Long> readers = new TreeMap<>();
        owners.known(vote, accounts).forEach((account, voters) -> {
            voters.forEach(voter -> readers.putIfAbsent(voter.homeNo(), account));
            if (voters.isEmpty()) {
                seen.remove(new Opened(vote, account)); // a claim may be confirmed later
            }
        });
        if (!readers.isEmpty()) {
            deliveries.noteReads(vote, readers);
        }
    }

    @Override
    public void destroy() {
        stopped = true;
        thread.interrupt();
    }
}
