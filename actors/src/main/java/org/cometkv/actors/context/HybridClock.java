package org.cometkv.actors.context;

import org.cometkv.aso.Version;
import org.cometkv.routing.NodeId;

/**
 * The source of versions: a hybrid logical clock (Kulkarni et al., 2014), so that a version is always newer than every
 * version the node has seen, whatever the wall clock does.
 *
 * <p>Thread-safe, because applications put from many threads.
 */
public final class HybridClock {

    private final NodeId node;
    private long last;

    HybridClock(NodeId node) {
        this.node = node;
    }

    /** A version newer than all given or observed before. */
    public synchronized Version next(long wallMillis) {
        last = Math.max(last + 1, wallMillis << Version.COUNTER_BITS);
        return new Version(last, node);
    }

    /** The clock as of the newest version given or observed. */
    public synchronized long last() {
        return last;
    }

    /**
     * Takes notice of a clock from elsewhere, unless it is further ahead of the wall clock than it may be.
     *
     * @return whether it was within its bound
     */
    synchronized boolean observe(long clock, long wallMillis, long aheadMillisMax) {
        if ((clock >>> Version.COUNTER_BITS) - wallMillis > aheadMillisMax) {
            return false;
        }
        last = Math.max(last, clock);
        return true;
    }
}
