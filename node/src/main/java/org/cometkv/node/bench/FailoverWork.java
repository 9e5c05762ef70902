package org.cometkv.node.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.cometkv.node.bench.faults.ChaosSettings;
import org.cometkv.node.bench.faults.FailoverTrial;

/** {@code bench failover}: the time from the kill of an owner to the first right answer, from another one. */
final class FailoverWork implements Work {

    private static final String BY_DEFAULT = "default";
    private static final String TUNED = "tuned";

    private static final String ANSWER = "answer_s";
    private static final String ANSWER_MAX = "answer_s_max";

    /** A suspicion after one second instead of three, and less patience with a node that is silent. */
    private static final Map<String, String> TUNING = tuning();

    private static Map<String, String> tuning() {
        Map<String, String> tuning = new LinkedHashMap<>();
        tuning.put("pekko.cluster.failure-detector.heartbeat-interval", "200ms");
        tuning.put("pekko.cluster.failure-detector.acceptable-heartbeat-pause", "600ms");
        tuning.put("comet.requests.answer-max", "500ms");
        tuning.put("comet.requests.working-every", "250ms");
        return tuning;
    }

    @Override
    public String name() {
        return "failover";
    }

    @Override
    public String description() {
        return "the first right answer after an owner is killed";
    }

    @Override
    public List<String> variants() {
        return List.of(BY_DEFAULT, TUNED);
    }

    @Override
    public void run(Plan plan, Consumer<ResultLine> lines) {
        boolean isQuick = plan.pace().equals(Pace.QUICK);
        for (String variant : variants()) {
            if (plan.includes(variant)) {
                boolean isTuned = variant.equals(TUNED);
                List<FailoverTrial.Times> times = FailoverTrial.run(isTuned ? TUNING : Map.of(), plan.runs(), isQuick);
                lines.accept(line(variant, times, plan, isQuick ? 3 : 4, isTuned));
            }
        }
    }

    private ResultLine line(String variant, List<FailoverTrial.Times> times, Plan plan, int nodes, boolean isTuned) {
        RepeatedRuns gets = new RepeatedRuns(figures(times, FailoverTrial.Times::getSeconds));
        RepeatedRuns puts = new RepeatedRuns(figures(times, FailoverTrial.Times::putSeconds));
        ResultLine line = new ResultLine(name(), variant)
                .with("nodes", nodes)
                .with(ANSWER, gets.median(ANSWER))
                .with(ANSWER_MAX, gets.worst(ANSWER))
                .with("put_s", puts.median(ANSWER))
                .with("put_s_max", puts.worst(ANSWER))
                .with("heap", ChaosSettings.HEAP)
                .with("runs", plan.runs());
        if (isTuned) {
            line.with(
                    "overrides",
                    TUNING.entrySet().stream()
                            .map(entry -> entry.getKey() + "=" + entry.getValue())
                            .collect(Collectors.joining(" ")));
        }
        return line.judged(Target.atMost(ANSWER_MAX, isTuned ? 1 : 3));
    }

    private static List<CellFigures> figures(
            List<FailoverTrial.Times> times, ToDoubleFunction<FailoverTrial.Times> figure) {
        return times.stream()
                .map(each -> new CellFigures().with(ANSWER, figure.applyAsDouble(each)))
                .toList();
    }

    @Override
    public CellFigures measure(String cell, Pace pace) {
        throw new IllegalArgumentException("failover has no cells; it is measured in JVMs of its own kind");
    }
}
