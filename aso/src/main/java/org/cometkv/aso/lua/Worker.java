package org.cometkv.aso.lua;

/**
 * Scratch memory in which events run: frames, journal, meter.
 *
 * <p>Holds nothing of an object between events; an event that yields or waits takes its part with it. Not thread-safe:
 * one for each thread, or one that is passed on.
 */
public final class Worker {

    private final long hashSeed;
    private Run run;
    private boolean busy;

    Worker(long hashSeed) {
        this.hashSeed = hashSeed;
    }

    Run take() {
        if (run == null || busy) {
            // The other one stays with an event that has yielded or waits.
            run = new Run(hashSeed);
        }
        busy = true;
        return run;
    }

    void give(Run ended) {
        ended.end();
        if (run != ended) {
            run = ended;
        }
        busy = false;
    }
}
