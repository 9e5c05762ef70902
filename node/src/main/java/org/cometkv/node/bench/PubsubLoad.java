package org.cometkv.node.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;
import org.cometkv.actors.Aso;
import org.cometkv.actors.Comet;
import org.cometkv.actors.Delivery;
import org.cometkv.actors.GapCause;
import org.cometkv.actors.PutOptions;
import org.cometkv.actors.SubscribeOptions;
import org.cometkv.actors.Subscriber;
import org.cometkv.aso.Value;

/** Topics, their subscribers and publishers on one node. Used by one thread. */
final class PubsubLoad {

    static final String DELIVERIES = "deliveries_per_s";
    static final String PUBLISHES = "publishes_per_s";

    private static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);
    private static final String TEXT = "x".repeat(100);
    private static final int BATCH = 32;
    /** Messages of all topics together that are published and not delivered to everybody. */
    private static final int AHEAD = 512;

    private static final int PUTS_OUT = 256;
    private static final long LATENCY_MAX_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final Comet comet;
    private final boolean isQuick;
    private final List<Topic> topics = new ArrayList<>();
    private final LongAdder missing = new LongAdder();
    private final Recorder latencies = new Recorder(LATENCY_MAX_NANOS, 3);
    private boolean isTimed;

    PubsubLoad(Comet comet, boolean isQuick) {
        this.comet = comet;
        this.isQuick = isQuick;
    }

    /** A topic; its subscribers are called one after the other. */
    private final class Topic implements Subscriber {
        private final String name;
        private final AtomicLong delivered = new AtomicLong();
        private long subscribers;

        Topic(String name) {
            this.name = name;
        }

        @Override
        public CompletionStage<?> onMessage(Delivery.Message message) {
            // All of a topic's subscribers are called by one thread at a time.
            long count = delivered.get() + 1;
            delivered.lazySet(count);
            // Of each message the last delivery: to read the clock at each takes longer than a delivery.
            if (isTimed && count % subscribers == 0) {
                latencies.recordValue(Math.min(
                        LATENCY_MAX_NANOS,
                        System.nanoTime() - (long) message.value().asDouble()));
            }
            return DONE;
        }

        @Override
        public void onGap(OptionalLong lost, GapCause cause) {
            delivered.lazySet(delivered.get() + lost.orElse(0));
            missing.add(lost.orElse(0));
        }

        long messages() {
            return subscribers == 0 ? 0 : delivered.get() / subscribers;
        }
    }

    /** Puts topics and subscribes to them. */
    void subscribe(int count, int subscribers) {
        comet.ready().toCompletableFuture().join();
        while (comet.lookup("any").toCompletableFuture().join().isEmpty()) {
            OpenLoop.sleep(TimeUnit.MILLISECONDS.toNanos(50));
        }
        Aso object = Aso.script(Workload.text("topic.lua")).with("value", TEXT);
        for (int i = 0; i < count; i++) {
            Topic topic = new Topic("topic-" + i);
            comet.put(topic.name, object).toCompletableFuture().join().orElseThrow();
            List<CompletableFuture<?>> begun = new ArrayList<>();
            for (int each = 0; each < subscribers; each++) {
                begun.add(comet.subscribe(topic.name, Value.NIL, SubscribeOptions.DEFAULT, topic)
                        .toCompletableFuture());
            }
            begun.forEach(CompletableFuture::join);
            topic.subscribers = subscribers;
            topics.add(topic);
        }
    }

    /** Topics publish in handlers, as fast as their messages are delivered. */
    CellFigures handlers(long warmUpNanos, long nanos) {
        return measured(warmUpNanos, nanos, () -> {
            int next = 0;
            int ahead = Math.max(2 * BATCH, AHEAD / topics.size());
            long[] published = new long[topics.size()];
            Semaphore out = new Semaphore(64);
            while (!Thread.currentThread().isInterrupted()) {
                boolean isIdle = true;
                for (int tried = 0; tried < topics.size(); tried++) {
                    Topic topic = topics.get(next);
                    if (published[next] - topic.messages() <= ahead - BATCH && out.tryAcquire()) {
                        published[next] += BATCH;
                        isIdle = false;
                        comet.get(topic.name, Value.of(BATCH)).whenComplete((reply, broken) -> out.release());
                    }
                    next = (next + 1) % topics.size();
                }
                if (isIdle) {
                    Thread.onSpinWait();
                    Thread.yield();
                }
            }
        });
    }

    /** Applications put to topics, so many at a time. */
    CellFigures puts(long warmUpNanos, long nanos) {
        return measured(warmUpNanos, nanos, () -> {
            Semaphore out = new Semaphore(PUTS_OUT);
            int next = 0;
            try {
                while (!Thread.currentThread().isInterrupted()) {
                    out.acquire();
                    comet.update(topics.get(next).name, Value.of(TEXT), PutOptions.DEFAULT)
                            .whenComplete((reply, broken) -> out.release());
                    next = (next + 1) % topics.size();
                }
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Applications put to topics at a rate; tells how long a message takes from there to its subscribers. */
    CellFigures paced(int perSecond, long warmUpNanos, long nanos) {
        isTimed = true;
        CellFigures figures = measured(warmUpNanos, nanos, () -> {
            long gap = TimeUnit.SECONDS.toNanos(1) / perSecond;
            long due = System.nanoTime();
            int next = 0;
            while (!Thread.currentThread().isInterrupted()) {
                OpenLoop.sleep(due - System.nanoTime());
                comet.update(topics.get(next).name, Value.of((double) due), PutOptions.DEFAULT);
                due += gap;
                next = (next + 1) % topics.size();
            }
        });
        Histogram all = latencies.getIntervalHistogram();
        return figures.with("p50_us", all.getValueAtPercentile(50) / 1e3)
                .with("p99_us", all.getValueAtPercentile(99) / 1e3)
                .with("p999_us", all.getValueAtPercentile(99.9) / 1e3);
    }

    /** The heap that a subscription takes. */
    CellFigures memory() {
        subscribe(100, 1);
        long before = HeapUse.bytes();
        int count = isQuick ? 1_000 : 1_000_000 - 100;
        Topic topic = topics.get(0);
        List<AutoCloseable> kept = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            kept.add(comet.subscribe(topics.get(i % topics.size()).name, Value.NIL, SubscribeOptions.DEFAULT, topic)
                    .toCompletableFuture()
                    .join());
        }
        long bytes = HeapUse.bytes() - before;
        return new CellFigures()
                .with(ResultLine.BYTES_EACH, (double) bytes / kept.size())
                .with(DELIVERIES, 0)
                .with("subscriptions", kept.size());
    }

    private CellFigures measured(long warmUpNanos, long nanos, Runnable publishing) {
        Thread publisher = new Thread(publishing, "publisher");
        publisher.start();
        OpenLoop.sleep(warmUpNanos);
        latencies.getIntervalHistogram();
        long cpu = cpuNanos();
        long begun = System.nanoTime();
        long delivered = delivered();
        long messages = messages();
        OpenLoop.sleep(nanos);
        double seconds = (System.nanoTime() - begun) / 1e9;
        double deliveries = delivered() - delivered;
        double published = messages() - messages;
        double spent = cpuNanos() - cpu;
        publisher.interrupt();
        return new CellFigures()
                .with(DELIVERIES, deliveries / seconds)
                .with(PUBLISHES, published / seconds)
                .with(ResultLine.CPU_US_PER_OP, spent / 1e3 / deliveries)
                .with("missing", missing.sum())
                .with("topics", topics.size())
                .with("subscribers", topics.get(0).subscribers)
                .with(ResultLine.SECONDS, seconds);
    }

    private long delivered() {
        return topics.stream().mapToLong(topic -> topic.delivered.get()).sum();
    }

    private long messages() {
        return topics.stream().mapToLong(Topic::messages).sum();
    }

    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
