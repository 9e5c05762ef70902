package org.cometkv.node.bench;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;
import org.cometkv.actors.Aso;
import org.cometkv.actors.Comet;
import org.cometkv.actors.PutOptions;
import org.cometkv.actors.PutReply;
import org.cometkv.routing.Key;

/** A closed loop of puts: so many are outstanding at any time, on several nodes, and each answer puts the next. */
final class PutLoop {

    private static final long LATENCY_MAX_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final List<Comet> comets;
    private final Key[] keys;
    private final Aso object;
    private final Recorder latencies = new Recorder(LATENCY_MAX_NANOS, 3);
    private final LongAdder stored = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final CountDownLatch ended;
    private volatile boolean isOver;

    PutLoop(List<Comet> comets, Key[] keys, Aso object, int outstanding) {
        this.comets = comets;
        this.keys = keys;
        this.object = object;
        this.ended = new CountDownLatch(outstanding);
        for (int slot = 0; slot < outstanding; slot++) {
            new Slot(slot).put();
        }
    }

    /** A slot for one of the outstanding puts. */
    private final class Slot {
        private final Comet comet;
        private final SplittableRandom random;
        private long begun;

        Slot(int number) {
            this.comet = comets.get(number % comets.size());
            this.random = new SplittableRandom(number);
        }

        void put() {
            if (isOver) {
                ended.countDown();
                return;
            }
            Key key = keys[random.nextInt(keys.length)];
            begun = System.nanoTime();
            comet.put(key, object, PutOptions.DEFAULT).whenComplete(this::answered);
        }

        private void answered(PutReply reply, Throwable broken) {
            if (reply instanceof PutReply.Stored) {
                stored.increment();
                latencies.recordValue(Math.min(LATENCY_MAX_NANOS, System.nanoTime() - begun));
            } else {
                failed.increment();
            }
            put();
        }
    }

    /** Lets the loop run, then measures it. */
    CellFigures measure(long warmUpNanos, long nanos) {
        OpenLoop.sleep(warmUpNanos);
        latencies.getIntervalHistogram();
        stored.reset();
        failed.reset();
        long cpu = GetLoop.processCpuNanos();
        long begun = System.nanoTime();
        OpenLoop.sleep(nanos);
        double seconds = (System.nanoTime() - begun) / 1e9;
        long count = stored.sum();
        double cpuNanos = GetLoop.processCpuNanos() - cpu;
        Histogram histogram = latencies.getIntervalHistogram();
        return new CellFigures()
                .with(GetLoop.OPS, count / seconds)
                .with(CellFigures.CPU, cpuNanos / Math.max(1, count))
                .with(GetLoop.P50, histogram.getValueAtPercentile(50) / 1e3)
                .with(GetLoop.P99, histogram.getValueAtPercentile(99) / 1e3)
                .with(GetLoop.P999, histogram.getValueAtPercentile(99.9) / 1e3)
                .with(GetLoop.FAILED, failed.sum())
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
}
