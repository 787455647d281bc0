package org.linli.decisions.casting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.VoteId;
import org.linli.ledger.SignedHead;
import org.linli.publishing.ledger.Growth;
import org.linli.publishing.ledger.RecordId;
import org.linli.publishing.ledger.Records;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes what arrives together in one transaction: one durable commit and one signature a vote for many ballots, and nobody is
 * answered before it. A batch that fails is taken apart, so that one bad job harms no other.
 */
@Component
class GroupCommit implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
    private static final int WAITING = 20_000;

    /** Nobody waits longer before a phone; what is stored later is what the next try is answered with. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** When so many came together last time, the next ones are awaited a moment: fewer commits and signatures, sooner done in all. */
    private static final int CROWD = 8;

    private static final Duration GATHERING = Duration.ofMillis(3);

    private final BlockingQueue<Job<?>> queue = new LinkedBlockingQueue<>(WAITING);
    private final Records records;
    private final BallotStore ballots;
    private final TransactionTemplate transaction;
    private final CommitSize size;
    private final Thread thread;
    private volatile boolean stopped;

    GroupCommit(Records records, BallotStore ballots, TransactionTemplate transaction, CommitSize size) {
        this.records = records;
        this.ballots = ballots;
        this.transaction = transaction;
        this.size = size;
        this.thread = Thread.ofPlatform().name("group-commit").daemon().start(this::run);
    }

    /**
     * Something to be written into one vote's record.
     *
     * @param <T> what the waiting request is told
     */
    abstract static class Job<T> {
        private final VoteId vote;
        private final String key;
        private final CompletableFuture<T> done = new CompletableFuture<>();

        Job(VoteId vote, String key) {
            this.vote = vote;
            this.key = key;
        }

        VoteId vote() {
            return vote;
        }

        /** Decides under the record's lock, appends what it must, and gives a ballot to be stored, if it is one. */
        abstract BallotStore.@Nullable NewBallot append(Growth growth, Batch batch);

        /** Rows that go with the leaf, in the same transaction. */
        void rows() {}

        /** The answer, once all is durable. @param head the new head of the vote, null when nothing grew */
        abstract T answer(@Nullable SignedHead head);
    }

    /** Hands a job in and waits until it is durable. @throws NotStored if it is not; trying again is safe */
    <T> T write(Job<T> job) {
        if (stopped || !queue.offer(job) || stopped && queue.remove(job)) {
            throw new NotStored(null);
        }
        try {
            return job.done.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw new NotStored(failed.getCause());
        } catch (TimeoutException slow) {
            throw new NotStored(slow);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new NotStored(ending);
        }
    }

    private void run() {
        List<Job<?>> batch = new ArrayList<>();
        try {
            while (!stopped) {
                boolean crowd = batch.size() >= CROWD;
                batch.clear();
                batch.add(queue.take());
                if (crowd) {
                    Thread.sleep(GATHERING);
                }
                queue.drainTo(batch, size.most() - 1);
                write(batch);
            }
            batch.clear();
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
        queue.drainTo(batch);
        batch.forEach(job -> job.done.completeExceptionally(new IllegalStateException("Linli is stopping")));
    }

    private void write(List<Job<?>> jobs) {
        try {
            Map<RecordId, SignedHead> heads = transaction.execute(status -> store(jobs));
            jobs.forEach(job -> complete(job, heads == null ? Map.of() : heads));
        } catch (RuntimeException | Error failed) {
            if (jobs.size() == 1) {
                LOG.warn("a leaf of vote {} was not stored", jobs.getFirst().vote, failed);
                jobs.getFirst().done.completeExceptionally(failed);
            } else {
                jobs.forEach(job -> write(List.of(job)));
            }
        }
    }

    private static <T> void complete(Job<T> job, Map<RecordId, SignedHead> heads) {
        try {
            job.done.complete(job.answer(heads.get(record(job.vote))));
        } catch (RuntimeException failed) {
            job.done.completeExceptionally(failed);
        }
    }

    private Map<RecordId, SignedHead> store(List<Job<?>> jobs) {
        TreeMap<RecordId, List<Job<?>>> byVote = new TreeMap<>(Comparator.naturalOrder());
        jobs.forEach(job -> byVote.computeIfAbsent(record(job.vote), id -> new ArrayList<>())
                .add(job));
        List<Growth> growths = new ArrayList<>();
        List<BallotStore.NewBallot> cast = new ArrayList<>();
        byVote.forEach((id, ofVote) -> {
            Growth growth = records.hold(id, ofVote.getFirst().key);
            Batch batch = new Batch(ofVote, ballots);
            for (Job<?> job : ofVote) {
                BallotStore.NewBallot ballot = job.append(growth, batch);
                if (ballot != null) {
                    batch.add(ballot);
                    cast.add(ballot);
                }
            }
            growths.add(growth);
        });
        Map<RecordId, SignedHead> heads = records.commit(growths);
        if (!cast.isEmpty()) {
            ballots.insert(cast);
        }
        jobs.forEach(Job::rows);
        return heads;
    }

    static RecordId record(VoteId vote) {
        return new RecordId(vote.community().value(), vote.number());
    }

    @Override
    public void destroy() {
        stopped = true;
        thread.interrupt();
    }

    /** What one vote's jobs of a batch know together: the ballots that stand already, and those that the batch adds. */
    static final class Batch {
        private final Map<String, List<BallotStore.Row>> standing = new HashMap<>();
        private final Map<String, BallotStore.NewBallot> added = new HashMap<>();
        private final Map<Class<?>, Object> notes = new HashMap<>();
        private final Set<String> learned;

        private Batch(List<Job<?>> jobs, BallotStore ballots) {
            List<CastJob> casts = jobs.stream()
                    .filter(CastJob.class::isInstance)
                    .map(CastJob.class::cast)
                    .toList();
            this.learned = casts.stream()
                    .flatMap(job -> Stream.ofNullable(job.learnedAsOf()))
                    .collect(Collectors.toSet());
            List<String> entries = casts.stream().map(CastJob::entry).distinct().toList();
            if (!entries.isEmpty()) {
                ballots.ofEntries(jobs.getFirst().vote, entries)
                        .forEach(row -> standing.computeIfAbsent(row.entry(), entry -> new ArrayList<>())
                                .add(row));
            }
        }

        /** The words under which the voters of the batch were learned. */
        Set<String> learned() {
            return learned;
        }

        List<BallotStore.Row> standing(String entry) {
            return standing.getOrDefault(entry, List.of());
        }

        BallotStore.@Nullable NewBallot added(String entry) {
            return added.get(entry);
        }

        private void add(BallotStore.NewBallot ballot) {
            added.put(ballot.request().entry(), ballot);
        }

        /** Something asked once for all jobs of the batch. */
        <T> T once(Class<T> type, java.util.function.Supplier<T> question) {
            return type.cast(notes.computeIfAbsent(type, asked -> question.get()));
        }
    }
}
