package org.cometkv.node.bench;

import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * Latencies by short windows of time, one after the other. A collection of the heap, or a machine that does something
 * else for a moment, spoils the windows of that moment; of all latencies together it spoils the last percent.
 *
 * <p>Not thread-safe. In microseconds.
 */
final class LatencyWindows {

    private final List<Histogram> windows = new ArrayList<>();

    void add(Histogram window) {
        // In one that a stall filled, nothing was answered: it tells in those after it.
        if (window.getTotalCount() > 0) {
            windows.add(window);
        }
    }

    boolean isEmpty() {
        return windows.isEmpty();
    }

    /** The percentile of the window that a quarter of all are better than: of one that was disturbed little. */
    double quartile(double percentile) {
        return ranked(percentile, 0.25);
    }

    /** The percentile of the middle window. */
    double median(double percentile) {
        return ranked(percentile, 0.5);
    }

    /** The percentile of all windows together. */
    double pooled(double percentile) {
        Histogram all = new Histogram(windows.get(0));
        windows.forEach(all::add);
        return all.getValueAtPercentile(percentile) / 1e3;
    }

    private double ranked(double percentile, double rank) {
        double[] sorted = windows.stream()
                .mapToDouble(window -> window.getValueAtPercentile(percentile))
                .sorted()
                .toArray();
        return sorted[(int) (sorted.length * rank)] / 1e3;
    }
}
