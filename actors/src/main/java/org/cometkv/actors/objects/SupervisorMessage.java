package org.cometkv.actors.objects;

import java.util.Optional;
import java.util.function.Consumer;
import org.apache.pekko.actor.ActorRef;
import org.cometkv.actors.conduct.Charge;
import org.cometkv.routing.Key;

/** A message to the supervisor of hosted objects, declared where it is sent; a {@link ReplicaRequest} is one. */
public interface SupervisorMessage {

    /** The object's next deadline, in monotonic milliseconds. */
    record Arm(ActorRef actor, int timer, long deadlineMillis) implements SupervisorMessage {}

    /** The object was replaced where it is by one that is charged for so, or grew to it. */
    record Resized(ActorRef actor, int timer, Charge charge) implements SupervisorMessage {}

    /** The object was set aside, because of bugs of this program or of limits that it broke. */
    record SetAside(Key key, boolean isBug) implements SupervisorMessage {}

    /**
     * The node leaves: what it holds is handed over to those that own it then.
     *
     * @param progress told again and again, and a last time once the handover is over; on any thread
     */
    record HandOver(Consumer<HandOverProgress> progress) implements SupervisorMessage {}

    /**
     * The progress of the handover of a node that leaves.
     *
     * @param keys that it held when the handover began
     * @param left those of them that not all owners confirmed yet
     * @param isOver whether no more will be handed over: nothing is left, or there is nobody to take it
     */
    record HandOverProgress(int keys, int left, boolean isOver) {}

    /** The object comes to rest: what is left of it takes its place until a request or this deadline. */
    record Rested(ActorRef actor, int timer, Slot.Resting resting, long deadlineMillis) implements SupervisorMessage {}

    /** The object ends; the slot that it leaves, if any, takes its place. */
    record Ended(ActorRef actor, int timer, Optional<Slot> left) implements SupervisorMessage {}
}
