package org.cometkv.node.bench;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.cometkv.actors.Aso;
import org.cometkv.actors.Comet;
import org.cometkv.actors.CometNode;
import org.cometkv.actors.Metric;
import org.cometkv.actors.PutOptions;
import org.cometkv.actors.PutReply;
import org.cometkv.examples.story.LocalCluster;
import org.cometkv.routing.Key;

/**
 * {@code bench repair}: the time until a node that joins two others holds all that they do, in one JVM, and what the
 * gets of a client feel of it meanwhile.
 */
final class RepairWork implements Work {

    private static final String VALUE = "value";
    private static final String OBJECT = "object";

    private static final int KEYS = 100_000;
    private static final int BYTES = 1_000;
    private static final int OUTSTANDING = 256;
    private static final int GETS_PER_SECOND = 2_000;
    private static final int WINDOWS = 20;
    private static final long WAIT_NANOS = TimeUnit.MINUTES.toNanos(5);

    private static final String REPAIRED = "repaired_s";
    private static final String P99_WITHOUT = "p99_without";

    @Override
    public String name() {
        return "repair";
    }

    @Override
    public String description() {
        return "a node that joins, until it holds what others do";
    }

    @Override
    public List<String> variants() {
        return List.of(VALUE, OBJECT);
    }

    @Override
    public void run(Plan plan, Consumer<ResultLine> lines) {
        Cells.measure(this, plan, (variant, runs) -> line(variant, new RepeatedRuns(runs), plan), lines);
    }

    @Override
    public CellFigures measure(String cell, Pace pace) {
        boolean isQuick = pace.equals(Pace.QUICK);
        String text = "x".repeat(BYTES);
        Aso object = cell.equals(VALUE) ? Aso.value(text) : Workload.GET_COUNT.object(text);
        long window = isQuick ? TimeUnit.MILLISECONDS.toNanos(20) : TimeUnit.MILLISECONDS.toNanos(500);
        try (CometNode first = start(List.of());
                CometNode second = start(List.of(first.comet().self().address()))) {
            Key[] keys = put(second.comet(), object, isQuick ? 200 : KEYS);
            try (OpenLoop load = new OpenLoop(first.comet(), keys, GETS_PER_SECOND, OpenLoop.FINE_NANOS)) {
                OpenLoop.sleep(WINDOWS * window);
                LatencyWindows without = new LatencyWindows();
                for (int i = 0; i < WINDOWS; i++) {
                    without.add(load.measure(window));
                }
                long began = System.nanoTime();
                try (CometNode joined = start(List.of(first.comet().self().address()))) {
                    LatencyWindows with = new LatencyWindows();
                    while (held(joined) < keys.length && System.nanoTime() - began < WAIT_NANOS) {
                        with.add(load.measure(window));
                    }
                    double seconds = (System.nanoTime() - began) / 1e9;
                    return new CellFigures()
                            .with(REPAIRED, held(joined) < keys.length ? WAIT_NANOS / 1e9 : seconds)
                            .with(CellFigures.SECONDS, seconds)
                            .with(ClosedLoop.P99, with.median(99))
                            .with(P99_WITHOUT, without.median(99))
                            .with(ClosedLoop.FAILED, load.failed());
                }
            }
        }
    }

    private static CometNode start(List<String> seeds) {
        Config seeded = ConfigFactory.parseMap(Map.of(
                "pekko.cluster.seed-nodes",
                seeds.stream().map(seed -> "pekko://comet@" + seed).toList()));
        return CometNode.start(seeded.withFallback(LocalCluster.quick()));
    }

    private static Key[] put(Comet comet, Aso object, int count) {
        Key[] keys = new Key[count];
        Semaphore room = new Semaphore(OUTSTANDING);
        for (int i = 0; i < count; i++) {
            Key key = Key.of("repair-" + i);
            keys[i] = key;
            room.acquireUninterruptibly();
            CompletionStage<PutReply> put = comet.put(key, object, PutOptions.DEFAULT);
            put.whenComplete((reply, broken) -> room.release());
        }
        room.acquireUninterruptibly(OUTSTANDING);
        return keys;
    }

    private static long held(CometNode node) {
        return node.comet().metrics().value(Metric.KEYS_HELD);
    }

    private ResultLine line(String variant, RepeatedRuns runs, Plan plan) {
        return new ResultLine(name(), variant)
                .with(REPAIRED, runs.median(REPAIRED))
                .with("repaired_s_max", runs.worst(REPAIRED))
                .with("p99_us", runs.median(ClosedLoop.P99))
                .with("p99_us_without", runs.median(P99_WITHOUT))
                .with(ResultLine.RATIO, runs.median(ClosedLoop.P99) / runs.median(P99_WITHOUT))
                .with(ResultLine.RATIO_TO, "p99 without")
                .with(ResultLine.SECONDS, runs.sum(CellFigures.SECONDS))
                .with("failed", runs.worst(ClosedLoop.FAILED))
                .with("gets_per_s", GETS_PER_SECOND)
                .with("nodes", 3)
                .with("keys", KEYS)
                .with("bytes", BYTES)
                .with("collector", plan.collector().toString())
                .with("heap", plan.heap())
                .with("runs", plan.runs())
                .judged(Target.atMost(REPAIRED, 30), Target.atMost(ResultLine.RATIO, 2));
    }
}
