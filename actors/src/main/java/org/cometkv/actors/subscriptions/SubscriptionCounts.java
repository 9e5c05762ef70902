package org.cometkv.actors.subscriptions;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.cometkv.actors.wire.StreamCause;

/** Counts of the messages of a node's streams and subscribers. Thread-safe. */
public final class SubscriptionCounts {

    /** Messages that objects here published. */
    public final LongAdder published = new LongAdder();

    /** Messages that were handed to subscribers here. */
    public final LongAdder delivered = new LongAdder();

    /** Messages that no subscriber's tags wanted, counted for each subscriber. */
    public final LongAdder filtered = new LongAdder();

    /** Messages in whose place a later one of their conflation key came. */
    public final LongAdder conflated = new LongAdder();

    /** Subscribers whose callback threw. */
    public final LongAdder broken = new LongAdder();

    /** Bytes that wait at objects here for credit of nodes. */
    final AtomicLong queuedBytes = new AtomicLong();

    /** Subscribers of this node. */
    final AtomicLong subscribers = new AtomicLong();

    private final LongAdder[] gaps = new LongAdder[StreamCause.values().length];

    SubscriptionCounts() {
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = new LongAdder();
        }
    }

    /** A subscriber here was told of a gap. */
    void gap(StreamCause cause) {
        gaps[cause.ordinal()].increment();
    }

    /** How many gaps subscribers here were told of, by this cause. */
    public long gaps(StreamCause cause) {
        return gaps[cause.ordinal()].sum();
    }

    /** Bytes that wait at objects here. */
    public long queuedBytes() {
        return queuedBytes.get();
    }

    /** Subscribers of this node. */
    public long subscribers() {
        return subscribers.get();
    }
}
