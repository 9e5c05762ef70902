package org.cometkv.actors.objects;

import java.util.Optional;
import org.apache.pekko.actor.ActorRef;
import org.cometkv.actors.seam.Clock;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.aso.Refusal;

/**
 * The object's link to its supervisor: reports the next deadline, a changed size, and the end.
 *
 * <p>Not thread-safe; owned by an AsoActor.
 */
final class SupervisorLink {

    private final org.apache.pekko.actor.typed.ActorRef<SupervisorMessage> home;
    private final ActorRef self;
    private final int timer;
    private final ReplicaState seat;
    private final ByteQuota room;
    private final Clock clock;
    private long armed = Long.MAX_VALUE;

    /** @param timer the object's place in the node's wheel */
    SupervisorLink(
            org.apache.pekko.actor.typed.ActorRef<SupervisorMessage> home,
            ActorRef self,
            int timer,
            ReplicaState seat,
            ByteQuota room,
            Clock clock) {
        this.home = home;
        this.self = self;
        this.timer = timer;
        this.seat = seat;
        this.room = room;
        this.clock = clock;
    }

    /** The deadline that was told last has come. */
    void due() {
        armed = Long.MAX_VALUE;
    }

    /** Tells the object's next deadline, if it is another one than was told before. */
    void arm() {
        if (seat.isOver) {
            return;
        }
        long deadline = seat.nextDeadline(clock.millis(), clock.wallMillis());
        if (deadline != armed) {
            armed = deadline;
            home.tell(new SupervisorMessage.Arm(self, timer, deadline));
        }
    }

    /** Takes room for what is about to replace the object; refuses it if there is none, and says whether it did. */
    boolean refuseOverQuota(int bytes) {
        Optional<String> full = room.exchange(seat.bytes(), bytes);
        if (full.isPresent()) {
            seat.answer(new ReplicaReply.Refused(Refusal.of(Refusal.Reason.QUOTA, full.get())));
        } else {
            home.tell(new SupervisorMessage.Resized(self, timer, bytes));
        }
        return full.isPresent();
    }

    /** This object makes room: for nothing, or for what is left of it. */
    void end(Optional<Slot> left) {
        if (!seat.isOver) {
            seat.isOver = true;
            home.tell(new SupervisorMessage.Ended(self, timer, left));
        }
    }
}
