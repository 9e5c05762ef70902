package org.cometkv.actors.requests;

import org.cometkv.actors.wire.ReplicaReply;

/** The destination of a replica's reply to one request. Thread-safe; told once. */
public interface ReplyTo {

    void reply(ReplicaReply reply);

    /** The actor ended before it saw the request. A caller without a deadline of its own must act now. */
    default void actorEnded() {}
}
