package org.linli.platform.together;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A question that every request asks of the database, asked once for all who are waiting to ask it.
 *
 * <p>Nothing is remembered: each is answered by a query that began after it asked, so what was revoked a moment ago is revoked. Who
 * comes alone asks at once and on its own thread. Who comes while others ask waits for them, and the first of those who waited asks for
 * all. The more requests there are, the less each of them costs.
 *
 * @param <Q> a question, with equality
 * @param <A> what is known
 */
public final class AskedTogether<Q, A> {

    /** More at once would make the first of them wait for no gain. */
    private static final int MOST = 500;

    private final Function<Set<Q>, Map<Q, A>> query;
    private final ArrayDeque<Asking<Q, A>> waiting = new ArrayDeque<>();
    private boolean busy;

    /** @param query gives the answers, and none for a question that has none */
    public AskedTogether(Function<Set<Q>, Map<Q, A>> query) {
        this.query = query;
    }

    /**
     * What the database knows now; empty if nothing. Within a transaction it is asked apart: what a transaction sees is its own.
     *
     * @throws RuntimeException what the query throws for this question alone
     */
    public Optional<A> ask(Q question) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return alone(question);
        }
        Asking<Q, A> own = new Asking<>(question);
        boolean others;
        synchronized (waiting) {
            waiting.add(own);
            others = busy;
            busy = true;
        }
        if (others) {
            own.called.join();
        }
        if (own.outcome == Outcome.NONE_YET) {
            askForAll();
        }
        if (own.failure != null) {
            throw own.failure;
        }
        return own.outcome == Outcome.ANSWERED ? Optional.ofNullable(own.answer) : alone(question);
    }

    private Optional<A> alone(Q question) {
        return Optional.ofNullable(query.apply(Set.of(question)).get(question));
    }

    /** Asks for all who wait, the caller among them, and calls the first of those who came meanwhile to do the same. */
    private void askForAll() {
        List<Asking<Q, A>> asked = new ArrayList<>();
        Outcome outcome = Outcome.FAILED;
        @Nullable RuntimeException failure = null;
        try {
            takeWaiting(asked);
            Map<Q, A> answers =
                    query.apply(asked.stream().map(one -> one.question).collect(Collectors.toSet()));
            asked.forEach(one -> one.answer = answers.get(one.question));
            outcome = Outcome.ANSWERED;
        } catch (CannotGetJdbcConnectionException nobodyAnswers) {
            failure = nobodyAnswers; // the same for everybody, and to wait for it once is enough
        } catch (RuntimeException failed) {
            // Whose question it was is told why; of several, each asks alone then.
            failure = asked.size() == 1 ? failed : null;
        } finally {
            handOn();
            for (Asking<Q, A> one : asked) {
                one.outcome = outcome;
                one.failure = failure;
                one.called.complete(null);
            }
        }
    }

    private void takeWaiting(List<Asking<Q, A>> asked) {
        synchronized (waiting) {
            while (asked.size() < MOST && !waiting.isEmpty()) {
                asked.add(waiting.element());
                waiting.remove();
            }
        }
    }

    private void handOn() {
        @Nullable Asking<Q, A> next;
        synchronized (waiting) {
            next = waiting.peek();
            busy = next != null;
        }
        if (next != null) {
            next.called.complete(null);
        }
    }

    /** How many wait to be asked for. */
    int waiting() {
        synchronized (waiting) {
            return waiting.size();
        }
    }

    private enum Outcome {
        NONE_YET,
        ANSWERED,
        FAILED
    }

    /** One who asks. What came of it is written before it is called, and read after. */
    private static final class Asking<Q, A> {
        private final Q question;
        private final CompletableFuture<@Nullable Void> called = new CompletableFuture<>();
        private Outcome outcome = Outcome.NONE_YET;
        private @Nullable A answer;
        private @Nullable RuntimeException failure;

        private Asking(Q question) {
            this.question = question;
        }
    }
}
