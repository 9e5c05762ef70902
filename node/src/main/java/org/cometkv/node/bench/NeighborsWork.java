package org.cometkv.node.bench;

import com.typesafe.config.ConfigFactory;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.cometkv.actors.Aso;
import org.cometkv.actors.Comet;
import org.cometkv.actors.CometNode;
import org.cometkv.actors.NodeStat;
import org.cometkv.actors.PutOptions;
import org.cometkv.routing.Key;

/**
 * {@code bench loops} and {@code bench flood}: what well-behaved objects feel of a bad neighbor. They are asked in an
 * open loop that takes 40 % of the processors' time, with and without the neighbor in turn, five times in one run.
 */
final class NeighborsWork implements Work {

    private static final int OBJECTS = 1_000;
    private static final double LOAD = 0.4;
    private static final int ROUNDS = 5;

    /** Of each round and side. */
    private static final int WINDOWS = 10;

    /** If a machine that stands still answers nothing in all of those. */
    private static final int WINDOWS_MAX = 100;

    private static final String WITHOUT = "_without";
    private static final String RATE = "rate";
    private static final String SLOWED = "slowed";
    private static final String SET_ASIDE = "set_aside";
    private static final String RATIO_MEDIAN = "ratio_median";
    private static final String RATIO_POOLED = "ratio_pooled";
    private static final Map<String, Double> PERCENTILES =
            Map.of(ClosedLoop.P50, 50.0, ClosedLoop.P99, 99.0, ClosedLoop.P999, 99.9);

    private final String name;
    private final String description;
    private final String variant;
    private final BadNeighbor badNeighbor;

    private NeighborsWork(String name, String description, String variant, BadNeighbor badNeighbor) {
        this.name = name;
        this.description = description;
        this.variant = variant;
        this.badNeighbor = badNeighbor;
    }

    /** Beside a hundred objects that loop without end. */
    static Work loops() {
        return new NeighborsWork(
                "loops", "1,000 objects beside 100 that loop without end", "100", BadNeighbor.loops(100));
    }

