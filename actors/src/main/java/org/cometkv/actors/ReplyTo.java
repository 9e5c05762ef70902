package org.cometkv.actors;

import org.cometkv.actors.seam.ReplicaReply;

/** Where a replica's reply to one request goes. Thread-safe; told once. */
interface ReplyTo {

    void reply(ReplicaReply reply);

    /** The request may have met nobody, because its actor ended: whoever has no deadline sees to that now. */
    default void unserved() {}
}
