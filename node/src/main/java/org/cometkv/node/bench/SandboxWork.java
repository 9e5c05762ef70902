package org.cometkv.node.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.cometkv.aso.Usage;

/** {@code bench sandbox}: what scripts cost in the sandbox, each beside the same script on stock LuaJ. */
final class SandboxWork implements Work {

    private static final String OWN = "own ";
    private static final String STOCK = "stock ";

    private static final String LIVE_OBJECT = "live-object";
    private static final String LIMIT_STOP = "limit-stop";
    private static final String DISTINCT_SCRIPT = "distinct-script";

    private static final String ALLOCATED = "allocated";
    private static final String ANSWER = "answer";

    @Override
    public String name() {
        return "sandbox";
    }

    @Override
    public String description() {
        return "scripts in the sandbox beside stock LuaJ";
    }

    @Override
    public List<String> variants() {
        return Stream.concat(
                        SandboxRow.ALL.stream().map(SandboxRow::variant),
                        Stream.of(LIVE_OBJECT, LIMIT_STOP, DISTINCT_SCRIPT))
                .toList();
    }

    @Override
    public CellFigures measure(String cell, Pace pace) {
        return switch (cell) {
            case LIVE_OBJECT -> ObjectFootprint.measure(pace);
            case LIMIT_STOP -> LimitLatency.measure(pace);
            case DISTINCT_SCRIPT -> DistinctScripts.measure(pace);
            default ->
                cell.startsWith(STOCK)
                        ? events(new StockLua(), SandboxRow.named(cell.substring(STOCK.length())), pace)
                        : ownEvents(SandboxRow.named(cell.substring(OWN.length())), pace);
        };
    }

    private static CellFigures ownEvents(SandboxRow row, Pace pace) {
        CometLua lua = new CometLua(CometLua.PROGRAMS_BYTES);
        CellFigures measured = events(lua, row, pace);
        Usage usage = lua.usage(row.workload());
        int calls = row.workload().calls();
        return measured.with(CellFigures.FUEL, usage.fuel() / (double) calls)
                .with(ALLOCATED, usage.allocated() / (double) calls);
    }

    private static CellFigures events(LuaEngine lua, SandboxRow row, Pace pace) {
        Stopwatch watch = new Stopwatch(pace);
        if (row.isAfterOthers()) {
            for (Workload other : Workload.values()) {
                watch.warmUp(lua.events(other, 1));
            }
        }
        CellFigures measured = watch.measure(lua.events(row.workload(), row.isOfMany() ? pace.objects() : 1));
        int calls = row.workload().calls();
        return measured.with(CellFigures.CPU, measured.get(CellFigures.CPU) / calls)
                .with(CellFigures.WALL, measured.get(CellFigures.WALL) / calls)
                .with(ANSWER, lua.answer(row.workload()));
    }

    @Override
    public void run(Plan plan, Consumer<ResultLine> lines) {
        try (Cells cells = new Cells(name(), plan)) {
            for (SandboxRow row : SandboxRow.ALL) {
                if (plan.includes(row.variant())) {
                    lines.accept(compare(row, cells, plan));
                }
            }
            if (plan.includes(LIVE_OBJECT)) {
                lines.accept(liveObject(new RepeatedRuns(cells.repeat(LIVE_OBJECT)), plan));
            }
            if (plan.includes(LIMIT_STOP)) {
                lines.accept(limitStop(new RepeatedRuns(cells.repeat(LIMIT_STOP)), plan));
            }
            if (plan.includes(DISTINCT_SCRIPT)) {
                lines.accept(distinctScript(new RepeatedRuns(cells.repeat(DISTINCT_SCRIPT)), plan));
            }
        }
    }

