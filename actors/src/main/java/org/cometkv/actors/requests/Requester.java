package org.cometkv.actors.requests;

import java.time.Duration;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;
import org.cometkv.actors.wire.GatewayMessage;

/** An access to the Gateway for those that only begin operations. Thread-safe. */
public record Requester(ActorRef<GatewayMessage> gateway) {

    /**
     * Runs an operation; its promise is told of the end.
     *
     * @param timeout of the whole operation, if it is not {@code comet.requests.timeout}
     */
    public record Begin<R>(Operation<R> operation, ReplyListener<R> promise, Optional<Duration> timeout)
            implements GatewayMessage {

        /** An operation with the time of the node. */
        public Begin(Operation<R> operation, ReplyListener<R> promise) {
            this(operation, promise, Optional.empty());
        }
    }

    /** Begins an operation. */
    public <R> void begin(Operation<R> operation, ReplyListener<R> promise) {
        begin(operation, promise, Optional.empty());
    }

    /** Begins an operation that ends by its own time, if one is given. */
    public <R> void begin(Operation<R> operation, ReplyListener<R> promise, Optional<Duration> timeout) {
        gateway.tell(new Begin<>(operation, promise, timeout));
    }
}
