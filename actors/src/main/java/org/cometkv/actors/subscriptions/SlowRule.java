package org.cometkv.actors.subscriptions;

/** A rule of what becomes of the messages of a subscriber that does not take them in time. */
public enum SlowRule {
    /** The oldest ones that wait are dropped. */
    DROP_OLDEST,
    /** Of each conflation key the latest is kept. */
    CONFLATE,
    /** The subscription ends. */
    DISCONNECT
}
