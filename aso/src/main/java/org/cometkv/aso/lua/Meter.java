package org.cometkv.aso.lua;

import java.util.List;
import org.cometkv.aso.lua.metering.Budget;

/**
 * The budget of an event, with what its work on tables needs beside it: hash seed, journal, tables of the chunk.
 *
 * <p>Not thread-safe; owned by the {@link Scratch} in which the event runs.
 */
class Meter extends Budget {

    /** Scatters the keys of larger tables; nothing that a script can see depends on it. */
    long hashSeed;

    /** What undoes the event's changes of the lasting state. */
    Journal journal;

    /** The tables made so far, in order, while the chunk runs; else null. */
    List<Table> chunkTables;

    /** A meter of the host's own work, which no script pays. */
    public static Meter unbounded() {
        Meter meter = new Meter();
        meter.fuel = meter.allocation = Integer.MAX_VALUE;
        return meter;
    }

    /** Keeps the object's globals as they are, before a change that is to be put back. */
    void keepGlobals() {}
}
