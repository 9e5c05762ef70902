package org.cometkv.actors.requests;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.routing.Contact;

/**
 * The requests of a part of this node to other nodes, whose replies come back on that part's own thread.
 *
 * @param later runs a step on that thread
 */
public record NodeRequests(Requester requester, Consumer<Runnable> later) {

    /** Asks one node; the reply is empty if none came in time. */
    public void ask(
            Contact asked, LongFunction<Wire.Request> requests, Duration time, Consumer<Optional<ReplicaReply>> then) {
        begin(new AskOneOperation(asked, requests, true), time, then);
    }

    /** Asks one node; the reply is empty if none came in time, or the node is silent: another one may do. */
    public void askOnce(
            Contact asked, LongFunction<Wire.Request> requests, Duration time, Consumer<Optional<ReplicaReply>> then) {
        begin(new AskOneOperation(asked, requests, false), time, then);
    }

    /** Begins an operation that always ends with a reply. */
    public <R> void begin(Operation<R> operation, Duration time, Consumer<R> then) {
        requester.begin(
                operation,
                new ReplyListener<>() {
                    @Override
                    public void done(R reply) {
                        later.accept(() -> then.accept(reply));
                    }

                    @Override
                    public void broken(NoReply reason, String message) {
                        // The node closes: the part that asks ends with it.
                    }
                },
                Optional.of(time));
    }
}
