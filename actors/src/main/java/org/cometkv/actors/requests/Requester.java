package org.cometkv.actors.requests;

import org.apache.pekko.actor.typed.ActorRef;
import org.cometkv.actors.wire.GatewayMessage;

/** An access to the Gateway for those that only begin operations. Thread-safe. */
public record Requester(ActorRef<GatewayMessage> gateway) {

    /** Runs an operation; its promise is told of the end. */
    public record Begin<R>(Operation<R> operation, ReplyListener<R> promise) implements GatewayMessage {}

    /** Begins an operation. */
    public <R> void begin(Operation<R> operation, ReplyListener<R> promise) {
        gateway.tell(new Begin<>(operation, promise));
    }
}
