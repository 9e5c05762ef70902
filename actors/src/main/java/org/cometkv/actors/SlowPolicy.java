package org.cometkv.actors;

/** A policy for a subscriber that does not take its messages in time. */
public enum SlowPolicy {
    /** Beyond {@link SubscribeOptions#queue} the oldest message that waits is dropped, and a gap is told. */
    DROP_OLDEST,
    /** Of each conflation key the latest message is kept, and nothing is a gap that a later one of its key replaced. */
    CONFLATE,
    /** Beyond {@link SubscribeOptions#queue} the subscription ends. */
    DISCONNECT
}
