package org.cometkv.actors.context;

import java.time.Duration;
import java.util.function.LongConsumer;
import org.cometkv.actors.seam.Clock;
import org.cometkv.aso.Version;
import org.cometkv.routing.NodeId;

/**
 * The source of versions: a hybrid logical clock (Kulkarni et al., 2014), so that a version is always newer than every
 * version the node has seen, whatever the wall clock does. Of a jump ahead of that a bounded part is followed at once.
 *
 * <p>Thread-safe, because applications put from many threads.
 */
public final class HybridClock {

    /**
     * The span for which versions are reserved ahead. A node that starts anew after a crash is ahead of the others'
     * clocks by as much: well within what they take.
     */
    private static final long RESERVED_MILLIS = 10_000;

    private final NodeId node;
    private final Clock clock;
    private final WallFence fence;
    private long last;
    /** Null while nothing stores the clock. */
    private LongConsumer reservation;
    /** The version after which more are reserved. */
    private long reserveAfter = Long.MAX_VALUE;

    /** @param jumpMax how much of a jump ahead of the wall clock is followed at once */
    HybridClock(NodeId node, Clock clock, Duration jumpMax) {
        this.node = node;
        this.clock = clock;
        this.fence = new WallFence(jumpMax.toMillis(), clock.wallMillis(), clock.millis());
    }

    /** A version newer than all given or observed before. */
    public synchronized Version next(long wallMillis) {
        last = Math.max(last + 1, fence.follow(wallMillis, clock.millis()) << Version.COUNTER_BITS);
        if (last > reserveAfter) {
            reserve();
        }
        return new Version(last, node);
    }

    /**
     * No version up to this one is given again. The reservation is told a mark up to which versions may be given, long
     * before one is given that is above the mark before it.
     */
    public synchronized void goOn(long after, LongConsumer itsReservation) {
        last = Math.max(last, after);
        reservation = itsReservation;
        reserve();
    }

    private void reserve() {
        // From the newest version, not from the wall clock: both may be ahead of the other.
        long now = Math.max(last, clock.wallMillis() << Version.COUNTER_BITS);
        reserveAfter = now + (RESERVED_MILLIS / 2 << Version.COUNTER_BITS);
        reservation.accept(now + (RESERVED_MILLIS << Version.COUNTER_BITS));
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
    synchronized boolean observe(long other, long wallMillis, long aheadMillisMax) {
        long ours = fence.follow(wallMillis, clock.millis());
        if ((other >>> Version.COUNTER_BITS) - ours > aheadMillisMax) {
            return false;
        }
        last = Math.max(last, other);
        return true;
    }
}