    /** Ours and stock, turn and turn about. */
    private ResultLine compare(SandboxRow row, Cells cells, Plan plan) {
        Collector collector = row.collector().orElse(plan.collector());
        List<CellFigures> ours = new ArrayList<>();
        List<CellFigures> stocks = new ArrayList<>();
        for (int i = 0; i < plan.runs(); i++) {
            ours.add(cells.measure(OWN + row.variant(), collector));
            stocks.add(cells.measure(STOCK + row.variant(), collector));
        }
        RepeatedRuns own = new RepeatedRuns(ours);
        RepeatedRuns stock = new RepeatedRuns(stocks);
        if (own.best(ANSWER) != stock.best(ANSWER)) {
            throw new IllegalStateException(row.variant() + " answers " + own.best(ANSWER) + ", on stock LuaJ "
                    + stock.best(ANSWER) + ": they do not do the same");
        }
        double nanos = own.best(CellFigures.CPU);
        ResultLine line = line(row.variant(), own, collector, plan)
                .with(ResultLine.OPS_PER_S, 1e9 / nanos)
                .with(ResultLine.CPU_US_PER_OP, nanos / 1e3)
                .with(ResultLine.RATIO, nanos / stock.best(CellFigures.CPU))
                .with(ResultLine.RATIO_TO, StockLua.NAME)
                .with("ns_per_event", nanos)
                .with("median_ns", own.median(CellFigures.CPU))
                .with("spread", own.spread(CellFigures.CPU))
                .with("wall_ns", own.best(CellFigures.WALL))
                .with("stock_ns", stock.best(CellFigures.CPU))
                .with("stock_spread", stock.spread(CellFigures.CPU))
                .with("ratio_of_medians", own.median(CellFigures.CPU) / stock.median(CellFigures.CPU))
                .with("collecting", own.median(CellFigures.COLLECTING))
                .with("fuel", own.best(CellFigures.FUEL))
                .with(ALLOCATED, own.best(ALLOCATED))
                .with("objects", row.isOfMany() ? plan.pace().objects() : 1);
        if (!row.workload().overrides().isEmpty()) {
            line.with("overrides", row.workload().overrides());
        }
        return row.target().isPresent() ? line.judged(row.target().get()) : line;
    }

    private ResultLine liveObject(RepeatedRuns runs, Plan plan) {
        return line(LIVE_OBJECT, runs, plan.collector(), plan)
                .with(ResultLine.BYTES_EACH, runs.median(CellFigures.BYTES))
                .with("spread", runs.spread(CellFigures.BYTES))
                .with(ObjectFootprint.KEY_BYTES, runs.median(ObjectFootprint.KEY_BYTES))
                .with("charged_bytes", runs.median(ObjectFootprint.CHARGED))
                .with("objects", plan.pace().objects())
                .judged(Target.atMost(ResultLine.BYTES_EACH, 1_000));
    }

    /** The slowest stop of all runs, not of the best: here a single slow one counts. */
    private ResultLine limitStop(RepeatedRuns runs, Plan plan) {
        String slowest = LimitLatency.SCRIPTS.get(0);
        for (String script : LimitLatency.SCRIPTS) {
            slowest = runs.worst(script) > runs.worst(slowest) ? script : slowest;
        }
        ResultLine line = line(LIMIT_STOP, runs, plan.collector(), plan)
                .with(ResultLine.CPU_US_PER_OP, 1e3 * runs.worst(slowest))
                .with("cpu_ms_max", runs.worst(slowest))
                .with("slowest", slowest);
        return line.with("cpu_ms", runs.worst(LimitLatency.SCRIPTS)).judged(Target.atMost("cpu_ms_max", 50));
    }

    private ResultLine distinctScript(RepeatedRuns runs, Plan plan) {
        double nanos = runs.best(CellFigures.CPU);
        return line(DISTINCT_SCRIPT, runs, plan.collector(), plan)
                .with(ResultLine.OPS_PER_S, 1e9 / nanos)
                .with(ResultLine.CPU_US_PER_OP, nanos / 1e3)
                .with(ResultLine.BYTES_EACH, runs.median(CellFigures.BYTES))
                .with("spread", runs.spread(CellFigures.CPU))
                .with(DistinctScripts.PROGRAM_BYTES, runs.median(DistinctScripts.PROGRAM_BYTES))
                .with(DistinctScripts.TEXT_BYTES, runs.median(DistinctScripts.TEXT_BYTES))
                .with("scripts", plan.pace().scripts())
                .judged(Target.atMost(ResultLine.CPU_US_PER_OP, 100), Target.atMost(ResultLine.BYTES_EACH, 4_096));
    }

    private ResultLine line(String variant, RepeatedRuns runs, Collector collector, Plan plan) {
        ResultLine line = new ResultLine(name(), variant)
                .with(ResultLine.SECONDS, runs.sum(CellFigures.SECONDS))
                .with("collector", collector.toString())
                .with("heap", plan.heap())
                .with("runs", plan.runs());
        return plan.pace().equals(Pace.QUICK) ? line.with("pace", "quick") : line;
    }
}
