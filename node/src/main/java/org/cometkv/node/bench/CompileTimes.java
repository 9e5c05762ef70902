package org.cometkv.node.bench;

import org.cometkv.aso.Script;
import org.cometkv.aso.lua.Sandbox;

/** CPU time to compile each of the awkward scripts, warm. */
final class CompileTimes {

    static final String SLOWEST = "slowest";

    private CompileTimes() {}

    /** Milliseconds of each script by name, and of the slowest. */
    static CellFigures measure(Pace pace) {
        CellFigures measured = new CellFigures();
        double slowest = 0;
        for (String name : AwkwardScripts.names()) {
            Script script = Script.of(AwkwardScripts.text(name));
            repeat(script, pace.warmUpNanos() / 6);
            double millis = repeat(script, pace.sampleNanos() / 2) / 1e6;
            measured.with(name, millis);
            slowest = Math.max(slowest, millis);
        }
        return measured.with(SLOWEST, slowest);
    }

    private static long repeat(Script script, long budgetNanos) {
        long least = Long.MAX_VALUE;
        long begun = Stopwatch.cpuNanos();
        long now = begun;
        do {
            long before = now;
            new Sandbox(1, 0).compile(script);
            now = Stopwatch.cpuNanos();
            least = Math.min(least, now - before);
        } while (now - begun < budgetNanos);
        return least;
    }
}
