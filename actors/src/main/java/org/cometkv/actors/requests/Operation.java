package org.cometkv.actors.requests;

import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Refusal;
import org.cometkv.routing.Contact;

/**
 * A request of a user or an object to the nodes of a key, as a state machine: it names the nodes to ask, takes their
 * replies, and ends with a reply of its own.
 *
 * <p>Not thread-safe; owned by the Gateway that runs it.
 */
public interface Operation<R> {

    /** The message that asks one node, under this number. */
    Wire.Request request(long id);

    /** The nodes to ask first. */
    NextStep<R> begin();

    /** A node that was asked has answered. Never told of {@link ReplicaReply.Working}. */
    NextStep<R> onReply(Contact replica, ReplicaReply reply);

    /** A node that was asked has not answered within its time. It may still do so. */
    NextStep<R> onSilent(Contact replica);

    /** Whether it wants to hear every node, so that one that is only slow is waited for. */
    default boolean isPatient() {
        return false;
    }

    /** The reply of an operation that is refused before it began. */
    R refused(Refusal refusal, Contact self);

    /** The time for the whole operation is over: always {@link NextStep.Done} or {@link NextStep.Broken}. */
    NextStep<R> onTimeout();
}
