package org.cometkv.actors;

import org.apache.pekko.actor.typed.ActorRef;
import org.cometkv.actors.seam.GatewayMessage;

/** An access to the Gateway for those that only begin operations. Thread-safe. */
record Requester(ActorRef<GatewayMessage> gateway) {

    /** Runs an operation; its promise is told of the end. */
    record Begin<R>(Operation<R> operation, Promise<R> promise) implements GatewayMessage {}

    /** Begins an operation. */
    <R> void begin(Operation<R> operation, Promise<R> promise) {
        gateway.tell(new Begin<>(operation, promise));
    }
}
