package org.cometkv.actors.requests;

import java.util.function.ToLongFunction;
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

    /**
     * As {@link #request(long)}, for an operation that asks its nodes differently.
     *
     * @param leftMillis until the deadline of the operation
     */
    default Wire.Request request(long id, Contact replica, long leftMillis) {
        return request(id);
    }

    /**
     * Told before it begins, for an operation that chooses by the way to the nodes.
     *
     * @param roundTripMillis how long a node takes to answer; negative if that is not known
     */
    default void measure(ToLongFunction<Contact> roundTripMillis) {}

    /** The nodes to ask first. */
    NextStep<R> begin();

    /** A node that was asked has answered. Never told of {@link ReplicaReply.Working}. */
    NextStep<R> onReply(Contact replica, ReplicaReply reply);

    /** A node that was asked has not answered within its time. It may still do so. */
    NextStep<R> onSilent(Contact replica);

    /** A node that was asked is gone: it will not answer. It was told to be silent before. */
    default NextStep<R> onGone(Contact replica) {
        return new NextStep.Wait<>();
    }

    /** The time of its last {@link NextStep.Alarm} has come. */
    default NextStep<R> onAlarm() {
        return new NextStep.Wait<>();
    }

    /** Whether it wants to hear every node, so that one that is only slow is waited for. */
    default boolean isPatient() {
        return false;
    }

    /** The reply of an operation that is refused before it began. */
    R refused(Refusal refusal, Contact self);

    /**
     * The time for the whole operation is over: {@link NextStep.Done} or {@link NextStep.Broken}, or {@link
     * NextStep.End} if it has answered, with others to begin if need be.
     */
    NextStep<R> onTimeout();
}
