package org.cometkv.actors.objects;

import org.apache.pekko.actor.typed.ActorRef;
import org.cometkv.actors.dispatch.RatedRequest;
import org.cometkv.actors.requests.ReplyTo;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Refusal;
import org.cometkv.routing.Key;

/**
 * A request on its way to what this node holds under a key.
 *
 * @param home where it goes back to when the object's actor ends before it looks at it
 * @param arrivedNanos when this node took it, by its clock
 */
public record ReplicaRequest(
        Key key, Wire.Request body, ReplyTo replyTo, ActorRef<SupervisorMessage> home, long arrivedNanos)
        implements RatedRequest, SupervisorMessage {

    @Override
    public boolean isUrgent() {
        return body.isUrgent();
    }

    @Override
    public void slowed() {
        replyTo.waits(arrivedNanos);
    }

    @Override
    public void refuse(Refusal refusal) {
        replyTo.reply(new ReplicaReply.Refused(refusal));
    }

    @Override
    public void abandoned() {
        home.tell(this);
        replyTo.unserved();
    }
}
