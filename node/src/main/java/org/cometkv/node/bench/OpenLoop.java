package org.cometkv.node.bench;

import java.util.SplittableRandom;
import java.util.concurrent.Semaphore;
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

    /** Gets that may be outstanding while the capacity is measured: enough that no thread of the node is ever idle. */
    private static final int OUTSTANDING_MAX = 1_024;

    /** How long the thread sleeps at most: finer than a sleep of the system can be, and late arrivals count as such. */
    private static final long SLEEP_NANOS = 20_000;

    private final Comet comet;
    private final Key[] keys;
    private final double nanosBetween;
    private final Recorder latencies = new Recorder(LATENCY_MAX_NANOS, 3);
    private final LongAdder failed = new LongAdder();
    private final Thread thread = new Thread(this::run, "open-loop");
    private volatile boolean isOver;

    OpenLoop(Comet comet, Key[] keys, double perSecond) {
        this.comet = comet;
        this.keys = keys;
        this.nanosBetween = TimeUnit.SECONDS.toNanos(1) / perSecond;
        thread.start();
    }

    /**
     * Gets a second that the node answers when one thread asks as fast as it can: what a share of it is a load of. In a
     * closed loop the threads that answer ask as well, each what it has at hand, and far more is done than anybody from
     * outside could ask for.
     */
    static double capacity(Comet comet, Key[] keys, long warmUpNanos, long nanos) {
        SplittableRandom random = new SplittableRandom(7);
        Semaphore room = new Semaphore(OUTSTANDING_MAX);
        LongAdder found = new LongAdder();
        long begun = System.nanoTime();
        long foundBefore = 0;
        long from = begun;
        for (long now = begun; now - begun < warmUpNanos + nanos; now = System.nanoTime()) {
            if (from == begun && now - begun >= warmUpNanos) {
                from = now;
                foundBefore = found.sum();
            }
            room.acquireUninterruptibly();
            comet.get(keys[random.nextInt(keys.length)], Value.NIL).whenComplete((reply, broken) -> {
                if (reply instanceof GetReply.Found) {
                    found.increment();
                }
                room.release();
            });
        }
        double perSecond = (found.sum() - foundBefore) * 1e9 / (System.nanoTime() - from);
        room.acquireUninterruptibly(OUTSTANDING_MAX);
        return perSecond;
    }

    /** The latencies of what is answered from now on, for so long. */
    Histogram measure(long nanos) {
        latencies.getIntervalHistogram();
        sleep(nanos);
        return latencies.getIntervalHistogram();
    }

    /** How many gets did not find their object. */
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
            LockSupport.parkNanos(SLEEP_NANOS);
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
