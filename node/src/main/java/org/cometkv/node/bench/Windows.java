package org.cometkv.node.bench;

import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * Latencies by short windows of time, one after the other. A machine that does something else for a moment spoils the
 * windows of that moment; of all latencies together it spoils the last percent, and there is no telling whose it was.
 *
 * <p>Not thread-safe. In microseconds.
 */
final class Windows {

    private final List<Histogram> windows = new ArrayList<>();

    void add(Histogram window) {
        // In one that a stall filled, nothing was answered: it tells in those after it.
        if (window.getTotalCount() > 0) {
            windows.add(window);
        }
    }

    /** The percentile of the middle window, by this percentile. */
    double median(double percentile) {
        double[] sorted = windows.stream()
                .mapToDouble(window -> window.getValueAtPercentile(percentile))
                .sorted()
                .toArray();
        return sorted[sorted.length / 2] / 1e3;
    }

    /** The percentile of all windows together. */
    double pooled(double percentile) {
        Histogram all = new Histogram(windows.get(0));
        windows.forEach(all::add);
        return all.getValueAtPercentile(percentile) / 1e3;
    }
}
