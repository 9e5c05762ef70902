package org.cometkv.node.bench;

import java.util.SplittableRandom;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;
import org.cometkv.routing.Key;

/** A closed loop of requests: so many are outstanding at any time, and each answer asks for the next. */
final class ClosedLoop {

    static final String OPS = "ops";
    static final String P50 = "p50";
    static final String P99 = "p99";
    static final String P999 = "p999";
    static final String FAILED = "failed";

    private static final long LATENCY_MAX_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final Key[] keys;
    private final Class<?> wanted;
    private final Recorder latencies = new Recorder(LATENCY_MAX_NANOS, 3);
    private final LongAdder answered = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final CountDownLatch ended;
    private volatile boolean isOver;

    /**
     * A loop that has begun.
     *
     * @param requests the request that the slot of a number makes of a key, again and again
     * @param wanted the kind of reply that counts as answered; all others have failed
     */
    ClosedLoop(Key[] keys, int outstanding, IntFunction<Function<Key, CompletionStage<?>>> requests, Class<?> wanted) {
        this.keys = keys;
        this.wanted = wanted;
        this.ended = new CountDownLatch(outstanding);
        for (int slot = 0; slot < outstanding; slot++) {
            new Slot(slot, requests.apply(slot)).ask();
        }
    }

    /**
     * A slot for one of the outstanding requests. It asks at random: where each walked along the keys in order, all
     * that once met at an object would go on together, and most gets would find theirs in the cache.
     */
    private final class Slot {
        private final SplittableRandom random;
        private final Function<Key, CompletionStage<?>> request;
        private long asked;

        Slot(int number, Function<Key, CompletionStage<?>> request) {
            this.request = request;
            this.random = new SplittableRandom(number);
        }

        void ask() {
            if (isOver) {
                ended.countDown();
                return;
            }
            Key key = keys[random.nextInt(keys.length)];
            asked = System.nanoTime();
            request.apply(key).whenComplete(this::answered);
        }

        private void answered(Object reply, Throwable broken) {
            if (wanted.isInstance(reply)) {
                answered.increment();
                latencies.recordValue(Math.min(LATENCY_MAX_NANOS, System.nanoTime() - asked));
            } else {
                failed.increment();
            }
            ask();
        }
    }

    /**
     * Lets the loop run, then measures it.
     *
     * @param peerCpuNanos CPU time of the other process so far
     */
    CellFigures measure(long warmUpNanos, long nanos, LongSupplier peerCpuNanos) {
        OpenLoop.sleep(warmUpNanos);
        latencies.getIntervalHistogram();
        answered.reset();
        failed.reset();
        long cpu = processCpuNanos() + peerCpuNanos.getAsLong();
        long begun = System.nanoTime();
        OpenLoop.sleep(nanos);
        double seconds = (System.nanoTime() - begun) / 1e9;
        long count = answered.sum();
        double cpuNanos = processCpuNanos() + peerCpuNanos.getAsLong() - cpu;
        Histogram histogram = latencies.getIntervalHistogram();
        return new CellFigures()
                .with(OPS, count / seconds)
                .with(CellFigures.CPU, cpuNanos / Math.max(1, count))
                .with(P50, histogram.getValueAtPercentile(50) / 1e3)
                .with(P99, histogram.getValueAtPercentile(99) / 1e3)
                .with(P999, histogram.getValueAtPercentile(99.9) / 1e3)
                .with(FAILED, failed.sum())
                .with(CellFigures.SECONDS, seconds);
    }

    /** Ends the loop and waits for what is outstanding. */
    void end() {
        isOver = true;
        try {
            ended.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    static long processCpuNanos() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    }
}
