package org.cometkv.actors.seam;

import java.time.Duration;

/** Time as a node knows it, and the scheduler behind it. Thread-safe. */
public interface Clock {

    /** Monotonic nanoseconds from an arbitrary origin; compare by difference. */
    long nanos();

    /** Milliseconds since 1970, for versions, expiry instants and scripts; may jump. */
    long wallMillis();

    /**
     * Runs a task once, after a delay.
     *
     * @param task sends a message and returns; it runs on a thread of the scheduler
     */
    ScheduledTask after(Duration delay, Runnable task);

    /** A task that is to run once. */
    interface ScheduledTask {

        /** Takes the task back; one that runs already goes on, and one that has run is left alone. */
        void cancel();
    }

    /** Monotonic milliseconds of the same origin as {@link #nanos()}. */
    default long millis() {
        return millis(nanos());
    }

    /** The milliseconds of an instant in nanoseconds. */
    static long millis(long nanos) {
        return Math.floorDiv(nanos, 1_000_000L);
    }
}
