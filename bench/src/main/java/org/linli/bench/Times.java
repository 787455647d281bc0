package org.linli.bench;

import java.util.Arrays;
import java.util.List;

/** Durations of equal acts, in nanoseconds. */
final class Times {

    private long[] nanos;
    private int count;

    Times(int expected) {
        nanos = new long[Math.max(1, expected)];
    }

    void add(long duration) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = duration;
    }

    /**
     * The smallest duration that at least so many of a hundred acts did not exceed (nearest rank), in milliseconds.
     *
     * @param percent 1 to 100
     */
    double percentileMs(int percent) {
        if (count == 0 || percent < 1 || percent > 100) {
            throw new IllegalStateException("percentile " + percent + " of " + count);
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        int rank = Math.ceilDiv(percent * count, 100);
        return sorted[rank - 1] / 1e6;
    }

    double medianMs() {
        return percentileMs(50);
    }

    /** The middle one of an odd number of rounds. */
    static double median(List<Double> rounds) {
        return rounds.stream().sorted().toList().get(rounds.size() / 2);
    }

    /** Seconds since an earlier {@link System#nanoTime()}. */
    static double secondsSince(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
