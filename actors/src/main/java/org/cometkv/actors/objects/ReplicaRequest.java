package org.cometkv.actors.objects;

import org.apache.pekko.actor.typed.ActorRef;
import org.cometkv.actors.dispatch.RatedRequest;
import org.cometkv.actors.requests.ReplyTo;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Refusal;
import org.cometkv.routing.Key;

/**
 * A request to the replica that this node holds under a key.
 *
 * @param supervisor to which it goes back if the object's actor ends before it sees the request
 * @param cameNanos when it came to this node, by the node's clock
 * @param arrivedNanos when it came to its object, which is later where the key was settled first
 */
public record ReplicaRequest(
        Key key,
        Wire.Request body,
        ReplyTo replyTo,
        ActorRef<SupervisorMessage> supervisor,
        long cameNanos,
        long arrivedNanos)
        implements RatedRequest, SupervisorMessage {

    /** A request that goes to its object at once. */
    public ReplicaRequest(
            Key key, Wire.Request body, ReplyTo replyTo, ActorRef<SupervisorMessage> supervisor, long cameNanos) {
        this(key, body, replyTo, supervisor, cameNanos, cameNanos);
    }

    /**
     * The same request, which waited before it came to its object: by the instant at which it came to the node it would
     * be over the object's rate, of which later ones have taken.
     */
    public ReplicaRequest arrived(long nowNanos) {
        return new ReplicaRequest(key, body, replyTo, supervisor, cameNanos, nowNanos);
    }

    @Override
    public boolean isUrgent() {
        return body.isUrgent();
    }

    @Override
    public boolean isChange() {
        return body instanceof Wire.Change;
    }

    @Override
    public void refuse(Refusal refusal) {
        replyTo.reply(new ReplicaReply.Refused(refusal));
    }

    @Override
    public void abandoned() {
        supervisor.tell(this);
        replyTo.actorEnded();
    }
}
