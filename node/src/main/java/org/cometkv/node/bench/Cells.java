package org.cometkv.node.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * The JVMs that measure the cells of one work: a fresh one for each cell, but at the quick pace, whose figures mean
 * nothing, one for all cells of a collector. Used by one thread.
 */
final class Cells implements AutoCloseable {

    private final String work;
    private final Plan plan;
    private final Map<Collector, CellProcess> shared = new EnumMap<>(Collector.class);

    Cells(String work, Plan plan) {
        this.work = work;
        this.plan = plan;
    }

    /** Measures each variant of a work that the plan includes, in cells of its own, and tells its line. */
    static void measure(
            Work work, Plan plan, BiFunction<String, List<CellFigures>, ResultLine> line, Consumer<ResultLine> lines) {
        try (Cells cells = new Cells(work.name(), plan)) {
            for (String variant : work.variants()) {
                if (plan.includes(variant)) {
                    lines.accept(line.apply(variant, cells.repeat(variant)));
                }
            }
        }
    }

    /**
     * Measures a cell.
     *
     * @param collector the collector it runs under
     * @throws IllegalStateException if the JVM failed; what it said is on stderr
     */
    CellFigures measure(String cell, Collector collector) {
        if (plan.pace().equals(Pace.QUICK)) {
            return shared.computeIfAbsent(collector, this::start).measure(cell);
        }
        try (CellProcess fresh = start(collector)) {
            return fresh.measure(cell);
        }
    }

    /** Measures a cell as often as the plan says, under the plan's collector. */
    List<CellFigures> repeat(String cell) {
        List<CellFigures> runs = new ArrayList<>();
        for (int i = 0; i < plan.runs(); i++) {
            runs.add(measure(cell, plan.collector()));
        }
        return runs;
    }

    private CellProcess start(Collector collector) {
        return CellProcess.start(work, collector, plan);
    }

    @Override
    public void close() {
        shared.values().forEach(CellProcess::close);
    }
}
