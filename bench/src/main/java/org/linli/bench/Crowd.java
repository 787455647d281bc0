package org.linli.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Many clients at once, each on a kept connection, that share a heap of requests. */
final class Crowd {

    private final int port;
    private final int clients;

    Crowd(int port, int clients) {
        this.port = port;
        this.clients = clients;
    }

    /** One request, sent on a connection of the crowd. */
    @FunctionalInterface
    interface Act {
        void on(Wire wire) throws IOException;
    }

    /** Does all, as fast as it goes. @return acts a second */
    double rush(List<? extends Act> acts) throws InterruptedException {
        long begin = System.nanoTime();
        all(acts, new Times(acts.size()), 0);
        return acts.size() / Times.secondsSince(begin);
    }

    /**
     * Begins so many acts a second, whether earlier ones are answered or not: as long as a connection is free.
     *
     * @return how long each took since the moment it was due, waiting for a connection included
     */
    Times pace(List<? extends Act> acts, int perSecond) throws InterruptedException {
        Times times = new Times(acts.size());
        all(acts, times, 1_000_000_000L / perSecond);
        return times;
    }

    private void all(List<? extends Act> acts, Times times, long gapNanos) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        long begin = System.nanoTime();
        List<Future<Void>> done = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < clients; i++) {
                Callable<Void> client = () -> {
                    try (Wire wire = new Wire(port)) {
                        for (int at = next.getAndIncrement(); at < acts.size(); at = next.getAndIncrement()) {
                            long due = gapNanos == 0 ? System.nanoTime() : await(begin + at * gapNanos);
                            acts.get(at).on(wire);
                            long took = System.nanoTime() - due;
                            synchronized (times) {
                                times.add(took);
                            }
                        }
                        return null;
                    }
                };
                done.add(threads.submit(client));
            }
        }
        for (Future<Void> one : done) {
            try {
                one.get();
            } catch (ExecutionException failed) {
                throw new IllegalStateException("a client failed", failed.getCause());
            }
        }
    }

    private static long await(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        return due;
    }
}
