package org.cometkv.node.bench;

import java.util.Arrays;
import java.util.List;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Outcome;
import org.cometkv.aso.Result;
import org.cometkv.aso.Script;
import org.cometkv.aso.lua.Instance;
import org.cometkv.routing.Key;

/** The latency of limits: how long an event that would never end holds its thread until one stops it. */
final class LimitLatency {

    static final List<String> SCRIPTS = List.of(
            "plain-loop",
            "calls",
            "pcall-error",
            "rep",
            "plain-find",
            "pattern",
            "gsub",
            "sort",
            "insert",
            "concat",
            "concat-operator",
            "format",
            "tables",
            "keys",
            "traversal");

    private LimitLatency() {}

    /** Milliseconds of CPU of the slowest stop for each script, warm. */
    static CellFigures measure(Pace pace) {
        CometLua lua = new CometLua(CometLua.PROGRAMS_BYTES);
        CellFigures measured = new CellFigures();
        long begun = System.nanoTime();
        for (String name : SCRIPTS) {
            Script script = Script.of(Workload.text("hostile/" + name + ".lua"));
            Instance object = lua.create(Key.of(name), script, Limits.DEFAULTS);
            for (int i = 0; i < pace.repeats(); i++) {
                stop(lua, object, name);
            }
            long[] nanos = new long[pace.repeats()];
            for (int i = 0; i < nanos.length; i++) {
                nanos[i] = stop(lua, object, name);
            }
            measured.with(name, Arrays.stream(nanos).max().orElseThrow() / 1e6);
        }
        return measured.with(CellFigures.SECONDS, (System.nanoTime() - begun) / 1e9);
    }

    private static long stop(CometLua lua, Instance object, String name) {
        long begun = Stopwatch.cpuNanos();
        Outcome outcome = lua.run(object, CometLua.GET);
        long taken = Stopwatch.cpuNanos() - begun;
        if (!(outcome.result() instanceof Result.Exceeded)) {
            throw new IllegalStateException(name + " did not break a limit: " + outcome.result());
        }
        return taken;
    }
}
