package org.cometkv.node.bench;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;
import org.cometkv.actors.Comet;
import org.cometkv.actors.GetReply;
import org.cometkv.aso.Value;
import org.cometkv.routing.Key;

/**
 * An open loop of gets: they begin by a schedule, at random instants of a given rate, whether or not others were
 * answered, and each one's latency counts from the instant at which it should have begun.
 */
final class OpenLoop implements AutoCloseable {

    private static final long LATENCY_MAX_NANOS = TimeUnit.SECONDS.toNanos(60);

    private static final double FIRST_PER_SECOND = 20_000;

    /** The time that the thread sleeps at once: less than the system can, and what is asked late counts as late. */
    static final long FINE_NANOS = 20_000;

    private final Comet comet;
    private final Key[] keys;
    private final double nanosBetween;
    private final long sleepNanos;
    private final Recorder latencies = new Recorder(LATENCY_MAX_NANOS, 3);
    private final LongAdder failed = new LongAdder();
    private final Thread thread = new Thread(this::run, "open-loop");
    private volatile boolean isOver;

    /** @param sleepNanos how long the thread sleeps at a time; each time costs some 10 us of a processor */
    OpenLoop(Comet comet, Key[] keys, double perSecond, long sleepNanos) {
        this.comet = comet;
        this.keys = keys;
        this.sleepNanos = sleepNanos;
        this.nanosBetween = TimeUnit.SECONDS.toNanos(1) / perSecond;
        thread.start();
    }

    /**
     * Gets a second that take this share of the processors' time, with the asking of them. Found by steps, each with
     * the rate that the one before lets expect: the busier a node is, the less a get costs.
     *
     * @param nanos how long a step takes
     */
    static double perSecondAt(double share, Comet comet, Key[] keys, int steps, long nanos) {
        double perSecond = FIRST_PER_SECOND;
        for (int step = 0; step < steps; step++) {
            try (OpenLoop load = new OpenLoop(comet, keys, perSecond, FINE_NANOS)) {
                perSecond *= Math.min(2, share / load.share(nanos));
            }
        }
        return perSecond;
    }

    /** The share of the processors' time that this JVM takes while the loop runs, once it has run for as long. */
    private double share(long nanos) {
        sleep(nanos);
        long cpu = ClosedLoop.processCpuNanos();
        sleep(nanos);
        double processors = Runtime.getRuntime().availableProcessors();
        return Math.max(1, ClosedLoop.processCpuNanos() - cpu) / (processors * nanos);
    }

    /** The latencies of what is answered from now on, for so long. */
    Histogram measure(long nanos) {
        latencies.getIntervalHistogram();
        sleep(nanos);
        return latencies.getIntervalHistogram();
    }

    /** The number of gets that did not find their object. */
    long failed() {
        return failed.sum();
    }

    /** Sleeps for so long, whoever wakes this thread. */
    static void sleep(long nanos) {
        long until = System.nanoTime() + nanos;
        for (long left = nanos; left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private void run() {
        SplittableRandom random = new SplittableRandom(42);
        long begun = System.nanoTime();
        double next = 0;
        while (!isOver) {
            long now = System.nanoTime();
            while (next <= now - begun) {
                ask(keys[random.nextInt(keys.length)], begun + (long) next);
                next -= Math.log(1 - random.nextDouble()) * nanosBetween;
            }
            LockSupport.parkNanos(sleepNanos);
        }
    }

    private void ask(Key key, long intended) {
        comet.get(key, Value.NIL).whenComplete((reply, broken) -> {
            if (reply instanceof GetReply.Found) {
                latencies.recordValue(Math.min(LATENCY_MAX_NANOS, System.nanoTime() - intended));
            } else {
                failed.increment();
            }
        });
    }

    @Override
    public void close() {
        isOver = true;
        try {
            thread.join();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
