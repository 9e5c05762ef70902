package org.cometkv.aso.lua;

import org.cometkv.aso.Host;

/**
 * Scratch memory in which events run: frames, journal, meter.
 *
 * <p>Holds nothing of an object between events; an event that yields or waits takes its part with it. Not thread-safe:
 * one for each thread, or one that is passed on.
 */
public final class Scratch {

    private final long hashSeed;
    private EventRun run;

    Scratch(long hashSeed) {
        this.hashSeed = hashSeed;
    }

    /** Begins an event, in a new run while the last one is with an event that has yielded or waits. */
    EventRun begin(Instance instance, Host host) {
        EventRun taken = run != null ? run : new EventRun(hashSeed);
        run = null;
        taken.begin(instance, host, instance.limits());
        return taken;
    }

    void give(EventRun ended) {
        run = ended.end() ? ended : null;
    }
}
