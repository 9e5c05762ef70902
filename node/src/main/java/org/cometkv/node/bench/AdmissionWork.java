package org.cometkv.node.bench;

import com.typesafe.config.ConfigFactory;
import java.util.List;
import java.util.function.Consumer;
import org.cometkv.actors.peers.AdmissionBenchmark;

/** {@code bench admission}: what a node spends on each request of a peer before it is served and after. */
final class AdmissionWork implements Work {

    private static final String NANOS = "ns_per_message";
    private static final String REFUSED = "refused";
    private static final double NANOS_MAX = 100;

    @Override
    public String name() {
        return "admission";
    }

    @Override
    public String description() {
        return "rates, repeats and load of peers' requests";
    }

    @Override
    public List<String> variants() {
        return List.of("peer");
    }

    @Override
    public void run(Plan plan, Consumer<ResultLine> lines) {
        RepeatedRuns runs = runs(plan);
        double nanos = runs.best(CellFigures.CPU);
        lines.accept(new ResultLine(name(), "peer")
                .with(ResultLine.OPS_PER_S, 1e9 / nanos)
                .with(ResultLine.CPU_US_PER_OP, nanos / 1e3)
                .with(ResultLine.SECONDS, runs.sum(CellFigures.SECONDS))
                .with(NANOS, nanos)
                .with(REFUSED, runs.worst(REFUSED))
                .with("spread", runs.spread(CellFigures.CPU))
                .with("collector", plan.collector().toString())
                .with("runs", plan.runs())
                .judged(Target.atMost(NANOS, NANOS_MAX)));
    }

    private RepeatedRuns runs(Plan plan) {
        try (Cells cells = new Cells(name(), plan)) {
            return new RepeatedRuns(cells.repeat("peer"));
        }
    }

    @Override
    public CellFigures measure(String cell, Pace pace) {
        AdmissionBenchmark trial = new AdmissionBenchmark(ConfigFactory.load());
        CellFigures measured = new Stopwatch(pace).measure(trial::admit);
        return measured.with(REFUSED, trial.refused());
    }
}
