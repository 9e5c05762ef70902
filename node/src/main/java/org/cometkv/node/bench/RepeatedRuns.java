package org.cometkv.node.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/** The figures of one cell in repeated runs. */
record RepeatedRuns(List<CellFigures> runs) {

    RepeatedRuns {
        runs = List.copyOf(runs);
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("no run at all");
        }
    }

    /** Whether every run told this figure. */
    boolean has(String figure) {
        return runs.stream().allMatch(run -> run.figures().containsKey(figure));
    }

    /** The least, which other work on the machine disturbed the least. */
    double best(String figure) {
        return figures(figure).min().orElseThrow();
    }

    double worst(String figure) {
        return figures(figure).max().orElseThrow();
    }

    Map<String, Double> best(List<String> figures) {
        Map<String, Double> best = new LinkedHashMap<>();
        figures.forEach(figure -> best.put(figure, best(figure)));
        return best;
    }

    Map<String, Double> worst(List<String> figures) {
        Map<String, Double> worst = new LinkedHashMap<>();
        figures.forEach(figure -> worst.put(figure, worst(figure)));
        return worst;
    }

    double median(String figure) {
        double[] sorted = figures(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    double sum(String figure) {
        return figures(figure).sum();
    }

    /** The distance of the worst from the best, as a share of the best. */
    double spread(String figure) {
        return worst(figure) / best(figure) - 1;
    }

    private DoubleStream figures(String figure) {
        return runs.stream().mapToDouble(run -> run.get(figure));
    }
}
