package org.cometkv.actors.requests;

import java.time.Duration;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;
import org.cometkv.actors.wire.GatewayMessage;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Refusal;
import org.cometkv.routing.Contact;

/** An access to the Gateway for those that only begin operations. Thread-safe. */
public record Requester(ActorRef<GatewayMessage> gateway) {

    private static final long BUSY_RETRY_MILLIS = 10;

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

    /** Sends an item that nobody replies to. */
    public record Send(Contact peer, Wire.Item item) implements GatewayMessage {}

    /** The refusal of a request where {@code comet.requests.operations-max} are under way; most of them take less. */
    public static Refusal busy(int operationsMax) {
        return Refusal.retry(
                Refusal.Reason.BUSY,
                "this node has " + operationsMax + " requests under way; the limit is comet.requests.operations-max",
                BUSY_RETRY_MILLIS);
    }

    /** Sends an item that nobody replies to; in order with the replies that the Gateway is given. */
    public void send(Contact peer, Wire.Item item) {
        gateway.tell(new Send(peer, item));
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
