package org.cometkv.actors.requests;

import org.cometkv.actors.wire.ReplicaReply;

/** The destination of a replica's reply to one request. Thread-safe; told once. */
public interface ReplyTo {

    void reply(ReplicaReply reply);

    /**
     * The reply may take long, because the event waits for other nodes or the object is slowed: whoever has no deadline
     * sets one now.
     *
     * @param arrivedNanos when the request came to this node
     */
    default void waits(long arrivedNanos) {}

    /** The request may have met nobody, because its actor ended: whoever has no deadline sees to that now. */
    default void unserved() {}
}