    /** Beside one object that is asked fifty times as often as it may be. */
    static Work flood() {
        return new NeighborsWork(
                "flood",
                "1,000 objects beside one that is asked 50 times as often as it may be",
                "50",
                BadNeighbor.flood(50 * 10_000));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public List<String> variants() {
        return List.of(variant);
    }

    @Override
    public void run(Plan plan, Consumer<ResultLine> lines) {
        if (!plan.includes(variant)) {
            return;
        }
        try (Cells cells = new Cells(name, plan)) {
            List<CellFigures> runs = cells.repeat(variant);
            lines.accept(line(new RepeatedRuns(runs), runs, plan));
        }
    }

    @Override
    public CellFigures measure(String cell, Pace pace) {
        boolean isQuick = pace.equals(Pace.QUICK);
        long second = isQuick ? TimeUnit.MILLISECONDS.toNanos(40) : TimeUnit.SECONDS.toNanos(1);
        try (CometNode node = pace.start(ConfigFactory.empty())) {
            Key[] keys = put(node.comet(), isQuick ? 100 : OBJECTS);
            double perSecond = OpenLoop.perSecondAt(LOAD, node.comet(), keys, isQuick ? 2 : 10, second);
            try (OpenLoop load = new OpenLoop(node.comet(), keys, perSecond, OpenLoop.FINE_NANOS)) {
                OpenLoop.sleep(3 * second);
                return alternate(node.comet(), load, second, isQuick ? 1 : ROUNDS)
                        .with(RATE, perSecond)
                        .with(ClosedLoop.FAILED, load.failed());
            }
        }
    }

    private CellFigures alternate(Comet comet, OpenLoop load, long second, int rounds) {
        LatencyWindows without = new LatencyWindows();
        LatencyWindows with = new LatencyWindows();
        int slowed = 0;
        int setAside = 0;
        for (int round = 0; round < rounds; round++) {
            measure(load, second, without);
            BadNeighbor.Begun begun = badNeighbor.begin(comet, round);
            OpenLoop.sleep(2 * second);
            measure(load, second, with);
            NodeStat stat = comet.stat();
            slowed = Math.max(slowed, stat.slowed());
            setAside = Math.max(setAside, stat.setAside());
            begun.end();
            OpenLoop.sleep(second);
        }
        CellFigures measured = new CellFigures();
        PERCENTILES.forEach((figure, percentile) ->
                measured.with(figure, with.quartile(percentile)).with(figure + WITHOUT, without.quartile(percentile)));
        return measured.with(RATIO_MEDIAN, with.median(99) / without.median(99))
                .with(RATIO_POOLED, with.pooled(99) / without.pooled(99))
                .with(SLOWED, slowed)
                .with(SET_ASIDE, setAside)
                .with(CellFigures.SECONDS, 10.0 * rounds * second / 1e9);
    }

    private static void measure(OpenLoop load, long second, LatencyWindows windows) {
        for (int i = 0; i < WINDOWS || windows.isEmpty() && i < WINDOWS_MAX; i++) {
            windows.add(load.measure(5 * second / WINDOWS));
        }
    }

    private static Key[] put(Comet comet, int count) {
        Key[] keys = new Key[count];
        CompletableFuture<?>[] puts = new CompletableFuture<?>[count];
        for (int i = 0; i < count; i++) {
            keys[i] = Key.of("neighbor-" + i);
            puts[i] = comet.put(keys[i], Aso.script(Workload.GET_COUNT.script()).replicas(1), PutOptions.DEFAULT)
                    .toCompletableFuture();
        }
        CompletableFuture.allOf(puts).join();
        return keys;
    }

    private ResultLine line(RepeatedRuns runs, List<CellFigures> all, Plan plan) {
        // The best of several would be the luckiest: what disturbs a run without the neighbor flatters the ratio.
        List<CellFigures> byRatio = all.stream()
                .sorted(Comparator.comparingDouble(NeighborsWork::ratio))
                .toList();
        CellFigures middle = byRatio.get(byRatio.size() / 2);
        ResultLine line = new ResultLine(name, variant)
                .with("p50_us", middle.get(ClosedLoop.P50))
                .with("p99_us", middle.get(ClosedLoop.P99))
                .with("p999_us", middle.get(ClosedLoop.P999))
                .with(ResultLine.RATIO, ratio(middle))
                .with("ratio_p50", middle.get(ClosedLoop.P50) / middle.get(ClosedLoop.P50 + WITHOUT))
                .with(RATIO_MEDIAN, middle.get(RATIO_MEDIAN))
                .with(RATIO_POOLED, middle.get(RATIO_POOLED))
                .with("ratio_best", ratio(byRatio.get(0)))
                .with("ratio_worst", ratio(byRatio.get(byRatio.size() - 1)))
                .with(ResultLine.RATIO_TO, "p99 without")
                .with(ResultLine.SECONDS, runs.sum(CellFigures.SECONDS))
                .with("nodes", 1)
                .with("p50_us_without", middle.get(ClosedLoop.P50 + WITHOUT))
                .with("p99_us_without", middle.get(ClosedLoop.P99 + WITHOUT))
                .with("p999_us_without", middle.get(ClosedLoop.P999 + WITHOUT))
                .with("gets_per_s", middle.get(RATE))
                .with("failed", middle.get(ClosedLoop.FAILED))
                .with(SLOWED, middle.get(SLOWED))
                .with(SET_ASIDE, middle.get(SET_ASIDE))
                .with("collector", plan.collector().toString())
                .with("heap", plan.heap())
                .with("objects", OBJECTS)
                .with("runs", plan.runs());
        return line.judged(Target.atMost(ResultLine.RATIO, 1.1));
    }

    private static double ratio(CellFigures run) {
        return run.get(ClosedLoop.P99) / run.get(ClosedLoop.P99 + WITHOUT);
    }
}
