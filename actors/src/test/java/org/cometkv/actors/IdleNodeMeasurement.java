package org.cometkv.actors;

import com.sun.management.OperatingSystemMXBean;
import com.typesafe.config.ConfigFactory;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A program, started by hand, that measures the CPU of an idle node that holds so many objects with timers an hour
 * ahead.
 *
 * <p>Arguments: objects, seconds.
 */
final class IdleNodeMeasurement {

    private static final int BATCH = 1_000;

    private static final Aso TIMED =
            Aso.script("aso.timer = 3600 function onTimer() end function onGet() return 1 end");

    private IdleNodeMeasurement() {}

    public static void main(String[] arguments) throws InterruptedException {
        int objects = Integer.parseInt(arguments[0]);
        int seconds = Integer.parseInt(arguments[1]);
        try (CometNode node = CometNode.start(ConfigFactory.parseMap(Map.of(
                "pekko.remote.artery.canonical.hostname", "127.0.0.1", "pekko.remote.artery.canonical.port", 0)))) {
            for (int put = 0; put < objects; put += BATCH) {
                putBatch(node.comet(), put, Math.min(objects, put + BATCH));
            }
            pass(20);
            long before = cpuNanos();
            pass(seconds);
            long nanos = cpuNanos() - before;
            System.out.printf(
                    "%,d timed objects: %.1f ms of CPU in %d s, %.3f %% of a processor%n",
                    objects, nanos / 1e6, seconds, nanos / 1e7 / seconds);
        }
    }

    private static void putBatch(Comet comet, int from, int to) {
        List<CompletableFuture<PutReply>> puts = new ArrayList<>();
        for (int put = from; put < to; put++) {
            puts.add(comet.put("timed-" + put, TIMED).toCompletableFuture());
        }
        for (CompletableFuture<PutReply> put : puts) {
            if (!(put.join() instanceof PutReply.Stored)) {
                throw new CompletionException("a put was refused: " + put.join(), null);
            }
        }
    }

    private static void pass(int seconds) throws InterruptedException {
        if (new CountDownLatch(1).await(seconds, TimeUnit.SECONDS)) {
            throw new IllegalStateException("nobody counts down");
        }
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
