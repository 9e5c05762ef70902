package org.cometkv.actors.objects;

import java.util.Optional;
import org.apache.pekko.actor.ActorRef;
import org.cometkv.routing.Key;

/** A message to the supervisor of hosted objects, declared where it is sent; a {@link ReplicaRequest} is one. */
public interface SupervisorMessage {

    /** The object's next deadline, in monotonic milliseconds. */
    record Arm(ActorRef actor, int timer, long deadlineMillis) implements SupervisorMessage {}

    /** The object was replaced where it is, by one of so many bytes. */
    record Resized(ActorRef actor, int timer, int bytes) implements SupervisorMessage {}

    /** The object was set aside, because of bugs of this program or of limits that it broke. */
    record SetAside(Key key, boolean isBug) implements SupervisorMessage {}

    /** The object ends; the slot that it leaves, if any, takes its place. */
    record Ended(ActorRef actor, int timer, Optional<Slot> left) implements SupervisorMessage {}
}
