package org.cometkv.actors;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.cometkv.actors.requests.NoReply;
import org.cometkv.actors.seam.Clock;

/**
 * A table of the requests of one node's applications that are under way: it bounds their number as they are called,
 * before anything is in an actor's mailbox, and ends each by its deadline whatever became of it. Thread-safe.
 */
final class PendingReplies {

    /** How long after its own deadline a request that the Gateway keeps is ended here: by then a bug lost it. */
    static final Duration GRACE = Duration.ofSeconds(1);

    /*
     * Sharded by time: a request looks for a free place from one that follows from the instant of its call, so that
     * threads rarely meet and nothing is counted. The table is looked through when the oldest deadline comes, which in
     * the usual course is once in a timeout, and not at all while nothing is under way.
     */
    private static final int NANOS_PER_PLACE_BITS = 6;

    private final Clock clock;
    private final long timeoutNanos;
    private final AtomicReferenceArray<PendingReply<?>> places;
    private final AtomicBoolean isWatched = new AtomicBoolean();
    private volatile Clock.ScheduledTask watch = () -> {};

    /** @param max places */
    PendingReplies(Clock clock, Duration timeout, int max) {
        this.clock = clock;
        this.timeoutNanos = timeout.toNanos();
        this.places = new AtomicReferenceArray<>(max);
    }

    int max() {
        return places.length();
    }

    /** Gives the reply a place until it ends; false if none is free. */
    boolean enter(PendingReply<?> reply, long nowNanos) {
        int max = places.length();
        int first = (int) ((nowNanos >>> NANOS_PER_PLACE_BITS) % max);
        for (int i = 0; i < max; i++) {
            int place = first + i < max ? first + i : first + i - max;
            if (places.get(place) == null) {
                reply.entering(this, place, nowNanos);
                if (places.compareAndSet(place, null, reply)) {
                    watch(timeoutNanos);
                    return true;
                }
            }
        }
        reply.entering(null, 0, nowNanos);
        return false;
    }

    /** How many have a place; looks through all places. */
    int count() {
        int count = 0;
        for (int place = 0; place < places.length(); place++) {
            count += places.get(place) == null ? 0 : 1;
        }
        return count;
    }

    /** The place is free for another one. */
    void leave(int place) {
        places.setRelease(place, null);
    }

    /** Ends all that is left when the node has stopped. */
    void close() {
        watch.cancel();
        for (int place = 0; place < places.length(); place++) {
            PendingReply<?> reply = places.get(place);
            if (reply != null) {
                reply.broken(NoReply.CLOSED, "the node is closed");
            }
        }
    }

    private void watch(long afterNanos) {
        if (!isWatched.get() && isWatched.compareAndSet(false, true)) {
            watch = clock.after(Duration.ofNanos(afterNanos), this::expire);
        }
    }

    private void expire() {
        long leftNanos = nextNanos(clock.nanos());
        isWatched.set(false);
        if (leftNanos == Long.MAX_VALUE) {
            // Whoever came after the look through and before it was unwatched.
            leftNanos = nextNanos(clock.nanos());
        }
        if (leftNanos != Long.MAX_VALUE) {
            watch(leftNanos);
        }
    }

    /** Ends what is late; returns how long until the next one will be, or {@code Long.MAX_VALUE} if there is none. */
    private long nextNanos(long nowNanos) {
        long next = Long.MAX_VALUE;
        for (int place = 0; place < places.length(); place++) {
            PendingReply<?> reply = places.get(place);
            if (reply != null) {
                long left = reply.enteredNanos() + timeoutNanos + reply.grace().toNanos() - nowNanos;
                if (left > 0) {
                    next = Math.min(next, left);
                } else {
                    reply.late();
                }
            }
        }
        return next;
    }
}
