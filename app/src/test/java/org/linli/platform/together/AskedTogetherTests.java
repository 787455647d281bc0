package org.linli.platform.together;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** One query for all who wait, begun after each of them asked; what fails for one is answered for the others. */
@Timeout(60)
class AskedTogetherTests {

    private static final int CROWD = 50;

    private final Map<Integer, String> stored = new ConcurrentHashMap<>();
    private final List<Set<Integer>> queries = new CopyOnWriteArrayList<>();
    private final CountDownLatch firstBegan = new CountDownLatch(1);
    private final CountDownLatch firstMayEnd = new CountDownLatch(1);
    private final AskedTogether<Integer, String> together = new AskedTogether<>(this::query);

    private Map<Integer, String> query(Set<Integer> questions) {
        queries.add(questions);
        Map<Integer, String> answers = new HashMap<>();
        questions.stream().filter(stored::containsKey).forEach(one -> answers.put(one, stored.get(one)));
        if (questions.contains(0)) {
            firstBegan.countDown();
            await(firstMayEnd);
        }
        if (questions.contains(99)) {
            throw new CannotGetJdbcConnectionException("nobody answers");
        }
        if (questions.contains(13)) {
            throw new IllegalStateException("thirteen");
        }
        return answers;
    }

    @Test
    void remembersNothing() {
        assertThat(together.ask(1)).isEmpty();
        stored.put(1, "one");
        assertThat(together.ask(1)).contains("one");
        stored.remove(1);
        assertThat(together.ask(1)).isEmpty();
        assertThat(queries).hasSize(3);
    }

    @Test
    void asksOnceForAllWhoCameMeanwhileAndAfterTheyCame() throws Exception {
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> first = crowd.submit(() -> together.ask(0));
            await(firstBegan);
            List<Future<String>> others = new ArrayList<>();
            for (int i = 0; i < CROWD; i++) {
                int question = 100 + i;
                others.add(crowd.submit(() -> together.ask(question).orElseThrow()));
            }
            awaitParked(CROWD);
            // Stored only now: the query that is under way does not know it, and must not be what they are answered by.
            for (int i = 0; i < CROWD; i++) {
                stored.put(100 + i, "answer " + i);
            }
            firstMayEnd.countDown();
            first.get();
            for (int i = 0; i < CROWD; i++) {
                assertThat(others.get(i).get()).isEqualTo("answer " + i);
            }
        }
        assertThat(queries).hasSize(2).first().isEqualTo(Set.of(0));
        assertThat(queries.getLast()).hasSize(CROWD);
    }

    @Test
    void whatFailsForOneIsAnsweredForTheOthers() throws Exception {
        stored.put(12, "twelve");
        stored.put(14, "fourteen");
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            crowd.submit(() -> together.ask(0));
            await(firstBegan);
            Future<String> before = crowd.submit(() -> together.ask(12).orElseThrow());
            Future<String> bad = crowd.submit(() -> together.ask(13).orElseThrow());
            Future<String> after = crowd.submit(() -> together.ask(14).orElseThrow());
            awaitParked(3);
            firstMayEnd.countDown();
            assertThat(before.get()).isEqualTo("twelve");
            assertThat(after.get()).isEqualTo("fourteen");
            assertThatThrownBy(bad::get).hasRootCauseMessage("thirteen");
        }
        assertThat(together.ask(12)).contains("twelve");
    }

    @Test
    void whoseQuestionFailsAloneIsNotAskedTwice() {
        assertThatThrownBy(() -> together.ask(13)).hasMessage("thirteen");
        assertThat(queries).hasSize(1);
        assertThat(together.ask(1)).isEmpty();
    }

    @Test
    void nobodyAsksAgainAloneWhenTheDatabaseIsNotThere() throws Exception {
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            crowd.submit(() -> together.ask(0));
            await(firstBegan);
            Future<?> one = crowd.submit(() -> together.ask(99));
            Future<?> other = crowd.submit(() -> together.ask(98));
            awaitParked(2);
            firstMayEnd.countDown();
            assertThatThrownBy(one::get).hasRootCauseMessage("nobody answers");
            assertThatThrownBy(other::get).hasRootCauseMessage("nobody answers");
        }
        assertThat(queries).hasSize(2);
    }

    @Test
    void aTransactionAsksForItselfAlone() throws Exception {
        stored.put(7, "seven");
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> first = crowd.submit(() -> together.ask(0));
            await(firstBegan);
            TransactionSynchronizationManager.setActualTransactionActive(true);
            try {
                assertThat(together.ask(7)).as("not kept waiting by the other").contains("seven");
            } finally {
                TransactionSynchronizationManager.setActualTransactionActive(false);
            }
            firstMayEnd.countDown();
            first.get();
        }
    }

    private void awaitParked(int crowd) {
        while (together.waiting() < crowd) {
            Thread.onSpinWait();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
