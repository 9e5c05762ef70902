package org.cometkv.node.bench;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.cometkv.actors.Aso;
import org.cometkv.actors.Comet;
import org.cometkv.actors.PutOptions;
import org.cometkv.actors.PutReply;
import org.cometkv.examples.story.LocalCluster;
import org.cometkv.routing.Key;

/** {@code bench put}: puts with three replicas on three nodes in one JVM, acknowledged by a majority. */
final class PutWork implements Work {

    private static final String VALUE = "value";
    private static final String OBJECT = "object";

    private static final int OUTSTANDING = 256;
    private static final int KEYS = 10_000;
    private static final int WARM_UP_SECONDS = 20;
    private static final int SECONDS = 6;

    private static final String TEXT = "x".repeat(100);

    @Override
    public String name() {
        return "put";
    }

    @Override
    public String description() {
        return "puts with three replicas in one JVM";
    }

    @Override
    public List<String> variants() {
        return List.of(VALUE, OBJECT);
    }

    @Override
    public void run(Plan plan, Consumer<ResultLine> lines) {
        Cells.measure(this, plan, (variant, runs) -> line(variant, runs, plan), lines);
    }

    @Override
    public CellFigures measure(String cell, Pace pace) {
        boolean isQuick = pace.equals(Pace.QUICK);
        Aso object = cell.equals(VALUE) ? Aso.value(TEXT) : Workload.GET_COUNT.object(TEXT);
        Key[] keys = new Key[isQuick ? 200 : KEYS];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = Key.of("put-" + i);
        }
        long second = TimeUnit.SECONDS.toNanos(1);
        try (LocalCluster cluster = LocalCluster.start(List.of())) {
            List<Comet> comets = cluster.comets();
            while (!comets.stream().allMatch(PutWork::knowsAll)) {
                OpenLoop.sleep(second / 20);
            }
            ClosedLoop loop =
                    new ClosedLoop(keys, OUTSTANDING, slot -> puts(comets, slot, object), PutReply.Stored.class);
            CellFigures measured = isQuick
                    ? loop.measure(second / 5, second / 5, () -> 0)
                    : loop.measure(WARM_UP_SECONDS * second, SECONDS * second, () -> 0);
            loop.end();
            return measured;
        }
    }

    /** Slot after slot puts at another node. */
    private static Function<Key, CompletionStage<?>> puts(List<Comet> comets, int slot, Aso object) {
        Comet comet = comets.get(slot % comets.size());
        return key -> comet.put(key, object, PutOptions.DEFAULT);
    }

    private static boolean knowsAll(Comet comet) {
        return comet.lookup("any").toCompletableFuture().join().size() == LocalCluster.NODES;
    }

    private ResultLine line(String variant, List<CellFigures> all, Plan plan) {
        RepeatedRuns runs = new RepeatedRuns(all);
        CellFigures best = all.stream()
                .max((one, other) -> Double.compare(one.get(ClosedLoop.OPS), other.get(ClosedLoop.OPS)))
                .orElseThrow();
        ResultLine line = new ResultLine(name(), variant)
                .with(ResultLine.OPS_PER_S, best.get(ClosedLoop.OPS))
                .with("p50_us", best.get(ClosedLoop.P50))
                .with("p99_us", best.get(ClosedLoop.P99))
                .with("p999_us", best.get(ClosedLoop.P999))
                .with(ResultLine.CPU_US_PER_OP, best.get(CellFigures.CPU) / 1e3)
                .with(ResultLine.SECONDS, runs.sum(CellFigures.SECONDS))
                .with("nodes", LocalCluster.NODES)
                .with("outstanding", OUTSTANDING)
                .with("failed", best.get(ClosedLoop.FAILED))
                .with("spread", runs.spread(ClosedLoop.OPS))
                .with("collector", plan.collector().toString())
                .with("heap", plan.heap())
                .with("keys", KEYS)
                .with("runs", plan.runs());
        return variant.equals(VALUE) ? line.judged(Target.atLeast(ResultLine.OPS_PER_S, 60_000)) : line;
    }
}
