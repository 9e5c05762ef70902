package org.cometkv.node.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;

/** A reading of how much of the heap is in use. */
final class HeapUse {

    /** One collection leaves what only finalisers and soft references hold. */
    private static final int COLLECTIONS = 4;

    private HeapUse() {}

    /**
     * Bytes that are reachable now: what the last collection left. What is used after it would count whole buffers of
     * megabytes as soon as a thread allocates its first object.
     */
    static long bytes() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getCollectionUsage)
                .mapToLong(usage -> usage == null ? 0 : usage.getUsed())
                .sum();
    }
}
