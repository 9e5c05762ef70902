package org.cometkv.aso.lua;

/**
 * Scratch memory in which events run: frames, journal, meter.
 *
 * <p>Holds nothing of an object between events; an event that yields or waits takes its part with it. Not thread-safe:
 * one for each thread, or one that is passed on.
 */
public final class Worker {

    private final long hashSeed;
    private Run spare;

    Worker(long hashSeed) {
        this.hashSeed = hashSeed;
    }

    Run take() {
        Run run = spare;
        if (run == null) {
            return new Run(hashSeed);
        }
        spare = null;
        return run;
    }

    void give(Run run) {
        run.end();
        spare = run;
    }
}
