package org.cometkv.actors.objects;

import java.util.Optional;
import org.apache.pekko.actor.ActorRef;
import org.cometkv.actors.conduct.Charge;
import org.cometkv.actors.wire.KeyDigest;

/**
 * The supervision of one replica: what its supervisor was told of its room, its deadline and its end.
 *
 * <p>Not thread-safe; owned by one AsoActor after the other.
 */
final class Supervision {

    /** The step in which an object that grows is charged: most events change its size by some bytes only. */
    private static final int STEP_BYTES = 4_096;

    private final ReplicaContext context;
    private final int timer;
    private ActorRef actor;
    private Charge charge;
    /** The heap of the state that was charged when it was stored, and by how much more it is charged. */
    private int storedLive;

    private int grown;
    private long armedMillis = Long.MAX_VALUE;
    /** Whether the deadline that was told last is that of a look at an object that may be idle. */
    private boolean isLook;

    /** The slot that the replica left; null until it has ended. */
    private Optional<Slot> left;

    /** @param timer the number of the replica's timer in the node's wheel */
    Supervision(ReplicaContext context, int timer) {
        this.context = context;
        this.timer = timer;
    }

    /** The replica's actor starts, or starts again. */
    void attach(ActorRef itsActor) {
        actor = itsActor;
    }

    /** The bytes that the replica takes in the node's quota. */
    int bytes() {
        return charge.bytes();
    }

    /** The first object that arrives is charged for so; the supervisor has made room for it. */
    void entered(Charge itsCharge) {
        charge = itsCharge;
    }

    boolean hasEntered() {
        return charge != null;
    }

    /** Takes room for what is to live here; or says why there is none. */
    Optional<String> noRoom(Charge next) {
        Optional<String> full = context.quota().exchange(charge, next);
        if (full.isEmpty()) {
            resize(next);
        }
        return full;
    }

    private void resize(Charge next) {
        if (!next.equals(charge)) {
            charge = next;
            context.supervisor().tell(new SupervisorMessage.Resized(actor, timer, next));
        }
    }

    /** What lives here was stored, and its state takes so much heap. */
    void stored(int live) {
        // Its price is that of the state as it travelled; as heap it may be some times that.
        storedLive = Math.min(live, charge.bytes());
        grown = 0;
        holds(live);
    }

    /**
     * Charges what lives here for what it grew by, its state taking so much heap now; not for the first step. It
     * shrinks by two steps at a time, so that an object at an edge does not go to and fro.
     */
    void holds(int live) {
        int more = live - storedLive - grown;
        if (more >= STEP_BYTES || grown > 0 && more <= -2 * STEP_BYTES) {
            int steps = Math.max(-grown, more / STEP_BYTES * STEP_BYTES);
            grown += steps;
            context.quota().grow(charge.writer(), steps);
            resize(charge.of(charge.bytes() + steps));
        }
    }

    /** Whether the replica has ended. */
    boolean isOver() {
        return left != null;
    }

    /** What it left, in brief, after its end. */
    KeyDigest leftDigest() {
        return left.map(Slot::digest).orElse(KeyDigest.NOTHING);
    }

    /** The replica makes room: for nothing, or for what is left of it. */
    void end(Optional<Slot> itsLeft) {
        if (left == null) {
            left = itsLeft;
            context.supervisor().tell(new SupervisorMessage.Ended(actor, timer, itsLeft));
        }
    }

    /** The object comes to rest, and is to wake at a deadline if not before. */
    void rest(Slot.Resting resting, long deadlineMillis) {
        if (left == null) {
            left = Optional.of(resting);
            context.supervisor().tell(new SupervisorMessage.Rested(actor, timer, resting, deadlineMillis));
        }
    }

    /** Whether the object has come to rest. */
    boolean hasRested() {
        return left != null && left.isPresent() && left.get() instanceof Slot.Resting;
    }

    /** The deadline that was told last has come. */
    void deadlineCame() {
        armedMillis = Long.MAX_VALUE;
    }

    /**
     * Tells the next deadline, if it is another one than was told before.
     *
     * @param lookMillis when the object may be idle; a look that comes too early costs less than to put off each
     */
    void arm(long deadlineMillis, long lookMillis) {
        long next = Math.min(deadlineMillis, lookMillis);
        if (next != armedMillis && !(isLook && armedMillis <= next)) {
            armedMillis = next;
            isLook = lookMillis < deadlineMillis;
            context.supervisor().tell(new SupervisorMessage.Arm(actor, timer, next));
        }
    }
}
