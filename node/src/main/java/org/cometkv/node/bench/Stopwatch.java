package org.cometkv.node.bench;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/**
 * A stopwatch of what an operation costs this thread: warms it up, then takes samples and keeps the best.
 *
 * <p>CPU time of the thread, so that other work on the machine counts little; the collector runs in threads of its own
 * and is told as a share of the time.
 */
final class Stopwatch {

    /** The time that a batch should take: long beside reading the clock, short beside a sample. */
    private static final long BATCH_NANOS = 1_000_000;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Pace pace;
    private int batch = 1;

    Stopwatch(Pace pace) {
        this.pace = pace;
    }

    /** CPU time of this thread so far. */
    static long cpuNanos() {
        return THREADS.getCurrentThreadCpuTime();
    }

    /** RepeatedRuns operations in batches of the size that they are given until they are warm. */
    void warmUp(IntConsumer operations) {
        batch = 1;
        long begun = cpuNanos();
        long now = begun;
        while (now - begun < pace.warmUpNanos()) {
            operations.accept(batch);
            long after = cpuNanos();
            if (after - now < BATCH_NANOS / 2 && batch < 1 << 20) {
                batch *= 2;
            } else if (after - now > 2 * BATCH_NANOS && batch > 1) {
                batch /= 2;
            }
            now = after;
        }
    }

    /** Warms operations up and measures them. */
    CellFigures measure(IntConsumer operations) {
        warmUp(operations);
        double best = Double.MAX_VALUE;
        double bestWall = Double.MAX_VALUE;
        long collected = collectingMillis();
        long begun = System.nanoTime();
        for (int sample = 0; sample < pace.samples(); sample++) {
            long count = 0;
            long wall = System.nanoTime();
            long start = cpuNanos();
            long now;
            do {
                operations.accept(batch);
                count += batch;
                now = cpuNanos();
            } while (now - start < pace.sampleNanos());
            best = Math.min(best, (now - start) / (double) count);
            bestWall = Math.min(bestWall, (System.nanoTime() - wall) / (double) count);
        }
        long taken = System.nanoTime() - begun;
        double collecting = TimeUnit.MILLISECONDS.toNanos(collectingMillis() - collected) / (double) taken;
        return new CellFigures()
                .with(CellFigures.CPU, best)
                .with(CellFigures.WALL, bestWall)
                .with(CellFigures.SECONDS, taken / 1e9)
                .with(CellFigures.COLLECTING, collecting);
    }

    private static long collectingMillis() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .sum();
    }
}
