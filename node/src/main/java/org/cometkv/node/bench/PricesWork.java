package org.cometkv.node.bench;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** {@code bench prices}: what a unit of fuel and a charged byte stand for at the most awkward operands. */
final class PricesWork implements Work {

    static final String COMPILE = "compile";

    /** The warm-ups of a single thing that all cases share. */
    private static final int WARM_UPS = 20;

    @Override
    public String name() {
        return "prices";
    }

    @Override
    public String description() {
        return "time for a unit of fuel and bytes for a charged one at the most awkward operands";
    }

    @Override
    public List<String> variants() {
        return Stream.concat(PriceCases.names().stream(), Stream.of(COMPILE)).toList();
    }

    /** A cell is all chosen cases, since a node's JVM has seen all kinds of scripts as well; another is compiling. */
    @Override
    public CellFigures measure(String cell, Pace pace) {
        return cell.equals(COMPILE) ? CompileTimes.measure(pace) : cases(cell, pace);
    }

    private static CellFigures cases(String names, Pace pace) {
        List<PriceCase> cases =
                Stream.of(names.split(",")).map(PriceCases::named).toList();
        boolean isQuick = pace.equals(Pace.QUICK);
        if (!isQuick) {
            cases.forEach(each -> new PriceTrial(each).run());
        }
        // All cases together warm up what most of them use; few need more time for that.
        long warmUpNanos = isQuick ? 0 : Math.min(pace.warmUpNanos(), WARM_UPS * pace.warmUpNanos() / cases.size());
        CellFigures all = new CellFigures();
        for (PriceCase each : cases) {
            CellFigures measured = PriceFigures.measure(each, warmUpNanos, pace.sampleNanos() / 3, pace.repeats());
            measured.figures().forEach((figure, value) -> all.with(each.name() + ':' + figure, value));
        }
        return all;
    }

    @Override
    public void run(Plan plan, Consumer<ResultLine> lines) {
        try (Cells cells = new Cells(name(), plan)) {
            run(plan, cells, lines);
        }
    }

    private static void run(Plan plan, Cells cells, Consumer<ResultLine> lines) {
        PriceLines to = new PriceLines(plan);
        List<String> chosen = PriceCases.names().stream().filter(plan::includes).toList();
        List<Priced> cases = List.of();
        if (!chosen.isEmpty()) {
            RepeatedRuns runs = new RepeatedRuns(cells.repeat(String.join(",", chosen)));
            cases = chosen.stream()
                    .map(name -> new Priced(PriceCases.named(name), runs))
                    .toList();
            to.times(cases).forEach(lines);
            to.heaps(cases).forEach(lines);
        }
        if (plan.includes(COMPILE)) {
            lines.accept(to.compile(new RepeatedRuns(cells.repeat(COMPILE))));
        }
        if (!cases.isEmpty()) {
            to.summary(cases).forEach(lines);
        }
    }
}
