package org.linli.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/** The most heap in use at once since the last reset, garbage not yet collected included. */
final class Heap {

    private static final List<MemoryPoolMXBean> POOLS = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();

    private Heap() {}

    static void reset() {
        System.gc();
        POOLS.forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    /** The sum over the pools of each one's peak: never too little. */
    static String peak() {
        long bytes =
                POOLS.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        return (bytes >> 20) + " MB of " + (Runtime.getRuntime().maxMemory() >> 20) + " MB";
    }
}
