package org.cometkv.node.bench;

import java.util.List;
import org.cometkv.aso.Result;

/** The figures of one case: of each slice and event the best of many runs, all of which do the same. */
final class PriceFigures {

    static final String NANOS = "ns";
    static final String FUEL = "fuel";
    static final String ALLOCATED = "allocated";
    static final String GARBAGE = "garbage";
    static final String SLICE = "slice";
    static final String EVENT = "event";
    static final String OUTCOME = "outcome";
    static final String HELD = "held";
    static final String CHARGED = "charged";

    /** The ends of an event, in the order of their numbers. */
    static final List<String> OUTCOMES = List.of("completed", "refused", "error", "limit");

    /** So many runs count at least, unless they take more than so many times what they should. */
    private static final int MANY = 3;

    private static final int SLOW = 10;

    private long[] slices;
    private long[] events;
    private long nanos = Long.MAX_VALUE;
    private Spent last;

    private PriceFigures() {}

    /**
     * Repeats a trial until it is warm and measures it; what is slow is repeated less.
     *
     * @param warmUpNanos CPU time before the first run that counts
     * @param sampleNanos CPU time of those that count
     */
    static CellFigures measure(PriceCase of, long warmUpNanos, long sampleNanos, int objects) {
        PriceTrial trial = new PriceTrial(of);
        if (warmUpNanos > 0) {
            repeat(trial, warmUpNanos, 1);
        }
        PriceFigures figures = repeat(trial, sampleNanos, warmUpNanos > 0 ? MANY : 1);
        CellFigures measured = figures.measured();
        if (of.holding() != PriceCase.Holding.NONE) {
            PriceHeap.measure(of, figures.last, objects, measured);
        }
        return measured;
    }

    private static PriceFigures repeat(PriceTrial trial, long budgetNanos, int least) {
        PriceFigures figures = new PriceFigures();
        long begun = Stopwatch.cpuNanos();
        long spent = 0;
        for (int i = 0; i == 0 || spent < (i < least ? SLOW * budgetNanos : budgetNanos); i++) {
            figures.add(trial.run());
            spent = Stopwatch.cpuNanos() - begun;
        }
        return figures;
    }

    private void add(Spent spent) {
        slices = least(slices, spent.slices());
        events = least(events, spent.events());
        nanos = Math.min(nanos, spent.nanos());
        last = spent;
    }

    private static long[] least(long[] before, List<Long> now) {
        long[] least = now.stream().mapToLong(Long::longValue).toArray();
        if (before != null) {
            if (before.length != least.length) {
                throw new IllegalStateException(
                        "a case had " + before.length + " slices and then " + least.length + ": fuel is not exact");
            }
            for (int i = 0; i < least.length; i++) {
                least[i] = Math.min(least[i], before[i]);
            }
        }
        return least;
    }

    private CellFigures measured() {
        return new CellFigures()
                .with(NANOS, nanos)
                .with(FUEL, last.fuel())
                .with(ALLOCATED, last.allocated())
                .with(GARBAGE, last.garbage())
                .with(SLICE, most(slices))
                .with(EVENT, most(events))
                .with(OUTCOME, outcome(last.last().result()));
    }

    private static long most(long[] nanos) {
        long most = 0;
        for (long each : nanos) {
            most = Math.max(most, each);
        }
        return most;
    }

    private static int outcome(Result result) {
        if (result instanceof Result.Completed) {
            return 0;
        }
        return result instanceof Result.Refused ? 1 : result instanceof Result.Faulted ? 2 : 3;
    }
}
