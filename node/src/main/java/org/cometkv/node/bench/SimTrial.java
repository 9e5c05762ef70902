package org.cometkv.node.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.cometkv.actors.Aso;
import org.cometkv.testkit.CometTestKit;

/**
 * A trial of a simulated cluster: so many nodes, objects that fire at a period, and virtual time.
 *
 * @param nodes formed into one cluster
 * @param objects with three replicas each
 * @param periodSeconds of their timers
 * @param hours of virtual time that pass
 */
record SimTrial(int nodes, int objects, int periodSeconds, int hours) {

    /** Nanoseconds that forming the cluster took. */
    static final String FORMING = "forming";

    /** Nanoseconds that the virtual time took. */
    static final String PASSING = "passing";

    static final String STEPS = "steps";

    /** The two halves of the hash of the trace. */
    static final String TRACE_HIGH = "trace-high";

    static final String TRACE_LOW = "trace-low";

    /** Steps at one instant: a large cluster greets itself at one. */
    private static final long STEPS_MAX = 100_000_000;

    /** Puts that are under way at a time. */
    private static final int BATCH = 200;

    CellFigures measure(long seed) {
        long began = System.nanoTime();
        CometTestKit kit = CometTestKit.builder()
                .seed(seed)
                .nodes(nodes)
                .stepsMax(STEPS_MAX)
                .build();
        long formed = System.nanoTime();
        put(kit);
        long before = kit.world().steps();
        long put = System.nanoTime();
        kit.advance(Duration.ofHours(hours));
        long passed = System.nanoTime();
        long steps = kit.world().steps() - before;
        long hash = kit.trace().hash();
        kit.close();
        return new CellFigures()
                .with(FORMING, formed - began)
                .with(PASSING, passed - put)
                .with(STEPS, steps)
                .with(TRACE_HIGH, hash >>> 32)
                .with(TRACE_LOW, hash & 0xffffffffL)
                .with(CellFigures.SECONDS, (System.nanoTime() - began) / 1e9);
    }

    private void put(CometTestKit kit) {
        List<CompletionStage<?>> puts = new ArrayList<>();
        for (int i = 0; i < objects; i++) {
            Aso object =
                    Aso.script("aso.n = 0 aso.timer = " + periodSeconds + " function onTimer() aso.n = aso.n + 1 end");
            puts.add(kit.node(i % nodes).comet().put("object-" + i, object));
            if (puts.size() == BATCH) {
                kit.await(puts.toArray(CompletionStage<?>[]::new));
                puts.clear();
            }
        }
        kit.await(puts.toArray(CompletionStage<?>[]::new));
    }
}
