package org.linli.bench;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * Waits until this process has nothing left to do: what is measured next must not pay for what was measured before, such as notices
 * still being written, proofs still being made, or code still being compiled.
 */
final class Quiet {

    private static final Duration LOOK = Duration.ofMillis(500);

    /** So many looks in a row: a job that rests for some seconds between two steps has not ended. */
    private static final int IN_A_ROW = 16;

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final double IDLE = 0.1;

    private Quiet() {}

    /** @throws IllegalStateException if it is never quiet: then nothing would be measured but noise */
    static void await() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (int quiet = 0; quiet < IN_A_ROW; ) {
            quiet = cores() < IDLE ? quiet + 1 : 0;
            if (System.nanoTime() > end) {
                throw new IllegalStateException("this process does not come to rest");
            }
        }
    }

    /** How many cores were busy with this process during one look. */
    private static double cores() throws InterruptedException {
        long cpu = cpuNanos();
        long begin = System.nanoTime();
        Thread.sleep(LOOK);
        return (double) (cpuNanos() - cpu) / (System.nanoTime() - begin);
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }
}
