package org.cometkv.aso.lua;

import java.util.List;
import org.cometkv.aso.Limit;

/**
 * What an event may still spend.
 *
 * <p>{@link #fuel} is the rest of the current slice, {@link #reserve} what the event has beyond it. Library functions
 * only subtract: fuel may go below zero between a charge and the loop's next look, so that a slice never ends inside a
 * function half done. A charge that the whole event cannot pay ends it at once.
 *
 * <p>Not thread-safe; owned by the {@link Scratch} in which the event runs.
 */
class Meter {

    int fuel;
    int reserve;
    int allocation;

    /** Scatters the keys of larger tables; nothing that a script can see depends on it. */
    long hashSeed;

    /** What undoes the event's changes of the lasting state. */
    Journal journal;

    /** The tables made so far, in order, while the chunk runs; else null. */
    List<Table> chunkTables;

    /** A meter of the host's own work, which no script pays. */
    static Meter unbounded() {
        Meter meter = new Meter();
        meter.fuel = meter.allocation = Integer.MAX_VALUE;
        return meter;
    }

    /** Keeps the object's globals as they are, before a change that is to be put back. */
    void keepGlobals() {}

    /** Spends units of work; charged before the work is done. */
    void charge(long units) {
        long left = fuel - units;
        if (left < -(long) reserve) {
            throw outOfFuel();
        }
        fuel = (int) left;
    }

    /** Spends bytes of allocation; charged before the bytes are allocated. */
    void allocate(long bytes) {
        long left = allocation - bytes;
        if (left < 0) {
            throw new LimitExceeded(Limit.ALLOCATION, "the event allocated too much memory");
        }
        allocation = (int) left;
    }

    /** The same for a number of bytes that is surely small: the form for the paths that every event takes. */
    void allocateSmall(int bytes) {
        int left = allocation - bytes;
        if (left < 0) {
            allocate(bytes);
        }
        allocation = left;
    }

    static LimitExceeded outOfFuel() {
        return new LimitExceeded(Limit.FUEL, "the event ran out of fuel");
    }
}
