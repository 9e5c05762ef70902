package org.cometkv.node.bench;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.cometkv.testkit.CometTestKit;

/** {@code bench sim}: how fast whole nodes run in virtual time, one seed, in a JVM of its own. */
final class SimWork implements Work {

    private static final String FORMING = "forming_seconds";
    private static final String IDLE_STEPS = "steps_per_node_second";
    private static final String TEST = "test_seconds";

    private static final long SEED = 1;

    /** What stands between variant and seed in the name of a cell. */
    private static final String OF_SEED = "@";

    /** Tests in a row, of which the first one, which loads all classes, does not count. */
    private static final int TESTS = 20;

    private static final Map<String, SimTrial> TRIALS = new TreeMap<>(Map.of(
            "objects-5", new SimTrial(5, 1_000, 10, 1),
            "idle-5", new SimTrial(5, 0, 0, 24),
            "objects-100", new SimTrial(100, 1_000, 60, 1),
            "idle-1000", new SimTrial(1_000, 0, 0, 1)));

    private static final Map<String, Integer> NODES_OF_TESTS = new TreeMap<>(Map.of("test-3", 3, "test-5", 5));

    @Override
    public String name() {
        return "sim";
    }

    @Override
    public String description() {
        return "simulated clusters in virtual time; the largest wants --heap 3g";
    }

    @Override
    public List<String> variants() {
        return List.of("objects-5", "idle-5", "objects-100", "idle-1000", "test-3", "test-5");
    }

    @Override
    public boolean isSeeded() {
        return true;
    }

    @Override
    public void run(Plan plan, Consumer<ResultLine> lines) {
        long seed = plan.seed().orElse(SEED);
        try (Cells cells = new Cells(name(), plan)) {
            for (String variant : variants()) {
                if (plan.includes(variant)) {
                    RepeatedRuns runs = new RepeatedRuns(cells.repeat(variant + OF_SEED + seed));
                    ResultLine line =
                            NODES_OF_TESTS.containsKey(variant) ? ofTest(variant, runs) : ofTrial(variant, runs);
                    lines.accept(line.withNumber("seed", seed));
                }
            }
        }
    }

    private ResultLine ofTest(String variant, RepeatedRuns runs) {
        return new ResultLine(name(), variant)
                .with("nodes", NODES_OF_TESTS.get(variant))
                .with(ResultLine.SECONDS, runs.sum(CellFigures.SECONDS))
                .with(TEST, runs.best(CellFigures.WALL) / 1e9)
                .judged(Target.atMost(TEST, variant.equals("test-3") ? 0.5 : 1));
    }

    private ResultLine ofTrial(String variant, RepeatedRuns runs) {
        SimTrial trial = TRIALS.get(variant);
        double passing = runs.best(SimTrial.PASSING);
        double steps = runs.best(SimTrial.STEPS);
        ResultLine line = new ResultLine(name(), variant)
                .with("nodes", trial.nodes())
                .with(ResultLine.OPS_PER_S, steps == 0 ? 0 : steps / (passing / 1e9))
                .with(FORMING, runs.best(SimTrial.FORMING) / 1e9)
                .with(ResultLine.SECONDS, passing / 1e9)
                .with("trace", trace(runs));
        return switch (variant) {
            case "objects-5" -> line.judged(Target.atMost(ResultLine.SECONDS, 3));
            case "objects-100" -> line.judged(Target.atMost(ResultLine.SECONDS, 10));
            case "idle-5" ->
                line.with(IDLE_STEPS, steps / (trial.nodes() * trial.hours() * 3_600.0))
                        .judged(Target.atMost(ResultLine.SECONDS, 2), Target.atMost(IDLE_STEPS, 1));
            default -> line.judged(Target.atMost(FORMING, 60), Target.atMost(ResultLine.SECONDS, 60));
        };
    }

    private static String trace(RepeatedRuns runs) {
        long high = (long) runs.best(SimTrial.TRACE_HIGH);
        long low = (long) runs.best(SimTrial.TRACE_LOW);
        return Long.toHexString(high << 32 | low);
    }

    @Override
    public CellFigures measure(String cell, Pace pace) {
        String variant = cell.substring(0, cell.indexOf(OF_SEED));
        long seed = Long.parseLong(cell.substring(variant.length() + OF_SEED.length()));
        if (NODES_OF_TESTS.containsKey(variant)) {
            return test(NODES_OF_TESTS.get(variant), seed);
        }
        SimTrial trial = TRIALS.get(variant);
        if (trial == null) {
            throw new IllegalArgumentException("there is no simulation " + cell);
        }
        boolean isQuick = pace.equals(Pace.QUICK);
        return isQuick
                ? new SimTrial(Math.min(trial.nodes(), 10), trial.objects() / 50, 60, 1).measure(seed)
                : trial.measure(seed);
    }

    /** The time of a small test after the first. */
    private static CellFigures test(int nodes, long firstSeed) {
        long began = System.nanoTime();
        long best = Long.MAX_VALUE;
        for (int i = 0; i < TESTS; i++) {
            long from = System.nanoTime();
            try (CometTestKit kit =
                    CometTestKit.builder().seed(firstSeed + i).nodes(nodes).build()) {
                kit.put("greeting", "hello");
                kit.get("greeting");
            }
            best = i == 0 ? best : Math.min(best, System.nanoTime() - from);
        }
        return new CellFigures()
                .with(CellFigures.WALL, best)
                .with(CellFigures.SECONDS, (System.nanoTime() - began) / 1e9);
    }
}
