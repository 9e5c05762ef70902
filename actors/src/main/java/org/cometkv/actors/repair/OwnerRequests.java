package org.cometkv.actors.repair;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.cometkv.actors.requests.AskOneOperation;
import org.cometkv.actors.requests.NoReply;
import org.cometkv.actors.requests.Operation;
import org.cometkv.actors.requests.ReplyListener;
import org.cometkv.actors.requests.Requester;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.routing.Contact;

/**
 * The requests of a node's upkeep to other owners, whose replies come back on the thread of the upkeep's owner.
 *
 * @param later runs a step on that thread
 */
record OwnerRequests(Requester requester, Consumer<Runnable> later) {

    /** Asks one owner; the reply is empty if none came in time. */
    void ask(Contact owner, LongFunction<Wire.Request> requests, Duration time, Consumer<Optional<ReplicaReply>> then) {
        begin(new AskOneOperation(owner, requests), time, then);
    }

    /** Begins an operation that always ends with a reply. */
    <R> void begin(Operation<R> operation, Duration time, Consumer<R> then) {
        requester.begin(
                operation,
                new ReplyListener<>() {
                    @Override
                    public void done(R reply) {
                        later.accept(() -> then.accept(reply));
                    }

                    @Override
                    public void broken(NoReply reason, String message) {
                        // The node closes: its upkeep ends with it.
                    }
                },
                Optional.of(time));
    }
}
