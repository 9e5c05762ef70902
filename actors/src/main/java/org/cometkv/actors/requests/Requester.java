package org.cometkv.actors.requests;

import org.apache.pekko.actor.typed.ActorRef;
import org.cometkv.actors.wire.GatewayMessage;

/** An access to the Gateway for those that only begin operations. Thread-safe. */
public record Requester(ActorRef<GatewayMessage> gateway) {

    /** Begins an operation; the listener is told of its end. */
    public record Begin<R>(Operation<R> operation, ReplyListener<R> promise) implements GatewayMessage {}

    /** Begins an operation. */
    public <R> void begin(Operation<R> operation, ReplyListener<R> promise) {
        gateway.tell(new Begin<>(operation, promise));
    }
}
