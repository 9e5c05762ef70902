package org.cometkv.actors.requests;

import java.util.function.Consumer;
import org.cometkv.actors.wire.ReplicaReply;

/** The destination of a replica's reply to one request. Thread-safe; told once. */
public interface ReplyTo {

    void reply(ReplicaReply reply);

    /** The actor ended before it saw the request. A caller without a deadline of its own must act now. */
    default void actorEnded() {}

    /** The same destination, with a step that sees each reply before it is told. */
    default ReplyTo after(Consumer<ReplicaReply> step) {
        ReplyTo last = this;
        return new ReplyTo() {
            @Override
            public void reply(ReplicaReply reply) {
                step.accept(reply);
                last.reply(reply);
            }

            @Override
            public void actorEnded() {
                last.actorEnded();
            }
        };
    }
}
