package org.cometkv.actors.conduct;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.cometkv.aso.Standing;

/** Counts of this node's objects that are slowed or set aside. Thread-safe. */
public final class PenaltyCounts {

    private final AtomicIntegerArray counts = new AtomicIntegerArray(Standing.values().length);

    /** The standing of an object changed. */
    public void moved(Standing before, Standing after) {
        if (before != after) {
            counts.decrementAndGet(before.ordinal());
            counts.incrementAndGet(after.ordinal());
        }
    }

    public int slowed() {
        return counts.get(Standing.SLOWED.ordinal());
    }

    public int setAside() {
        return counts.get(Standing.SET_ASIDE.ordinal());
    }
}
