package org.cometkv.node.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The result lines of {@code bench prices}, and what each is to reach. */
final class PriceLines {

    private static final Target UNIT = Target.atMost("ns_per_unit", 250);
    private static final Target EVENT = Target.atMost("event_ms_max", 25);
    private static final Target SLICE = Target.atMost("slice_ms_max", 2);
    private static final Target BYTES = Target.atMost("bytes_per_charged", 2);
    private static final Target COMPILE = Target.atMost("compile_ms_max", 20);

    private final Plan plan;

    PriceLines(Plan plan) {
        this.plan = plan;
    }

    /** Of each case, the one with the dearest unit first. */
    List<ResultLine> times(List<Priced> cases) {
        return worstFirst(cases, Priced::nanosPerUnit).stream().map(this::time).toList();
    }

    private ResultLine time(Priced each) {
        ResultLine line = line(each.of().name())
                .with(
                        ResultLine.CPU_US_PER_OP,
                        each.figure(PriceFigures.NANOS) / 1e3 / each.of().times())
                .with(EVENT.field(), each.eventMillis())
                .with(SLICE.field(), each.sliceMillis())
                .with("outcome", each.outcome())
                .with("garbage_bytes", each.figure(PriceFigures.GARBAGE))
                .with("covers", String.join(" ", each.of().covers()));
        if (!each.hasUnits()) {
            return line.judged(EVENT, SLICE);
        }
        return line.with(UNIT.field(), each.nanosPerUnit())
                .with("fuel", each.figure(PriceFigures.FUEL))
                .with("allocated", each.figure(PriceFigures.ALLOCATED))
                .with("garbage_per_charged", each.garbagePerCharged())
                .judged(UNIT, EVENT, SLICE);
    }

    /** Of each case that is about heap, the one with the heaviest byte first. */
    List<ResultLine> heaps(List<Priced> cases) {
        return worstFirst(held(cases), Priced::bytesPerCharged).stream()
                .map(each -> line(each.of().name())
                        .with(ResultLine.BYTES_EACH, each.figure(PriceFigures.HELD))
                        .with("charged_bytes", each.figure(PriceFigures.CHARGED))
                        .with(BYTES.field(), each.bytesPerCharged())
                        .with("covers", String.join(" ", each.of().covers()))
                        .judged(BYTES))
                .toList();
    }

    ResultLine compile(RepeatedRuns runs) {
        return line(PricesWork.COMPILE)
                .with(COMPILE.field(), runs.best(CompileTimes.SLOWEST))
                .with("compile_ms", runs.best(AwkwardScripts.names()))
                .judged(COMPILE);
    }

    /** The worst of each figure, and of which case it is. */
    List<ResultLine> summary(List<Priced> cases) {
        List<ResultLine> lines = new ArrayList<>();
        lines.add(worst("dearest-unit", cases, UNIT, Priced::nanosPerUnit));
        lines.add(worst("dearest-event", cases, EVENT, Priced::eventMillis));
        lines.add(worst("longest-slice", cases, SLICE, Priced::sliceMillis));
        if (!held(cases).isEmpty()) {
            lines.add(worst("heaviest-byte", held(cases), BYTES, Priced::bytesPerCharged));
        }
        return lines;
    }

    private static List<Priced> held(List<Priced> cases) {
        return cases.stream().filter(Priced::isHeld).toList();
    }

    private ResultLine worst(String variant, List<Priced> cases, Target target, ToDoubleFunction<Priced> figure) {
        Priced worst = worstFirst(cases, figure).get(0);
        long over = cases.stream()
                .filter(each -> !target.isMet(field -> figure.applyAsDouble(each)))
                .count();
        return line(variant)
                .with(target.field(), figure.applyAsDouble(worst))
                .with("worst", worst.of().name())
                .with("cases", cases.size())
                .with("cases_over", over)
                .judged(target);
    }

    private static List<Priced> worstFirst(List<Priced> cases, ToDoubleFunction<Priced> figure) {
        return cases.stream()
                .sorted(Comparator.comparingDouble(figure).reversed())
                .toList();
    }

    private ResultLine line(String variant) {
        ResultLine line = new ResultLine("prices", variant)
                .with("collector", plan.collector().toString())
                .with("heap", plan.heap())
                .with("runs", plan.runs());
        return plan.pace().equals(Pace.QUICK) ? line.with("pace", "quick") : line;
    }
}
