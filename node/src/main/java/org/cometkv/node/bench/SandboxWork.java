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
    public Measured measure(String cell, Pace pace) {
        return switch (cell) {
            case LIVE_OBJECT -> LiveObjects.measure(pace);
            case LIMIT_STOP -> LimitStops.measure(pace);
            case DISTINCT_SCRIPT -> DistinctScripts.measure(pace);
            default ->
                cell.startsWith(STOCK)
                        ? events(new StockLua(), SandboxRow.named(cell.substring(STOCK.length())), pace)
                        : ownEvents(SandboxRow.named(cell.substring(OWN.length())), pace);
        };
    }

    private static Measured ownEvents(SandboxRow row, Pace pace) {
        OwnLua lua = new OwnLua(OwnLua.PROGRAMS_BYTES);
        Measured measured = events(lua, row, pace);
        Usage usage = lua.usage(row.workload());
        int calls = row.workload().calls();
        return measured.with(Measured.FUEL, usage.fuel() / (double) calls)
                .with(ALLOCATED, usage.allocated() / (double) calls);
    }

    private static Measured events(LuaEngine lua, SandboxRow row, Pace pace) {
        Stopwatch watch = new Stopwatch(pace);
        if (row.isAfterOthers()) {
            for (Workload other : Workload.values()) {
                watch.warmUp(lua.events(other, 1));
            }
        }
        Measured measured = watch.measure(lua.events(row.workload(), row.isOfMany() ? pace.objects() : 1));
        int calls = row.workload().calls();
        return measured.with(Measured.CPU, measured.get(Measured.CPU) / calls)
                .with(Measured.WALL, measured.get(Measured.WALL) / calls)
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
                lines.accept(liveObject(new Runs(cells.repeat(LIVE_OBJECT)), plan));
            }
            if (plan.includes(LIMIT_STOP)) {
                lines.accept(limitStop(new Runs(cells.repeat(LIMIT_STOP)), plan));
            }
            if (plan.includes(DISTINCT_SCRIPT)) {
                lines.accept(distinctScript(new Runs(cells.repeat(DISTINCT_SCRIPT)), plan));
            }
        }
    }

    /** Ours and stock, turn and turn about. */
    private ResultLine compare(SandboxRow row, Cells cells, Plan plan) {
        Collector collector = row.collector().orElse(plan.collector());
        List<Measured> ours = new ArrayList<>();
        List<Measured> stocks = new ArrayList<>();
        for (int i = 0; i < plan.runs(); i++) {
            ours.add(cells.measure(OWN + row.variant(), collector));
            stocks.add(cells.measure(STOCK + row.variant(), collector));
        }
        Runs own = new Runs(ours);
        Runs stock = new Runs(stocks);
        if (own.best(ANSWER) != stock.best(ANSWER)) {
            throw new IllegalStateException(row.variant() + " answers " + own.best(ANSWER) + ", on stock LuaJ "
                    + stock.best(ANSWER) + ": they do not do the same");
        }
        double nanos = own.best(Measured.CPU);
        ResultLine line = line(row.variant(), own, collector, plan)
                .with(ResultLine.OPS_PER_S, 1e9 / nanos)
                .with(ResultLine.CPU_US_PER_OP, nanos / 1e3)
                .with(ResultLine.RATIO, nanos / stock.best(Measured.CPU))
                .with(ResultLine.RATIO_TO, StockLua.NAME)
                .with("ns_per_event", nanos)
                .with("median_ns", own.median(Measured.CPU))
                .with("spread", own.spread(Measured.CPU))
                .with("wall_ns", own.best(Measured.WALL))
                .with("stock_ns", stock.best(Measured.CPU))
                .with("stock_spread", stock.spread(Measured.CPU))
                .with("ratio_of_medians", own.median(Measured.CPU) / stock.median(Measured.CPU))
                .with("collecting", own.median(Measured.COLLECTING))
                .with("fuel", own.best(Measured.FUEL))
                .with(ALLOCATED, own.best(ALLOCATED))
                .with("objects", row.isOfMany() ? plan.pace().objects() : 1);
        if (!row.workload().overrides().isEmpty()) {
            line.with("overrides", row.workload().overrides());
        }
        return row.target().isPresent() ? line.judged(row.target().get()) : line;
    }

    private ResultLine liveObject(Runs runs, Plan plan) {
        return line(LIVE_OBJECT, runs, plan.collector(), plan)
                .with(ResultLine.BYTES_EACH, runs.median(Measured.BYTES))
                .with("spread", runs.spread(Measured.BYTES))
                .with(LiveObjects.KEY_BYTES, runs.median(LiveObjects.KEY_BYTES))
                .with("charged_bytes", runs.median(LiveObjects.CHARGED))
                .with("objects", plan.pace().objects())
                .judged(Target.atMost(ResultLine.BYTES_EACH, 1_000));
    }

    /** The slowest stop of all runs, not of the best: here a single slow one counts. */
    private ResultLine limitStop(Runs runs, Plan plan) {
        String slowest = LimitStops.SCRIPTS.get(0);
        for (String script : LimitStops.SCRIPTS) {
            slowest = runs.worst(script) > runs.worst(slowest) ? script : slowest;
        }
        ResultLine line = line(LIMIT_STOP, runs, plan.collector(), plan)
                .with(ResultLine.CPU_US_PER_OP, 1e3 * runs.worst(slowest))
                .with("cpu_ms_max", runs.worst(slowest))
                .with("slowest", slowest);
        return line.with("cpu_ms", runs.worst(LimitStops.SCRIPTS)).judged(Target.atMost("cpu_ms_max", 50));
    }

    private ResultLine distinctScript(Runs runs, Plan plan) {
        double nanos = runs.best(Measured.CPU);
        return line(DISTINCT_SCRIPT, runs, plan.collector(), plan)
                .with(ResultLine.OPS_PER_S, 1e9 / nanos)
                .with(ResultLine.CPU_US_PER_OP, nanos / 1e3)
                .with(ResultLine.BYTES_EACH, runs.median(Measured.BYTES))
                .with("spread", runs.spread(Measured.CPU))
                .with(DistinctScripts.PROGRAM_BYTES, runs.median(DistinctScripts.PROGRAM_BYTES))
                .with(DistinctScripts.TEXT_BYTES, runs.median(DistinctScripts.TEXT_BYTES))
                .with("scripts", plan.pace().scripts())
                .judged(Target.atMost(ResultLine.CPU_US_PER_OP, 100), Target.atMost(ResultLine.BYTES_EACH, 4_096));
    }

    private ResultLine line(String variant, Runs runs, Collector collector, Plan plan) {
        ResultLine line = new ResultLine(name(), variant)
                .with(ResultLine.SECONDS, runs.sum(Measured.SECONDS))
                .with("collector", collector.toString())
                .with("heap", plan.heap())
                .with("runs", plan.runs());
        return plan.pace().equals(Pace.QUICK) ? line.with("pace", "quick") : line;
    }
}
