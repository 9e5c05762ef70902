package org.cometkv.actors.dispatch;

import java.util.concurrent.atomic.AtomicLong;
import org.cometkv.timers.TokenBucket;

/** The token bucket of an object that only changes take from, and only where the bucket of all requests is empty. */
final class ChangeShare {

    private final long intervalNanos;
    private final long toleranceNanos;
    private final AtomicLong arrival = new AtomicLong(RateMailbox.RequestQueue.UNTOUCHED);

    ChangeShare(long intervalNanos, long toleranceNanos) {
        this.intervalNanos = intervalNanos;
        this.toleranceNanos = toleranceNanos;
    }

    /** Takes one change: 0, or the nanoseconds after which there is one again. */
    long take(long now) {
        while (true) {
            long held = arrival.get();
            long from = held == RateMailbox.RequestQueue.UNTOUCHED ? now : held;
            long waitNanos = TokenBucket.waitNanos(from, now, intervalNanos, toleranceNanos);
            if (waitNanos > 0) {
                return waitNanos;
            }
            long next = TokenBucket.admit(from, now, intervalNanos, toleranceNanos);
            if (arrival.compareAndSet(held, next)) {
                return 0;
            }
        }
    }
}
